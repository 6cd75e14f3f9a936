package org.konbit.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database at the start of every transaction who acts, and for which organisation. The
 * settings end with the transaction, so a pooled connection carries nothing to its next user.
 */
final class WalledTransactions extends JdbcTransactionManager {
  // All three every time: what nobody set must read as empty, whatever the connection did before.
  private static final String TELL =
      """
      SELECT set_config('konbit.organisation', ?, true),
             set_config('konbit.person', ?, true),
             set_config('konbit.role', ?, true)
      """;

  private final FairShare connections;

  WalledTransactions(DataSource dataSource, FairShare connections) {
    super(dataSource);
    this.connections = connections;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    Acting.current().flatMap(Acting::actingFor).ifPresent(connections::take);
    try {
      super.doBegin(transaction, definition);
    } catch (RuntimeException e) {
      connections.giveBack();
      throw e;
    }
    try {
      tell(Acting.current());
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("The database was not told who acts.", e);
    }
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    try {
      super.doCleanupAfterCompletion(transaction);
    } finally {
      connections.giveBack();
    }
  }

  private void tell(Optional<Acting> actor) throws SQLException {
    var holder =
        (ConnectionHolder)
            Objects.requireNonNull(
                TransactionSynchronizationManager.getResource(obtainDataSource()));
    try (var statement = holder.getConnection().prepareStatement(TELL)) {
      statement.setString(1, actor.flatMap(Acting::actingFor).map(UUID::toString).orElse(""));
      statement.setString(2, actor.flatMap(Acting::actingPerson).map(UUID::toString).orElse(""));
      statement.setString(3, actor.map(each -> String.join(",", each.actingAs())).orElse(""));
      statement.execute();
    }
  }
}
