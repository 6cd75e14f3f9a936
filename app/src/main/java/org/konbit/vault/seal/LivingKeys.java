package org.konbit.vault.seal;

import java.util.List;
import java.util.UUID;
import org.konbit.database.Acting;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.OrganisationKeys;
import org.konbit.vault.key.DestructionLog;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Suspends, resumes and destroys the key of whoever acts. */
@Component
class LivingKeys implements OrganisationKeys, SmartInitializingSingleton {
  private final RingRows rows;
  private final Rings rings;
  private final DestructionLog log;
  private final TransactionTemplate transaction;

  LivingKeys(
      RingRows rows, Rings rings, DestructionLog log, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.rings = rings;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public List<UUID> organisations() {
    return rows.organisations();
  }

  @Override
  public State state() {
    return transaction.execute(
        _ -> rows.state().map(each -> State.valueOf(each.state())).orElse(State.NONE));
  }

  @Override
  public void suspend() {
    change(List.of("OPEN", "SUSPENDED"), "SUSPENDED");
  }

  @Override
  public void resume() {
    change(List.of("OPEN", "SUSPENDED"), "OPEN");
  }

  private void change(List<String> from, String to) {
    UUID organisation = organisation();
    transaction.executeWithoutResult(_ -> {
      rows.lockForChange(organisation);
      if (!rows.change(from, to)) {
        throw new KeyRefused(
            "Organisation (%s) has no key, or it was destroyed.".formatted(organisation));
      }
    });
    rings.forget(organisation);
  }

  @Override
  public void destroy() {
    UUID organisation = organisation();
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A destruction is not part of a transaction.");
    }
    // First, so that a crash right after leaves a key too many, which the next start destroys, and
    // never a destroyed key that a restore brings back.
    log.add(organisation);
    forgetForGood(organisation);
  }

  /**
   * Destroys what the log says was destroyed and the database still has, before any page is read.
   */
  @Override
  public void afterSingletonsInstantiated() {
    for (UUID organisation : log.organisations()) {
      new Acting.SystemActor(organisation, "keys", "destruction")
          .run(() -> {
            if (state() != State.NONE) {
              forgetForGood(organisation);
            }
          });
    }
  }

  private void forgetForGood(UUID organisation) {
    transaction.executeWithoutResult(_ -> {
      rows.lockForChange(organisation);
      rows.make(organisation); // so that no key is ever made for it again
      rows.change(List.of("OPEN", "SUSPENDED"), "DESTROYED");
      rows.dropAll();
    });
    rings.forget(organisation);
  }

  private static UUID organisation() {
    return Acting.now()
        .actingFor()
        .orElseThrow(() -> new IllegalStateException("No organisation acts: whose key?"));
  }
}
