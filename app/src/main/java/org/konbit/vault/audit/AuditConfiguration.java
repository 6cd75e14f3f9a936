package org.konbit.vault.audit;

import java.time.Clock;
import org.konbit.vault.key.BesideKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
  @Bean
  SignedHeads signedHeads(BesideKey beside, AuditKeys keys, Clock clock) {
    return new SignedHeads(beside.file("audit-heads"), keys, clock);
  }
}
