package org.konbit.directory.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Arrivals;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.entry.Whole;
import org.konbit.directory.exchange.Scratch;
import org.konbit.directory.place.Gazetteer;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@KonbitTest
class ImportTests {
  @LocalServerPort private int port;
  @Autowired private Imports imports;
  @Autowired private Refused refused;
  @Autowired private Arrivals arrivals;
  @Autowired private Gazetteer gazetteer;
  @Autowired private Scratch scratch;
  @Autowired private TransactionOperations transactions;
  @Autowired private Clock clock;
  @Autowired private Entries entries;
  @Autowired private GivenEntries given;
  @Autowired private GivenStaff staff;

  @TempDir private Path folder;

  private Acting harbor;
  private String organisation;
  private String service;
  private String place;

  @BeforeEach
  void somebodyWhoBringsFilesIn() {
    harbor = new Acting.SystemActor(staff.organisation("Harbor Clinic"), "test", "test");
    organisation = UUID.randomUUID().toString();
    service = UUID.randomUUID().toString();
    place = UUID.randomUUID().toString();
  }

  @Test
  void a_document_with_everything_in_it_goes_out_as_it_came_and_a_second_time_changes_nothing()
      throws Exception {
    String document = EveryKind.of(organisation, service, place);
    take("all.json", document);

    assertThat(last().refused()).isZero();
    assertThat(last().namesLeftOut()).isEqualTo(4);
    var sent = JsonMapper.shared().readTree(document);
    var back = get("/organizations/" + organisation + "?full_service=true");
    EveryKind.assertSame(sent, back);

    take("all.json", document);
    assertThat(last().added() + last().changed()).isZero();
    assertThat(last().unchanged()).isEqualTo(3);
  }

  @Test
  void what_went_out_as_tables_or_lines_comes_in_again_without_a_change() throws Exception {
    take("all.json", EveryKind.of(organisation, service, place));
    var own =
        given
            .entry(harbor.actingFor().orElseThrow(), "Lantern House")
            .offers("=cmd|'/c calc'!A1", Need.ENGLISH)
            .saying("'-not a formula, \"but\"\nclose")
            .in("02139")
            .taking(Intake.State.OPEN)
            .by(Modality.HYBRID)
            .listed();
    var before = whole(own.entry());
    var everything = whole(UUID.fromString(organisation));

    take("package.zip", bytes("/package.zip"));
    assertThat(whole(own.entry())).isEqualTo(before);
    assertThat(whole(UUID.fromString(organisation))).isEqualTo(everything);
    assertThat(last().added()).isZero();

    take("lines.ndjson", bytes("/services?full=true&format=ndjson"));
    assertThat(whole(UUID.fromString(organisation))).isEqualTo(everything);
    assertThat(last().added()).isZero();
    assertThat(whole(own.entry())).isEqualTo(before);
  }

  @Test
  void wrong_rows_are_named_by_row_and_field_and_all_others_are_taken() throws Exception {
    String other = UUID.randomUUID().toString();
    take(
        "package.zip",
        zip(
            Map.of(
                "organizations.csv",
                "id,name,description,website,parent_organization_id\n"
                    + organisation
                    + ",Lantern,Help,www.lantern.example,"
                    + other
                    + "\n"
                    + other
                    + ",Mosaic,Help,https://mosaic.example,"
                    + organisation
                    + "\n"
                    + "17,Broken,Help,,\n",
                "services.csv",
                "id,organization_id,name,status,minimum_age\n"
                    + service
                    + ","
                    + organisation
                    + ",'=HYPERLINK(1),active,x\n"
                    + UUID.randomUUID()
                    + ","
                    + organisation
                    + ",Closed,sometimes,\n"
                    + UUID.randomUUID()
                    + ",17,Lost,active,\n",
                "phones.csv",
                "id,service_id,number\n"
                    + UUID.randomUUID()
                    + ","
                    + service
                    + ",\n"
                    + UUID.randomUUID()
                    + ","
                    + service
                    + ",508-555-0100\n"
                    + UUID.randomUUID()
                    + ","
                    + UUID.randomUUID()
                    + ",508-555-0101\n")));

    var told =
        waiting().stream().map(each -> each.kind() + " " + each.place() + " " + fields(each));
    assertThat(told)
        .contains(
            "organization organizations.csv:2 website URI",
            "organization organizations.csv:4 id UUID",
            "service services.csv:2 minimum_age NUMBER",
            "service services.csv:3 status CHOICE",
            "phone phones.csv:2 number MISSING",
            "phone phones.csv:4 service_id PARENT")
        .anyMatch(each -> each.endsWith("parent_organization_id CYCLE"))
        .anyMatch(each -> each.startsWith("service") && each.endsWith("organization_id PARENT"));
    var whole = whole(UUID.fromString(organisation));
    assertThat(whole.services()).hasSize(1);
    assertThat(whole.services().getFirst().name()).isEqualTo("=HYPERLINK(1)");
    assertThat(whole.services().getFirst().document().list("phones")).hasSize(1);
  }

