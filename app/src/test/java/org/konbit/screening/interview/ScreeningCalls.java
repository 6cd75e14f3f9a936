package org.konbit.screening.interview;

import static org.konbit.testing.DeskCalls.Call.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konbit.testing.DeskCalls;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A code belongs to the family that carries it, not to an organization. */
@Component
@Profile("!operation")
class ScreeningCalls implements DeskCalls {
  @Override
  public List<String> plant(UUID organisation) {
    return List.of();
  }

  @Override
  public List<Call> calls() {
    return List.of(form("/desk/{lang}/screening", Map.of(), Map.of("code", "")));
  }
}
