package org.konbit.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How a module's addresses of the desk are asked for, so that the walls test can ask for them with
 * what belongs to another organisation. Each module offers its own as a component among its tests;
 * an address that wants an id or a form and that nobody knows how to ask for fails that test.
 */
public interface DeskCalls {
  /**
   * One way to ask.
   *
   * @param method {@code GET} or {@code POST}
   * @param pattern as the controller's mapping has it: {@code /desk/{lang}/people/{id}}
   * @param ids for what stands in braces, {@code lang} apart; each one of the other organisation's
   * @param form the form's fields
   */
  record Call(String method, String pattern, Map<String, String> ids, Map<String, String> form) {
    /** A page that is asked for by the id of a record. */
    public static Call page(String pattern, String variable, UUID id) {
      return new Call("GET", pattern, Map.of(variable, id.toString()), Map.of());
    }

    /** A form that is sent. */
    public static Call form(String pattern, Map<String, String> ids, Map<String, String> form) {
      return new Call("POST", pattern, ids, form);
    }
  }

  /** The module's calls, after {@link #plant} has been called. */
  List<Call> calls();

  /**
   * Makes records of an organisation, with words in them that are found nowhere else.
   *
   * @return those words, which nobody else may ever be shown
   */
  List<String> plant(UUID organisation);
}
