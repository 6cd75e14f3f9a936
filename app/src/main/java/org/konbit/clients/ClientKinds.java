package org.konbit.clients;

import org.konbit.vault.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long people's records are kept. What hangs from a person goes with the person. */
@Configuration(proxyBeanMethods = false)
class ClientKinds {
  private static final int MONTHS = 36;

  @Bean
  RecordKind clientKind() {
    return new RecordKind(
        "client",
        "client",
        "last_served",
        MONTHS,
        "Coalition policy, 2026-11-29: three years after the last service, not yet confirmed by counsel");
  }

  @Bean
  RecordKind chosenProgramKind() {
    return new RecordKind(
        "chosen_program",
        "chosen_program",
        "ended_on",
        1,
        "Coalition policy, 2026-11-30: a month after its consent ended, not yet confirmed by counsel");
  }

  @Bean
  RecordKind consentKind() {
    return new RecordKind(
        "consent",
        "consent",
        "ended_on",
        MONTHS,
        "Coalition policy, 2026-11-29: three years after it ended, not yet confirmed by counsel");
  }
}
