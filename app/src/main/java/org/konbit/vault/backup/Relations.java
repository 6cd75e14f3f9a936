package org.konbit.vault.backup;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database consists of, as a role that passes every wall sees it. */
final class Relations {
  /** A table and its columns, quoted as SQL wants them. */
  record Table(String name, String columns) {}

  /** A sequence and where it stands. */
  record Sequence(String name, long lastValue) {}

  /** A module's newest migration. */
  record Version(String module, String version) {}

  private static final String HISTORY = "flyway_schema_history_";

  private static final String TABLES =
      """
      SELECT quote_ident(c.relname) AS name,
             (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                FROM pg_attribute a
               WHERE a.attrelid = c.oid AND a.attnum > 0
                 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
        FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace
         AND c.relkind = 'r'
         AND NOT starts_with(c.relname, 'flyway_schema_history_')
       ORDER BY c.relname
      """;

  private static final String SEQUENCES =
      """
      SELECT quote_ident(sequencename) AS name, last_value
        FROM pg_sequences
       WHERE schemaname = 'public'
         AND last_value IS NOT NULL
       ORDER BY sequencename
      """;

  private static final String HISTORIES =
      """
      SELECT relname
        FROM pg_class
       WHERE relnamespace = 'public'::regnamespace
         AND relkind = 'r'
         AND starts_with(relname, 'flyway_schema_history_')
       ORDER BY relname
      """;

  private final JdbcClient jdbc;

  Relations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Table> tables() {
    return jdbc.sql(TABLES).query(Table.class).list();
  }

  List<Sequence> sequences() {
    return jdbc.sql(SEQUENCES).query(Sequence.class).list();
  }

  List<Version> versions() {
    return jdbc.sql(HISTORIES).query(String.class).list().stream()
        .map(history ->
            new Version(
                history.substring(HISTORY.length()),
                jdbc.sql(
                        "SELECT version FROM %s WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1"
                            .formatted(history))
                    .query(String.class)
                    .single()))
        .toList();
  }

  boolean isEmpty(Table table) {
    return !jdbc.sql("SELECT EXISTS (SELECT FROM %s)".formatted(table.name()))
        .query(Boolean.class)
        .single();
  }
}
