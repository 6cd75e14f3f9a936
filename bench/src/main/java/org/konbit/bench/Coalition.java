package org.konbit.bench;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.konbit.KonbitApplication;
import org.konbit.access.Organisations;
import org.konbit.clients.Answer;
import org.konbit.clients.Clients;
import org.konbit.clients.ConsentTerms;
import org.konbit.clients.Consents;
import org.konbit.clients.Contact;
import org.konbit.clients.Details;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.PersonName;
import org.konbit.clients.Purpose;
import org.konbit.clients.SharedFields;
import org.konbit.clients.SharedTexts;
import org.konbit.clients.Speech;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.ListedService;
import org.konbit.vault.BirthDate;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A coalition of made-up people on a database of its own: eighty organisations, each with clients
 * of its own whom it sent to the others. The clients are added as a navigator adds them; the
 * referrals, half a million of them, are written as rows, sealed as they would be.
 */
final class Coalition implements AutoCloseable {
  static final int ORGANISATIONS = 80;
  static final Set<FieldGroup> SHARED = Set.of(FieldGroup.NAME, FieldGroup.CONTACT);

  private static final UUID SETUP = new UUID(0, 0);
  private static final SealedColumn TOLD = new SealedColumn("handover", "shared");
  private static final SealedColumn MESSAGE = new SealedColumn("handover", "message");
  private static final String[] SYLLABLES = {
    "ma", "ri", "lo", "pe", "na", "go", "ti", "ca", "no", "ver", "du", "el", "san", "mi", "kö", "ñu"
  };
  private static final String REFERRAL =
      """
      INSERT INTO referral
             (organisation_id, id, client_id, to_organisation_id, service_id, need, warmth, urgency,
              contact, share_set, track, state, made_at, is_open)
      VALUES (?, ?, ?, ?, ?, 'food', 'COLD', 'ROUTINE', 'PERSON_CALLS', '{}', 'ORDINARY', 'SENT',
              ?, true)
      """;
  private static final String STATUS =
      """
      INSERT INTO referral_status
             (id, number, from_organisation_id, to_organisation_id, track, state, sent_at, half_at,
              due_at, expires_at, changed_at)
      VALUES (?, 'AAAA-AAAA', ?, ?, 'ORDINARY', 'SENT', ?, ?, ?, ?, ?)
      """;
  private static final String HANDOVER =
      """
      INSERT INTO handover
             (organisation_id, id, service_id, need, warmth, urgency, contact, shared, message,
              made_at)
      VALUES (?, ?, ?, 'food', 'COLD', 'ROUTINE', 'PERSON_CALLS', ?, ?, ?)
      """;

  /** One partner, with the service it offers and the people it serves. */
  record Partner(UUID id, UUID service, List<UUID> clients) {}

  private record Row(UUID id, Partner from, Partner to, UUID client, OffsetDateTime due) {}

  private final Path folder;
  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Random random = new Random(42);
  private final List<Partner> partners = new ArrayList<>();

