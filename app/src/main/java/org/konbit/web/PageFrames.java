package org.konbit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.konbit.language.Language;
import org.konbit.language.Languages;
import org.konbit.language.MadeOnce;
import org.konbit.language.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the frame of a page from its address. */
@Component
public class PageFrames {
  private static final String DESK = "/desk";

  private final Languages languages;
  private final Messages messages;
  private final WebSettings settings;
  private final ResourceUrlProvider assets;
  private final MadeOnce<String, String> found = new MadeOnce<>();

  PageFrames(
      Languages languages, Messages messages, WebSettings settings, ResourceUrlProvider assets) {
    this.languages = languages;
    this.messages = messages;
    this.settings = settings;
    this.assets = assets;
  }

  /**
   * The frame of the page a reader asked for, whose address begins with the language, or with the
   * desk and the language.
   */
  public PageFrame of(HttpServletRequest request, Language language) {
    String address = request.getRequestURI();
    String before = address.startsWith(DESK + "/") ? DESK : "";
    int tagEnds = before.length() + 1 + language.tag().length();
    String rest = address.substring(Math.min(tagEnds, address.length()));
    String query = Optional.ofNullable(request.getQueryString()).map("?"::concat).orElse("");
    return frame(language, before, rest + query);
  }

  /** The frame of a page that has no address of its own: its languages lead to the front door. */
  PageFrame withoutAddress(Language language) {
    return frame(language, "", "");
  }

  private PageFrame frame(Language language, String before, String rest) {
    return new PageFrame(
        messages.in(language),
        settings.name(),
        asset("konbit.css"),
        asset("konbit.svg"),
        languages.all().stream()
            .map(each ->
                new PageFrame.LanguageLink(
                    each, before + "/" + each.tag() + rest, each.equals(language)))
            .toList());
  }

  /** The address of a stylesheet, script or picture, which changes with its content. */
  public String asset(String name) {
    return found.of(
        name,
        each ->
            Optional.ofNullable(assets.getForLookupPath("/assets/" + each))
                .orElseThrow(
                    () -> new IllegalStateException("The asset (%s) is missing.".formatted(each))));
  }
}
