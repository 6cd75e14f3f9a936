package org.konbit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.NameTerms;
import org.konbit.vault.seal.Rotation;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What the walls, the sealing, the search and the audit cost, on a database of its own. */
final class VaultFigures {
  private static final int ORGANISATIONS = 80;

  private static final String BY_ID = "SELECT id, name, phone, born FROM %s WHERE id = ?%s";
  private static final String PAGE =
      "SELECT id, name, phone, born FROM %s WHERE id > ?%s ORDER BY id LIMIT 25";
  private static final String COUNT = "SELECT count(*) FROM %s WHERE id > ?%s";

  private static final String CANDIDATES =
      """
      SELECT c.id, c.name
        FROM (SELECT t.client_id
                FROM unnest(?::integer[], ?::integer[]) AS wanted (grp, number)
                JOIN bench_term t ON t.number = wanted.number
               GROUP BY t.client_id
              HAVING count(DISTINCT wanted.grp) = ?) found
        JOIN bench_client c ON c.id = found.client_id
      """;

  private final boolean isQuick;

  VaultFigures(boolean isQuick) {
    this.isQuick = isQuick;
  }

  List<Figure> measure() throws IOException {
    Path folder = Files.createTempDirectory("konbit-bench-vault");
    try (var context =
        new SpringApplicationBuilder(VaultClients.Wiring.class)
            .web(WebApplicationType.NONE)
            .profiles("operation")
            .run(
                "--konbit.data=" + folder.resolve("data"),
                "--konbit.key-file=",
                "--konbit.database.url=",
                "--konbit.database.owner-url=")) {
      var clients = new VaultClients(context);
      int each = isQuick ? 250 : 2_500;
      clients.fill(ORGANISATIONS, each);
      var figures = new ArrayList<Figure>();
      figures.add(walls(clients, "one record", BY_ID));
      figures.add(walls(clients, "a page of 25", PAGE));
      figures.add(walls(clients, "counting all", COUNT));
      figures.add(search(clients));
      figures.add(audit(clients, context.getBean(Audit.class)));
      figures.add(rotation(context.getBean(Rotation.class), ORGANISATIONS * each));
      return figures;
    } finally {
      Folders.delete(folder);
    }
  }

  private Figure walls(VaultClients clients, String what, String sql) {
    int rounds = isQuick ? 300 : 2_000;
    var walled = new double[rounds];
    var open = new double[rounds];
    for (int i = -rounds / 4; i < rounds; i++) { // the first quarter warms up
      var organisation = clients.anyOrganisation();
      var from = new UUID(Long.MIN_VALUE, 0);
      double behind =
          clients.within(
              organisation, () -> time(clients, sql.formatted("bench_client", ""), from));
      double without =
          clients.within(
              organisation,
              () ->
                  time(
                      clients,
                      sql.formatted("bench_open", " AND organisation_id = ?"),
                      from,
                      organisation));
      if (i >= 0) {
        walled[i] = behind;
        open[i] = without;
      }
    }
    double ratio = percentile(walled, 50) / percentile(open, 50);
    return new Figure(
        "Walls: %s, against a filter by hand".formatted(what),
        "%.2f ×, %.2f ms".formatted(ratio, percentile(walled, 50)),
        "",
        "≤ 1.5 ×",
        ratio <= 1.5 ? "met" : "missed");
  }

  private static double time(VaultClients clients, String sql, Object... parameters) {
    return milliseconds(() -> clients.jdbc().queryForList(sql, parameters).size());
  }

  private Figure search(VaultClients clients) {
    int rounds = isQuick ? 300 : 2_000;
    var times = new double[rounds];
    for (int i = -rounds / 4; i < rounds; i++) {
      var organisation = clients.anyOrganisation();
      var wanted = NameTerms.toFind(clients.anyName().substring(0, 13));
      double took =
          milliseconds(() ->
              clients.within(
                  organisation,
                  () -> {
                    var numbers = clients.indexes().toFind(VaultClients.NAMES, wanted);
                    return clients
                        .jdbc()
                        .query(
                            CANDIDATES,
                            (row, _) -> {
                              var id = row.getObject(1, UUID.class);
                              var name =
                                  clients.fields().open(VaultClients.NAME, id, row.getBytes(2));
                              return wanted.isMetBy(NameTerms.toKeep(List.of(name)));
                            },
                            numbers.group().toArray(Integer[]::new),
                            numbers.number().toArray(Integer[]::new),
                            numbers.groups())
                        .size();
                  }));
      if (i >= 0) {
        times[i] = took;
      }
    }
    double p99 = percentile(times, 99);
    return new Figure(
        "Exact search by name, a whole transaction",
        "p50 %.1f ms, p99 %.1f ms".formatted(percentile(times, 50), p99),
        "",
        "p99 ≤ 30 ms",
        p99 <= 30 ? "met" : "missed");
  }

  private Figure audit(VaultClients clients, Audit audit) {
    int rounds = isQuick ? 300 : 1_000;
    var noted = new double[rounds];
    var plain = new double[rounds];
    for (int i = -rounds / 4; i < rounds; i++) {
      var organisation = clients.anyOrganisation();
      double without = milliseconds(() -> clients.within(organisation, () -> readPage(clients)));
      double with =
          milliseconds(() ->
              clients.within(
                  organisation,
                  () -> {
                    var ids = readPage(clients);
                    audit.note(AuditAction.READ, "bench_client", ids);
                    return ids;
                  }));
      if (i >= 0) {
        plain[i] = without;
        noted[i] = with;
      }
    }
    double more = percentile(noted, 50) - percentile(plain, 50);
    double share = 100 * more / percentile(noted, 50);
    return new Figure(
        "Audit: its share of reading a page of 25, without the page",
        "%.0f %%, %.2f ms".formatted(share, more),
        "",
        "≤ 15 %",
        share <= 15 ? "met" : "missed");
  }

  private static List<UUID> readPage(VaultClients clients) {
    return clients
        .jdbc()
        .query(
            PAGE.formatted("bench_client", ""),
            (row, _) -> {
              var id = row.getObject(1, UUID.class);
              clients.fields().open(VaultClients.NAME, id, row.getBytes(2));
              clients.fields().open(VaultClients.PHONE, id, row.getBytes(3));
              clients.fields().open(VaultClients.BORN, id, row.getBytes(4));
              return id;
            },
            new UUID(Long.MIN_VALUE, 0));
  }

  private static Figure rotation(Rotation rotation, int rows) {
    double seconds = milliseconds(() -> rotation.run().rows()) / 1_000;
    return new Figure(
        "Rotation of %,d records of three fields".formatted(rows),
        "%.1f s".formatted(seconds),
        "",
        "200,000 in ≤ 60 s",
        seconds * 200_000 / rows <= 60 ? "met" : "missed");
  }

  private static double milliseconds(Supplier<?> work) {
    long start = System.nanoTime();
    if (work.get() == null) {
      throw new IllegalStateException("Nothing was measured.");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static double percentile(double[] times, int percent) {
    var sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
