package org.konbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody at one organisation, in every role there is, who tries to get at another's rows. */
record Trespass(JdbcClient jdbc, TransactionOperations transactions, UUID own, UUID other) {
  static final String REFUSED = "42501"; // insufficient privilege, or a policy said no

  /** Changes, takes over and deletes the other's rows, and puts rows of its own among them. */
  void everyWayIntoFails(SoftAssertions softly, String table, List<String> columns) {
    for (String attack : attacks(table)) {
      softly.assertThat(changed(attack)).as("rows that (%s) changed", attack).isZero();
    }
    softly
        .assertThat(planted(table, columns))
        .as("what happens to a row put into the other organisation's %s", table)
        .isEqualTo(REFUSED);
  }

  private static List<String> attacks(String table) {
    return List.of(
        "UPDATE %s SET organisation_id = organisation_id WHERE organisation_id = :other"
            .formatted(table),
        "UPDATE %s SET organisation_id = :other WHERE organisation_id = :own".formatted(table),
        "DELETE FROM %s WHERE organisation_id = :other".formatted(table));
  }

  /** How many rows an attack changed; what is refused changes none. */
  private int changed(String attack) {
    try {
      return within(own, () -> jdbc.sql(attack).param("other", other).param("own", own).update());
    } catch (DataAccessException e) {
      assertThat(sqlState(e)).as(attack).isEqualTo(REFUSED);
      return 0;
    }
  }

  /** The error that a copy of one's own row gets when it names the other organisation. */
  private String planted(String table, List<String> columns) {
    String names = String.join(", ", columns);
    String copied =
        columns.stream()
            .map(column -> column.equals("organisation_id") ? "cast(:other AS uuid)" : column)
            .collect(Collectors.joining(", "));
    try {
      within(
          own,
          () ->
              jdbc.sql(
                      "INSERT INTO %s (%s) SELECT %s FROM %s LIMIT 1"
                          .formatted(table, names, copied, table))
                  .param("other", other)
                  .update());
      return "it was kept";
    } catch (DataAccessException e) {
      return sqlState(e);
    }
  }

  /** How many of somebody's rows somebody sees. */
  int rows(UUID viewer, String table, UUID whose) {
    return within(
        viewer,
        () ->
            jdbc.sql("SELECT count(*) FROM %s WHERE organisation_id = :id".formatted(table))
                .param("id", whose)
                .query(Integer.class)
                .single());
  }

  // In every role there is, so that no policy keeps out for want of a role what it should for want
  // of the organisation. But for the coalition's administrator, who may do more to organisations.
  <T> T within(UUID organisation, Supplier<T> work) {
    Set<String> roles =
        Arrays.stream(Role.values())
            .filter(role -> role != Role.COALITION_ADMINISTRATOR)
            .map(Role::key)
            .collect(Collectors.toSet());
    return new Acting.Member(organisation, UUID.randomUUID(), roles, "test")
        .call(() -> transactions.execute(_ -> work.get()));
  }

  private static String sqlState(DataAccessException failure) {
    return failure.getMostSpecificCause() instanceof SQLException sql
        ? String.valueOf(sql.getSQLState())
        : failure.toString();
  }
}
