package org.konbit.vault.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.konbit.vault.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every table with sealed columns, found by the columns' type: none can be forgotten. */
@Component
class SealedTables {
  private static final String COLUMNS =
      """
      SELECT c.relname AS "table", a.attname AS "column"
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
       WHERE a.atttypid = 'sealed'::regtype
         AND NOT a.attisdropped
         AND c.relkind IN ('r', 'p')
         AND NOT c.relispartition
         AND c.relnamespace = current_schema()::regnamespace
       ORDER BY c.relname, a.attnum
      """;

  /** One table and its sealed columns. */
  record SealedTable(String name, List<SealedColumn> columns) {}

  private final JdbcClient jdbc;

  SealedTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SealedTable> all() {
    var tables = new LinkedHashMap<String, List<SealedColumn>>();
    // SealedColumn takes plain names alone, which need no quotes.
    for (var column : jdbc.sql(COLUMNS).query(SealedColumn.class).list()) {
      tables.computeIfAbsent(column.table(), _ -> new ArrayList<>()).add(column);
    }
    return tables.entrySet().stream()
        .map(each -> new SealedTable(each.getKey(), List.copyOf(each.getValue())))
        .toList();
  }
}
