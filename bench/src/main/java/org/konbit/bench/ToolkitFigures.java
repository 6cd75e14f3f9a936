package org.konbit.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.konbit.database.Acting;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The toolkit with 20,000 items beside a directory of 100,000 services: the index made anew,
 * searches at a pace, and pages as fast as they come. The real launcher serves; the rows are put
 * into its database from beside it.
 */
final class ToolkitFigures {
  private static final int ITEMS = 20_000;
  private static final int ENTRIES = 20_000;
  private static final int SERVICES_OF_ONE = 5;
  private static final int SEARCHES_A_SECOND = 50;
  private static final int PAGES_A_SECOND = 2_000;
  private static final String HEAP = "1g";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PLAIN = "<p class=\"note\">";
  private static final Pattern LINK = Pattern.compile("href=\"(/en/[a-z]+/[a-z0-9-]+)\"");

  // What ships, again and again, each with a word of its own in its title.
  private static final String CONTENT =
      """
      WITH shipped AS (
        SELECT kind, id, document, row_number() OVER () - 1 AS place, count(*) OVER () AS many
          FROM content_item
          JOIN content_revision USING (kind, id, revision)
         WHERE state = 'published'
           AND kind IN ('guide', 'right', 'action')
      ), made AS (
        SELECT kind, id || '-' || n AS id,
               regexp_replace(document, 'title: "?([^"\n]*)"?',
                              'title: "\\1 ' || left(md5(n::text), 6) || '"') AS document
          FROM shipped
         CROSS JOIN generate_series(1, ?) n
         WHERE n % many = place
      ), item AS (
        INSERT INTO content_item (kind, id, state, revision, is_edited, published_at)
        SELECT kind, id, 'published', 1, true, now()
          FROM made
      )
      INSERT INTO content_revision (kind, id, revision, document, change_class, made_at)
      SELECT kind, id, 1, document, 'wording', now()
        FROM made
      """;
  private static final String DIRECTORY_ENTRIES =
      """
      INSERT INTO directory_entry
             (organisation_id, id, name, document, source, listed_on, changed_at)
      SELECT konbit_organisation(), md5('entry' || n)::uuid, 'House ' || md5(n::text),
             jsonb_build_object('id', md5('entry' || n), 'name', 'House ' || md5(n::text),
                                'description', 'Help for families, number ' || n),
             'IMPORT', current_date, now()
        FROM generate_series(1, ?) n
      """;
  private static final String DIRECTORY_SERVICES =
      """
      INSERT INTO directory_service
             (organisation_id, id, entry_id, name, status, document, needs, changed_at)
      SELECT konbit_organisation(), md5('service' || n || '-' || k)::uuid,
             md5('entry' || n)::uuid,
             (ARRAY['English', 'Legal', 'Food', 'Housing', 'Health'])[k] || ' help ' || n,
             'active',
             jsonb_build_object('id', md5('service' || n || '-' || k), 'name', 'Help',
                                'description', 'In the evening and on Saturdays, for all who come'),
             ARRAY[(ARRAY['english', 'legal', 'food', 'housing', 'care'])[k]],
             now()
        FROM generate_series(1, ?) n
       CROSS JOIN generate_series(1, ?) k
      """;

  private static final List<String> SEARCHES =
      List.of(
          "en interpreter hospital",
          "en wages my boss did not pay",
          "es interprete hospital",
          "pt-BR advogado",
          "ht lopital",
          "zh-Hans 医院",
          "ar مستشفى",
          "vi thong dich",
          "en hospitl emergancy",
          "en public charge green card",
          "en food pantry evening",
          "en legal help");

  private final boolean isQuick;

  ToolkitFigures(boolean isQuick) {
    this.isQuick = isQuick;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    try (var server = Served.start(HEAP)) {
      var figures = new ArrayList<Figure>();
      figures.addAll(pages(server)); // what ships, before there is more of it
      fill(server);
      figures.add(indexed(server));
      figures.add(searched(server));
      return figures;
    }
  }

