package org.konbit.screening.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.konbit.screening.Law;

/**
 * The same page for each state.
 *
 * @param isAsked whether the reader has named none yet, so that the links are the question
 */
public record StateLinks(List<Link> links, boolean isAsked) {
  /** One of them. */
  public record Link(String name, String address, boolean isHere) {}

  /**
   * Links that keep whatever else of the form can be read.
   *
   * @param page the page's address without what is asked
   */
  static StateLinks of(Law law, String page, List<Field> fields) {
    var rest = new StringBuilder();
    var chosen = "";
    for (Field field : fields) {
      if (field.name().equals("state")) {
        chosen = field.value();
      } else if (!field.isWrong()) {
        rest.append('&').append(field.name()).append('=').append(encoded(field.value()));
      }
    }
    var here = chosen;
    return new StateLinks(
        law.states().stream()
            .map(state ->
                new Link(
                    state.name(),
                    page + "?state=" + encoded(state.code()) + rest,
                    state.code().equals(here)))
            .toList(),
        here.isEmpty());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
