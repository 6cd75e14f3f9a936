package org.konbit.vault.testing;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Commits some transactions and then ends the work, as if the process were killed there. */
public final class KilledTransactions implements PlatformTransactionManager {
  /** The process ended: what was not committed is not kept. */
  public static final class Killed extends RuntimeException {}

  private final PlatformTransactionManager real;
  private int left;

  public KilledTransactions(PlatformTransactionManager real, int left) {
    this.real = real;
    this.left = left;
  }

  @Override
  public TransactionStatus getTransaction(TransactionDefinition definition) {
    return real.getTransaction(definition);
  }

  @Override
  public void commit(TransactionStatus status) {
    left--;
    if (left < 0) {
      real.rollback(status);
      throw new Killed();
    }
    real.commit(status);
  }

  @Override
  public void rollback(TransactionStatus status) {
    real.rollback(status);
  }
}
