package org.konbit.vault.audit;

import org.konbit.vault.key.BesideKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
  @Bean
  SignedHeads signedHeads(BesideKey beside, AuditKeys keys) {
    return new SignedHeads(beside.file("audit-heads"), keys);
  }
}
