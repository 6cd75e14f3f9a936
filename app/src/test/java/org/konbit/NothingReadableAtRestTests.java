package org.konbit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.konbit.clients.Answer;
import org.konbit.clients.Contact;
import org.konbit.clients.Details;
import org.konbit.clients.GivenClients;
import org.konbit.clients.Note;
import org.konbit.clients.Notes;
import org.konbit.clients.PersonName;
import org.konbit.clients.Sought;
import org.konbit.clients.Speech;
import org.konbit.database.Acting;
import org.konbit.referrals.exchange.GivenReferrals;
import org.konbit.referrals.notice.Mailboxes;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.konbit.vault.BirthDate;
import org.konbit.vault.Operations;
import org.konbit.vault.Retention;
import org.konbit.vault.testing.Clients;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names and phones are planted in every sealed field; whoever takes the disks looks for them. */
@KonbitTest
@Import({Clients.class, Superuser.class})
@ExtendWith(OutputCaptureExtension.class)
class NothingReadableAtRestTests {
  private static final String NAME = "Quetzalcóatl Nguyễn-Okonkwo";
  private static final String PHONE = "+16175550142";
  private static final String REASON = "Warrant about Quetzalcóatl Nguyễn-Okonkwo, " + PHONE;
  private static final LocalDate BORN = LocalDate.of(1931, 7, 19);
  private static final List<String> PLANTED =
      List.of(
          "Quetzalc",
          "QUETZALC",
          "quetzalc",
          "Nguyễn",
          "nguyen-",
          "Okonkwo",
          "okonkwo",
          "6175550142",
          BORN.toString());

