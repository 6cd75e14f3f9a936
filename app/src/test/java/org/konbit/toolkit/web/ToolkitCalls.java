package org.konbit.toolkit.web;

import static org.konbit.testing.DeskCalls.Call.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konbit.testing.DeskCalls;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Content and stories belong to the coalition, not to an organization: there is nothing of
 * another's.
 */
@Component
@Profile("!operation")
class ToolkitCalls implements DeskCalls {
  private static final String ITEM = "/desk/{lang}/content/{kind}/{id}";
  private static final Map<String, String> NONE = Map.of("kind", "right", "id", "none");

  @Override
  public List<String> plant(UUID organisation) {
    return List.of();
  }

  @Override
  public List<Call> calls() {
    return List.of(
        new Call("GET", ITEM, NONE, Map.of()),
        form(ITEM, NONE, Map.of("owner", "", "reviewer", "")),
        form(ITEM + "/approve", NONE, Map.of("revision", "1")),
        form(ITEM + "/change", NONE, Map.of("revision", "1", "change", "typo")),
        form("/desk/{lang}/stories/{id}/take-back", Map.of("id", "none"), Map.of("sure", "yes")));
  }
}