  @Test
  void what_a_mended_file_sets_right_waits_no_more_however_deep_it_stood() throws Exception {
    String wrong =
        """
        {"id":"%s","name":"Lantern","description":"Help","services":[{"id":"%s","name":"Class",\
        "status":"active","schedules":[{"id":"%s","opens_at":"25:99"}]},\
        {"id":"oops","name":"Class","status":"active"}]}\
        """
            .formatted(organisation, service, place);
    take("mended.json", wrong);
    var before = waitingIn(organisation);

    take(
        "mended.json",
        wrong.replace("25:99", "18:00:00").replace("oops", UUID.randomUUID().toString()));

    assertThat(before).containsExactlyInAnyOrder("schedule", "service");
    assertThat(waitingIn(organisation)).isEmpty();
    assertThat(whole(UUID.fromString(organisation)).services()).hasSize(2);
  }

  private List<String> waitingIn(String entry) {
    return waiting().stream()
        .filter(each -> each.entryId().equals(entry))
        .map(Refusal::kind)
        .toList();
  }

  @Test
  void lines_in_an_older_encoding_are_read_beside_those_in_utf_8() throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\ufeffid,name,description\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(
        (organisation + ",Niños,Ajuda em português\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(
        (service + ",Señora,Informação\0\n").getBytes(Charset.forName("windows-1252")));
    take("old.zip", zip(Map.of("export/organizations.csv", bytes.toByteArray().clone())));

    assertThat(whole(UUID.fromString(organisation)).entry().name()).isEqualTo("Niños");
    assertThat(whole(UUID.fromString(service)).entry().name()).isEqualTo("Señora");
  }

  @Test
  void what_hides_a_text_is_taken_out_and_nothing_else() throws Exception {
    take(
        "all.json",
        "{\"id\":\"%s\",\"name\":\"Lan\\u202etern\\u0007 \\u2067<b>House\",\"description\":\"=1+1 👩‍👧 Нouse\"}"
            .formatted(organisation));

    var entry = whole(UUID.fromString(organisation)).entry();
    assertThat(entry.name()).isEqualTo("Lantern <b>House");
    assertThat(entry.document().text("description")).contains("=1+1 👩‍👧 Нouse");
  }

  @ParameterizedTest
  @CsvSource({"EMPTY", "FORMAT", "BROKEN", "LARGE", "BOMB", "TABLES", "CUT"})
  void a_file_that_cannot_be_read_changes_nothing(String kind) throws Exception {
    String begins =
        "[{\"id\":\"%s\",\"name\":\"Lantern\",\"description\":\"x\"}".formatted(organisation);
    byte[] file =
        switch (kind) {
          case "EMPTY" -> new byte[0];
          case "FORMAT" -> "<html>".getBytes(StandardCharsets.UTF_8);
          case "BROKEN" -> (begins + ",{\"id\":").getBytes(StandardCharsets.UTF_8);
          case "LARGE" ->
              (begins + ",{\"x\":[" + "1234567,".repeat(2_500_000))
                  .getBytes(StandardCharsets.UTF_8);
          case "BOMB" -> zip(Map.of("services.csv", "id,name\n" + "x,y\n".repeat(10_000_000)));
          case "TABLES" -> zip(Map.of("readme.txt", "hello"));
          default -> {
            byte[] zip = zip(Map.of("organizations.csv", "id,name\n"));
            yield java.util.Arrays.copyOf(zip, zip.length / 2);
          }
        };
    String reason = kind.equals("CUT") ? "BROKEN" : kind;

    assertThatThrownBy(() -> take("file", file))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(reason);
    assertThat(entries.wholes(List.of(UUID.fromString(organisation)))).isEmpty();
  }

