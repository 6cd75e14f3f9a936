package org.konbit.database;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The walls between organisations are row-level security, so the application must be bound by it.
 */
final class Walls {
  private static final String MAY_PASS =
      """
      SELECT rolsuper OR rolbypassrls
        FROM pg_roles
       WHERE rolname = current_user
      """;

  private Walls() {}

  /**
   * Looks whether the role that signs in is bound by row-level security.
   *
   * @throws DatabaseUnavailable if it is not, or the database does not answer
   */
  static void mustHold(DataSource application) {
    if (mayPass(application)) {
      throw new DatabaseUnavailable(
          "The role of (KONBIT_DATABASE_URL) can see every organisation's rows.\n"
              + "Give the application a role of its own: NOSUPERUSER NOBYPASSRLS.");
    }
  }

  /** The role that signs in, quoted as SQL wants a name. */
  static String role(DataSource application) {
    return JdbcClient.create(application)
        .sql("SELECT quote_ident(current_user)")
        .query(String.class)
        .single();
  }

  private static boolean mayPass(DataSource application) {
    try {
      return JdbcClient.create(application).sql(MAY_PASS).query(Boolean.class).single();
    } catch (DataAccessException e) {
      throw new DatabaseUnavailable(
          "The database does not answer.\n"
              + "Check that it runs, and that role and password are right.",
          e);
    }
  }
}
