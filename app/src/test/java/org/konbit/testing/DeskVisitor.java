package org.konbit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser at the desk: keeps cookies, follows redirects, sends back a form's token. */
public final class DeskVisitor {
  private static final Pattern TOKEN = Pattern.compile("_csrf(?:\" value=\"|=)([^\"]+)\"");

  private final String origin;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private HttpResponse<String> last;
  private String token = "";

  public DeskVisitor(int port) {
    origin = "http://localhost:" + port;
  }

  /** Opens a page. */
  public DeskVisitor open(String address) {
    return send(request(address).GET());
  }

  /** Sends a form of the page that is open, with its token. */
  public DeskVisitor send(String address, Map<String, String> fields) {
    return sendAll(address, fields.entrySet().stream().toList());
  }

  /** Sends a form in which a field may stand more than once. */
  public DeskVisitor sendAll(String address, List<Map.Entry<String, String>> fields) {
    String form =
        fields.stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + encoded(token()) + "&" + form)));
  }

  /** Sends a file by a form of the page that is open, which has the token in its address. */
  public DeskVisitor sendFile(String address, String name, String content) {
    String edge = "an-edge-that-stands-in-no-file";
    return send(
        request(address + "?_csrf=" + encoded(token()))
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(
                BodyPublishers.ofString(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(edge, name, content, edge))));
  }

  /** Sends a file that is not kept in memory, of so many spaces. */
  public DeskVisitor sendSpaces(String address, long howMany) {
    String edge = "an-edge-that-stands-in-no-file";
    byte[] some = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    var spaces = Collections.nCopies((int) (howMany >> 20), some);
    return send(
        request(address + "?_csrf=" + encoded(token()))
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(
                        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                            .formatted(edge)),
                    BodyPublishers.ofByteArrays(spaces),
                    BodyPublishers.ofString("\r\n--%s--\r\n".formatted(edge)))));
  }

  private DeskVisitor send(HttpRequest.Builder request) {
    try {
      last = http.send(request.build(), BodyHandlers.ofString());
      var found = TOKEN.matcher(last.body());
      token = found.find() ? found.group(1) : token;
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(
        URI.create(address.startsWith("http") ? address : origin + address));
  }

  /** Carries this sign-in from now on. */
  public DeskVisitor with(String session) {
    var cookie = new HttpCookie("konbit_desk", session);
    cookie.setPath("/desk");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(origin + "/desk"), cookie);
    return this;
  }

  /** The form token of the page that was last open and had one; empty if none had. */
  public String token() {
    return token;
  }

  /** What the first field of this name holds on the page that is open. */
  public String valueOf(String field) {
    var found = Pattern.compile("name=\"%s\" value=\"([^\"]+)\"".formatted(field)).matcher(body());
    assertThat(found.find()).as(field).isTrue();
    return found.group(1);
  }

  public int status() {
    return last.statusCode();
  }

  public String body() {
    return last.body();
  }

  /** The address of the page that is open, after redirects, without the origin. */
  public String address() {
    return last.uri().toString().substring(origin.length());
  }

  /** What the server set, as it set it. */
  public List<String> cookiesSet() {
    return last.headers().allValues("Set-Cookie");
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  public HttpResponse<String> answer() {
    return last;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