  Coalition(int clientsEach) throws IOException {
    folder = Files.createTempDirectory("konbit-bench-coalition");
    context =
        new SpringApplicationBuilder(KonbitApplication.class)
            .run(
                "--server.port=0",
                "--konbit.data=" + folder.resolve("data"),
                "--konbit.key-file=",
                "--konbit.url=",
                "--konbit.database.url=",
                "--konbit.database.owner-url=");
    jdbc = new JdbcTemplate(context.getBean(DataSource.class));
    transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    clock = context.getBean(Clock.class);
    for (int i = 0; i < ORGANISATIONS; i++) {
      partners.add(partner("Partner %d".formatted(i), clientsEach));
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  List<Partner> partners() {
    return partners;
  }

  Partner anyPartner() {
    return partners.get(random.nextInt(partners.size()));
  }

  /** Somebody who works with people there. */
  static Acting worker(UUID organisation) {
    return new Acting.Member(
        organisation, new UUID(1, 1), Set.of("navigator", "programme_manager"), "bench");
  }

  <T> T within(Acting actor, Supplier<T> work) {
    return actor.call(() -> transaction.execute(_ -> work.get()));
  }

  private Partner partner(String name, int clients) {
    var id =
        new Acting.SystemActor(SETUP, "setup", "bench")
            .call(() -> bean(Organisations.class).invent(name).orElseThrow());
    var service = UUID.randomUUID();
    within(
        new Acting.SystemActor(id, "directory", "bench"),
        () -> {
          list(id, name, service);
          return true;
        });
    var people = new ArrayList<UUID>();
    // One entry of the audit for many.
    for (int from = 0; from < clients; from += 250) {
      int some = Math.min(250, clients - from);
      people.addAll(within(worker(id), () -> clients(some)));
    }
    return new Partner(id, service, people);
  }

  private void list(UUID keeper, String name, UUID service) {
    var entry = UUID.randomUUID();
    var keeping = bean(Keeping.class);
    keeping.add(
        entry,
        name,
        Document.empty().with("id", entry.toString()).with("name", name).with("description", name),
        Entry.Source.DESK);
    var document =
        Document.empty()
            .with("id", service.toString())
            .with("organization_id", entry.toString())
            .with("name", "Food")
            .with("status", "active");
    keeping.put(
        new ListedService(
            keeper,
            service,
            entry,
            "Food",
            ListedService.Status.ACTIVE,
            document,
            Set.of(Need.FOOD),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            clock.instant()));
    keeping.confirm(entry);
  }

  private List<UUID> clients(int many) {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < many; i++) {
      var id = UUID.randomUUID();
      bean(Clients.class)
          .create(
              id,
              new Details(
                  PersonName.of(List.of(word()), List.of(word(), word())),
                  new BirthDate.Full(LocalDate.of(1950 + random.nextInt(70), 5, 3)),
                  new Contact(
                      "617-555-%04d".formatted(random.nextInt(10_000)),
                      "",
                      Set.of(Contact.Way.CALL),
                      ""),
                  new Speech("ht", Answer.YES),
                  OptionalInt.of(4),
                  "Food for a week."));
      ids.add(id);
    }
    return ids;
  }

  /** A word of a name, out of a few thousand. */
  String word() {
    var word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  /** A consent of somebody that this partner is told. */
  void consent(Partner from, UUID client, Partner to) {
    worker(from.id())
        .run(() ->
            bean(Consents.class)
                .give(
                    UUID.randomUUID(),
                    client,
                    new ConsentTerms(
                        to.id(),
                        Purpose.REFERRAL,
                        SHARED,
                        LocalDate.now(clock).plusMonths(6),
                        "ht",
                        "",
                        ConsentTerms.Capacity.SELF,
                        ConsentTerms.Means.SPOKEN,
                        "May we tell them?")));
  }

  /**
   * So many open referrals, spread over all; one in fifty is due for a reminder or has expired.
   * Nobody is sent to the next partner, whom the benchmark of sending uses.
   */
  void refer(int many) {
    var gotBy = new HashMap<Partner, List<Row>>();
    for (int sender = 0; sender < ORGANISATIONS; sender++) {
      var from = partners.get(sender);
      var rows = new ArrayList<Row>();
      for (int i = 0; i < many / ORGANISATIONS; i++) {
        // Each person once to each service, as the database wants it.
        int round = i / from.clients().size();
        var to = partners.get((sender + 2 + round) % ORGANISATIONS);
        var client = from.clients().get(i % from.clients().size());
        rows.add(new Row(UUID.randomUUID(), from, to, client, due()));
      }
      within(worker(from.id()), () -> jdbc.execute((Connection on) -> sent(on, rows)));
      rows.forEach(row -> gotBy.computeIfAbsent(row.to(), _ -> new ArrayList<>()).add(row));
    }
    gotBy.forEach(this::got);
    new JdbcTemplate(context.getBean("ownerDataSource", DataSource.class)).execute("ANALYZE");
  }

  private OffsetDateTime due() {
    var now = clock.instant().atOffset(UTC);
    return random.nextInt(50) == 0
        ? now.minusHours(random.nextInt(100))
        : now.plusHours(40 + random.nextInt(30));
  }

  private int sent(Connection on, List<Row> rows) throws SQLException {
    try (var referral = on.prepareStatement(REFERRAL);
        var status = on.prepareStatement(STATUS)) {
      for (var row : rows) {
        var sentAt = row.due().minusDays(3);
        set(
            referral,
            row.from().id(),
            row.id(),
            row.client(),
            row.to().id(),
            row.to().service(),
            sentAt);
        set(
            status,
            row.id(),
            row.from().id(),
            row.to().id(),
            sentAt,
            row.due().minusHours(36),
            row.due(),
            row.due().plusDays(3),
            sentAt);
      }
      referral.executeBatch();
      status.executeBatch();
    }
    return rows.size();
  }

  private void got(Partner to, List<Row> rows) {
    String told =
        bean(SharedTexts.class)
            .text(
                new SharedFields(
                    Optional.of(PersonName.of(List.of(word()), List.of(word()))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty()));
    var fields = bean(SealedFields.class);
    within(
        new Acting.SystemActor(to.id(), "referrals", "bench"),
        () ->
            jdbc.execute((Connection on) -> {
              try (var handover = on.prepareStatement(HANDOVER)) {
                for (var row : rows) {
                  set(
                      handover,
                      to.id(),
                      row.id(),
                      to.service(),
                      fields.seal(TOLD, row.id(), told),
                      fields.seal(MESSAGE, row.id(), ""),
                      row.due().minusDays(3));
                }
                handover.executeBatch();
              }
              return rows.size();
            }));
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
    statement.addBatch();
  }

  /** How long some work takes, each time, once it has warmed up; in milliseconds, sorted. */
  static double[] times(int rounds, Supplier<?> work) {
    var times = new double[rounds];
    for (int i = -rounds / 4; i < rounds; i++) {
      long start = System.nanoTime();
      if (work.get() == null) {
        throw new IllegalStateException("Nothing was measured.");
      }
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    return times;
  }

  static Figure figure(String what, int bar, double[] times) {
    double p99 = times[times.length * 99 / 100];
    return new Figure(
        what,
        "p50 %.1f ms, p99 %.1f ms".formatted(times[times.length / 2], p99),
        "",
        "p99 ≤ %d ms".formatted(bar),
        p99 <= bar ? "met" : "missed");
  }

  @Override
  public void close() throws IOException {
    context.close();
    Folders.delete(folder);
  }
}
