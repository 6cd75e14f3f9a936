package org.konbit.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * A JTE template as Spring's view. It gets the model's {@code page} and nothing else, and is
 * written out only when whole, so that a failure half-way still ends in a proper error page.
 */
record TemplateView(TemplateEngine engine, String template) implements View {
  @Override
  public String getContentType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (model == null || !(model.get("page") instanceof Page page)) {
      throw new IllegalStateException("Template (%s) was given no page.".formatted(template));
    }
    var html = new Utf8ByteOutput();
    engine.render(template, Map.of("page", page), html);
    response.setContentType(getContentType());
    response.setLocale(page.frame().language().locale().toLocale());
    response.setContentLength(html.getContentLength());
    html.writeTo(response.getOutputStream());
  }
}