  /** Where each planted value lies. A new sealed column comes with its line here. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("sample_client.name", NAME),
          Map.entry("sample_client.phone", PHONE),
          Map.entry("legal_hold.reason", REASON),
          Map.entry("client.names", NAME),
          Map.entry("client.birth_date", BORN.toString()),
          Map.entry("client.contact", PHONE),
          Map.entry("client.speech", "as " + NAME),
          Map.entry("client.need", REASON),
          Map.entry("consent.explained", NAME),
          Map.entry("client_note.text", REASON),
          Map.entry("referral.message", REASON),
          Map.entry("referral.mistake_words", REASON),
          Map.entry("referral_note.text", NAME),
          Map.entry("notice_mailbox.address", "okonkwo@example.org"),
          Map.entry("handover.shared", NAME),
          Map.entry("handover.message", REASON),
          Map.entry("handover_note.text", NAME));

  private static final String OPEN = "Written in the open 8f2c1b";

  private static final String SEALED_COLUMNS =
      """
      SELECT format('%s.%s', c.relname, a.attname)
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
       WHERE a.atttypid = 'sealed'::regtype
         AND NOT a.attisdropped
      """;

  private static final String RELATIONS =
      """
      SELECT oid::regclass::text
        FROM pg_class
       WHERE relkind IN ('r', 't', 'm')
       ORDER BY 1
      """;

  @TempDir private Path folder;

  @Autowired private Clients clients;
  @Autowired private GivenClients people;
  @Autowired private Notes notes;
  @Autowired private org.konbit.clients.Clients registered;
  @Autowired private GivenReferrals referrals;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Superuser superuser;
  @Autowired private Retention retention;
  @Autowired private JdbcClient jdbc;

  private final UUID harbor = UUID.randomUUID();

  @BeforeEach
  void plant() {
    clients.create();
    clients.add(harbor, NAME, PHONE);
    new Acting.Member(harbor, UUID.randomUUID(), Set.of("privacy_officer"), "legal demand")
        .run(() -> retention.holdEverything(REASON));
    plantPeople();
    referrals.plant(NAME, PHONE, REASON);
    superuser.sql().sql("CREATE TABLE in_the_open (word text)").update();
    superuser.sql().sql("INSERT INTO in_the_open VALUES (:word)").param("word", OPEN).update();
    superuser.sql().sql("CHECKPOINT").update();
  }

  private void plantPeople() {
    var person =
        people.client(
            harbor,
            new Details(
                PersonName.of(List.of(NAME), List.of()),
                new BirthDate.Full(BORN),
                new Contact(PHONE, "", Set.of(), ""),
                new Speech("as " + NAME, Answer.YES),
                OptionalInt.of(4),
                REASON));
    GivenClients.navigator(harbor)
        .run(() -> notes.write(UUID.randomUUID(), person, Note.Audience.TEAM, REASON));
    GivenClients.navigator(harbor)
        .run(() -> mailboxes.set(new Mailboxes.Mailbox("okonkwo@example.org", "en")));
    people.consent(
        harbor, person, people.partner("Valley Legal Aid"), GivenClients.NAME_AND_CONTACT, NAME);
  }

  @AfterEach
  void clear() {
    clients.drop();
    superuser.sql().sql("DROP TABLE in_the_open").update();
  }

  @Test
  void every_sealed_column_has_something_planted() {
    assertThat(superuser.sql().sql(SEALED_COLUMNS).query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(FIELDS.keySet());
  }

  @Test
  void no_relation_copied_out_by_the_superuser_tells_a_name_or_a_phone() throws Exception {
    boolean isOpenFound = false;
    try (var connection = superuser.source().getConnection()) {
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      var relations = superuser.sql().sql(RELATIONS).query(String.class).list();
      assertThat(relations).contains("sample_client", "legal_hold", "audit_entry");
      for (String relation : relations) {
        var out = new ByteArrayOutputStream();
        copies.copyOut("COPY (SELECT * FROM %s) TO STDOUT".formatted(relation), out);
        String content = out.toString(UTF_8);
        assertTellsNothing(relation, content);
        isOpenFound |= content.contains(OPEN);
      }
    }
    assertThat(isOpenFound).as("what is not sealed is found, so the search works").isTrue();
  }

  @Test
  void no_file_of_the_server_tells_a_name_or_a_phone() throws Exception {
    // A statement that fails with a name in its hand must not print it either.
    assertThatThrownBy(() ->
            clients.within(
                harbor,
                () ->
                    jdbc.sql(
                            """
                            INSERT INTO sample_client (organisation_id, id, name)
                            VALUES (:organisation, :id, :name)
                            """)
                        .param("organisation", harbor)
                        .param("id", UUID.randomUUID())
                        .param("name", NAME.getBytes(UTF_8))
                        .update()))
        .hasMessageNotContaining("Okonkwo");
    superuser.sql().sql("CHECKPOINT").update();

    int open = 0;
    int walFiles = 0;
    int gone = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(superuser.data())) {
      files = walk.filter(Files::isRegularFile).filter(this::isNoProgram).toList();
    }
    for (Path file : files) {
      String content;
      try {
        content = Files.readString(file, ISO_8859_1);
      } catch (NoSuchFileException e) {
        gone++; // the server runs on, and makes its caches anew
        continue;
      }
      assertTellsNothing(file.toString(), content);
      open += content.contains(new String(OPEN.getBytes(UTF_8), ISO_8859_1)) ? 1 : 0;
      walFiles += file.toString().contains("pg_wal") ? 1 : 0;
    }
    assertThat(gone).as("files that nobody looked at").isLessThan(files.size() / 100);
    assertThat(walFiles).as("write-ahead log files looked at").isPositive();
    assertThat(open).as("the open word lies in its table and in the write-ahead log").isPositive();
    assertThat(files).anyMatch(file -> file.endsWith("server.log"));
  }

  @Test
  void no_backup_tells_a_name_or_a_phone_or_anything_at_all() throws Exception {
    Path file = folder.resolve("nightly.backup");
    try (var verb =
        Operation.start(
            List.of(
                "konbit.data=" + superuser.data(),
                "konbit.key-file=" + superuser.data() + ".key",
                "konbit.database.url=",
                "konbit.database.owner-url="))) {
      verb.getBean(Operations.class).run(List.of("backup", file.toString()));
    }

    String content = Files.readString(file, ISO_8859_1);
    assertThat(content).hasSizeGreaterThan(1_000);
    assertTellsNothing("backup", content);
    assertThat(content).as("what lies open in the database").doesNotContain(OPEN, "in_the_open");
  }

  @Test
  void the_console_tells_no_name_or_phone(CapturedOutput console) {
    clients.find(harbor, NAME);
    var found = GivenClients.navigator(harbor).call(() -> registered.search(Sought.named(NAME)));
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().details() + "" + found.getFirst()).doesNotContain("Okonkwo");

    assertTellsNothing("console", console.getAll());
  }

  private boolean isNoProgram(Path file) {
    return !file.toString().contains("programs-") && !file.endsWith("lock"); // empty, and ours
  }

  private static void assertTellsNothing(String where, String content) {
    for (String planted : PLANTED) {
      byte[] bytes = planted.getBytes(UTF_8);
      for (String form :
          List.of(
              planted,
              new String(bytes, ISO_8859_1),
              HexFormat.of().formatHex(bytes),
              Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(0, 8))) {
        assertThat(content.contains(form)).as("%s in %s", form, where).isFalse();
      }
    }
  }
}
