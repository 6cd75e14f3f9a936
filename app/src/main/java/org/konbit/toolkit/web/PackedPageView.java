package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * A page as it was written once, plain and packed. Whoever has it already is told so and no more.
 */
final class PackedPageView implements View {
  private static final String TYPE = "text/html;charset=UTF-8";
  private static final String PACKED = "gzip";

  private final byte[] plain;
  private final byte[] packed;
  private final String tag;
  private final Locale locale;

  PackedPageView(byte[] html, Locale locale) {
    this.plain = html.clone();
    this.packed = pack(html);
    this.tag = "W/\"%s\"".formatted(DigestUtils.sha256Hex(html).substring(0, 32));
    this.locale = locale;
  }

  private static byte[] pack(byte[] html) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** The page as it was written. */
  byte[] plain() {
    return plain.clone();
  }

  @Override
  public String getContentType() {
    return TYPE;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache"); // kept, and asked for each time
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (has(request, HttpHeaders.IF_NONE_MATCH, tag)) {
      response.setStatus(HttpStatus.NOT_MODIFIED.value());
      return;
    }
    boolean isPacked = has(request, HttpHeaders.ACCEPT_ENCODING, PACKED);
    var body = isPacked ? packed : plain;
    if (isPacked) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, PACKED);
    }
    response.setContentType(TYPE);
    response.setLocale(locale);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean has(HttpServletRequest request, String header, String value) {
    return Optional.ofNullable(request.getHeader(header))
        .filter(has -> has.contains(value))
        .isPresent();
  }
}
