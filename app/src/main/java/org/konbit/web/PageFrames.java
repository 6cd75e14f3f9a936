package org.konbit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.konbit.language.Language;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the frame of a page from its address. */
@Component
class PageFrames {
  private final Languages languages;
  private final Messages messages;
  private final WebSettings settings;
  private final ResourceUrlProvider assets;

  PageFrames(
      Languages languages, Messages messages, WebSettings settings, ResourceUrlProvider assets) {
    this.languages = languages;
    this.messages = messages;
    this.settings = settings;
    this.assets = assets;
  }

  /** The frame of the page a reader asked for, whose address begins with the language. */
  PageFrame of(HttpServletRequest request, Language language) {
    String address = request.getRequestURI();
    String rest = address.substring(Math.min(language.tag().length() + 1, address.length()));
    String query = Optional.ofNullable(request.getQueryString()).map("?"::concat).orElse("");
    return frame(language, rest + query);
  }

  /** The frame of a page that has no address of its own: its languages lead to the front door. */
  PageFrame withoutAddress(Language language) {
    return frame(language, "");
  }

  private PageFrame frame(Language language, String rest) {
    return new PageFrame(
        messages.in(language),
        settings.name(),
        asset("konbit.css"),
        asset("konbit.svg"),
        languages.all().stream()
            .map(each ->
                new PageFrame.LanguageLink(each, "/" + each.tag() + rest, each.equals(language)))
            .toList());
  }

  private String asset(String name) {
    return Optional.ofNullable(assets.getForLookupPath("/assets/" + name))
        .orElseThrow(() -> new IllegalStateException("The asset (%s) is missing.".formatted(name)));
  }
}
