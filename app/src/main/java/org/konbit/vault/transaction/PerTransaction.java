package org.konbit.vault.transaction;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value that one transaction keeps for itself: gone when it ends, and not seen by another that is
 * begun inside it.
 */
public final class PerTransaction<T> {
  private final Class<T> type;

  public PerTransaction(Class<T> type) {
    this.type = type;
  }

  /** Goes on only inside a transaction. */
  public static void mustBeOpen(String forWhat) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "%s want an open transaction.\nPut @Transactional on the service.".formatted(forWhat));
    }
  }

  /** What this transaction keeps. */
  public Optional<T> get() {
    return Optional.ofNullable(TransactionSynchronizationManager.getResource(this)).map(type::cast);
  }

  /** Keeps the value until the transaction ends, in place of an earlier one. */
  public T keep(T value) {
    if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
      TransactionSynchronizationManager.registerSynchronization(new Keeping());
    }
    TransactionSynchronizationManager.bindResource(this, value);
    return value;
  }

  private final class Keeping implements TransactionSynchronization {
    private Optional<Object> suspended = Optional.empty();

    @Override
    public void suspend() {
      suspended =
          Optional.ofNullable(
              TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this));
    }

    @Override
    public void resume() {
      suspended.ifPresent(
          value -> TransactionSynchronizationManager.bindResource(PerTransaction.this, value));
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
    }
  }
}