  @Test
  void stopped_before_its_end_nothing_of_it_is_there() throws Exception {
    TransactionOperations stopping =
        new TransactionOperations() {
          @Override
          public <T> T execute(
              org.springframework.transaction.support.TransactionCallback<T> work) {
            return transactions.execute(status -> {
              work.doInTransaction(status);
              throw new IllegalStateException("stopped");
            });
          }
        };
    var killed = new Imports(arrivals, refused, gazetteer, scratch, stopping, clock);
    Path file = Files.writeString(folder.resolve("f"), EveryKind.of(organisation, service, place));

    var before = harbor.call(() -> refused.last(1));

    assertThatThrownBy(() -> harbor.call(() -> killed.take(file, "f"))).hasMessage("stopped");

    assertThat(entries.wholes(List.of(UUID.fromString(organisation)))).isEmpty();
    assertThat(harbor.call(() -> refused.last(1))).isEqualTo(before);
    take("f", EveryKind.of(organisation, service, place));
    assertThat(last().added()).isEqualTo(3);
  }

  @Test
  void what_another_organisation_keeps_is_not_changed_by_a_file() throws Exception {
    var valley =
        given
            .entry(staff.organisation("Valley Legal Aid"), "Valley")
            .offers("Advice", Need.LEGAL)
            .listed();
    var before = whole(valley.entry());

    take("theft.json", EveryKind.of(valley.entry().toString(), valley.service().toString(), place));

    assertThat(whole(valley.entry())).isEqualTo(before);
    assertThat(last().others()).as("the organization, its service and its place").isEqualTo(3);
    assertThat(last().refused()).isZero();
  }

  @Test
  void a_secret_place_stays_secret_whatever_a_file_says() throws Exception {
    var shelter =
        given
            .entry(harbor.actingFor().orElseThrow(), "Willow")
            .offers("Rooms", Need.SAFETY)
            .atASecretPlace()
            .listed();

    take(
        "places.json",
        EveryKind.of(shelter.entry().toString(), shelter.service().toString(), place));

    assertThat(whole(shelter.entry()).services().getFirst().isPlaceSecret()).isTrue();
    assertThat(whole(shelter.entry()).services().getFirst().places()).isEmpty();
    assertThat(whole(shelter.entry()).locations()).isEmpty();
    assertThat(waiting().toString()).doesNotContain("location address_1");
    assertThat(waiting()).extracting(ImportTests::fields).contains("location_id SECRET");
  }

  private void take(String name, String text) throws IOException {
    take(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void take(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    harbor.call(() -> {
      try {
        return imports.take(file, name);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private Refused.Import last() {
    return harbor.call(() -> refused.last(1)).getFirst();
  }

  private List<Refusal> waiting() {
    return harbor.call(() -> refused.waiting(100)).stream().map(Refused.Waiting::refusal).toList();
  }

  private static String fields(Refusal refusal) {
    var first = refusal.problems().getFirst();
    return first.field() + " " + first.what();
  }

  private Whole whole(UUID id) {
    return entries.wholes(List.of(id)).getFirst();
  }

  private static byte[] zip(Map<String, ?> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var each : new LinkedHashMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(
            each.getValue() instanceof byte[] bytes
                ? bytes
                : each.getValue().toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private JsonNode get(String path) throws Exception {
    return JsonMapper.shared().readTree(bytes(path));
  }

  private byte[] bytes(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hsds/v3" + path));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()).body();
  }
}
