package org.konbit.toolkit.web;

import static org.konbit.testing.DeskCalls.Call.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konbit.testing.DeskCalls;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stories belong to the coalition, not to an organization: there is nothing of another's. */
@Component
@Profile("!operation")
class StoriesCalls implements DeskCalls {
  @Override
  public List<String> plant(UUID organisation) {
    return List.of();
  }

  @Override
  public List<Call> calls() {
    return List.of(
        form("/desk/{lang}/stories/{id}/take-back", Map.of("id", "none"), Map.of("sure", "yes")));
  }
}
