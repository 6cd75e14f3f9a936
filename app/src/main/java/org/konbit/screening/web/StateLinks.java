package org.konbit.screening.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.konbit.screening.Law;

/**
 * The same page for each state.
 *
 * @param query what another page of the same state is asked for with; empty while the reader has
 *     named none that there is
 */
public record StateLinks(List<Link> links, String query) {
  /** One of them. */
  public record Link(String name, String address, boolean isHere) {}

  /**
   * Links that keep whatever else of the form can be read.
   *
   * @param page the page's address without what is asked
   */
  static StateLinks of(Law law, String page, List<Field> fields) {
    var rest = new StringBuilder();
    var query = "";
    for (Field field : fields) {
      var part = field.name() + "=" + encoded(field.value());
      if (field.name().equals("state")) {
        query = field.isWrong() || field.value().isEmpty() ? "" : "?" + part;
      } else if (!field.isWrong()) {
        rest.append('&').append(part);
      }
    }
    var links = new ArrayList<Link>();
    for (Law.State state : law.states()) {
      var own = "?state=" + encoded(state.code());
      links.add(new Link(state.name(), page + own + rest, own.equals(query)));
    }
    return new StateLinks(links, query);
  }

  /** Whether the links are the question. */
  public boolean isAsked() {
    return query.isEmpty();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