  private static void fill(Served server) {
    try (var context =
        new SpringApplicationBuilder(VaultClients.Wiring.class)
            .web(WebApplicationType.NONE)
            .profiles("operation")
            .run(
                "--konbit.data=" + server.data(),
                "--konbit.key-file=",
                "--konbit.database.url=",
                "--konbit.database.owner-url=")) {
      var jdbc = new JdbcTemplate(context.getBean(DataSource.class));
      var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
      int made = jdbc.update(CONTENT, ITEMS);
      if (made != ITEMS) {
        throw new IllegalStateException("(%d) items were made.".formatted(made));
      }
      jdbc.update("UPDATE content_change SET number = number + 1");
      var keeper =
          Objects.requireNonNull(
              jdbc.queryForObject(
                  "SELECT organisation_id FROM directory_entry LIMIT 1", UUID.class));
      new Acting.SystemActor(keeper, "bench", "made-up content")
          .run(() ->
              transaction.executeWithoutResult(_ -> {
                jdbc.update(DIRECTORY_ENTRIES, ENTRIES);
                jdbc.update(DIRECTORY_SERVICES, ENTRIES, SERVICES_OF_ONE);
              }));
    }
  }

  /** From the first search after the start until one was answered from the index. */
  private static Figure indexed(Served server) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (var talker = new Talker(server.port())) {
      while (new String(talker.ask(search("en interpreter")), StandardCharsets.UTF_8)
          .contains(PLAIN)) {
        Thread.sleep(200);
      }
    }
    double took = Launched.secondsSince(began);
    return new Figure(
        "Both indexes of %,d items and %,d services, content read anew"
            .formatted(ITEMS, ENTRIES * SERVICES_OF_ONE),
        "%.1f s".formatted(took),
        "",
        "≤ 60 s",
        took <= 60 ? "met" : "missed");
  }

  private Figure searched(Served server) throws IOException, InterruptedException {
    var requests = SEARCHES.stream().map(ToolkitFigures::search).toList();
    Load.of(server, requests, isQuick ? 15 : 40, SEARCHES_A_SECOND); // warms up
    var load = Load.of(server, requests, isQuick ? 15 : 60, SEARCHES_A_SECOND);
    double p99 = load.percentile(99);
    return new Figure(
        "Searching them, pages, %d a second asked for, %.0f given"
            .formatted(SEARCHES_A_SECOND, load.perSecond()),
        "p50 %.1f ms, p99 %.1f ms".formatted(load.percentile(50), p99),
        "",
        "p99 ≤ 30 ms",
        p99 <= 30 ? "met" : "missed");
  }

  /** A language and the words. */
  private static Talker.Request search(String asked) {
    var parts = asked.split(" ", 2);
    return Talker.Request.post(
        "/%s/search".formatted(parts[0]),
        FORM,
        "words=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
  }

  private List<Figure> pages(Served server) throws IOException, InterruptedException {
    List<Talker.Request> requests;
    try (var talker = new Talker(server.port())) {
      var found = new ArrayList<Talker.Request>();
      for (var list : List.of("/en/rights", "/en/changes", "/en/agenda", "/en/coverage")) {
        var page = new String(talker.ask(Talker.Request.get(list)), StandardCharsets.UTF_8);
        Stream.concat(Stream.of(list), LINK.matcher(page).results().map(match -> match.group(1)))
            .distinct()
            .map(Talker.Request::get)
            .forEach(found::add);
      }
      requests = found;
    }
    Load.of(server, requests, isQuick ? 15 : 40, 0); // warms up
    var most = Load.of(server, requests, isQuick ? 10 : 30, 0);
    var paced = Load.of(server, requests, isQuick ? 10 : 30, PAGES_A_SECOND);
    double p99 = paced.percentile(99);
    return List.of(
        new Figure(
            "Pages, %d of them, as fast as they come".formatted(requests.size()),
            "%,.0f/s, p99 %.1f ms".formatted(most.perSecond(), most.percentile(99)),
            "%,.0f/s on two cores".formatted(most.perSecondOnBoth()),
            "≥ 2,000/s",
            most.perSecond() >= PAGES_A_SECOND
                ? "met"
                : most.perSecondOnBoth() >= PAGES_A_SECOND ? "met by processor time" : "missed"),
        new Figure(
            "Pages, %,d a second asked for, %.0f given"
                .formatted(PAGES_A_SECOND, paced.perSecond()),
            "p50 %.1f ms, p99 %.1f ms".formatted(paced.percentile(50), p99),
            "",
            "p99 ≤ 20 ms",
            p99 <= 20 ? "met" : "missed"));
  }
}
