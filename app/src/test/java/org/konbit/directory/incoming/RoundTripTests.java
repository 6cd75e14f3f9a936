package org.konbit.directory.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.Hours;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.Whole;
import org.konbit.rules.testing.Seeds;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes out comes in again as it was: as JSON, as lines and as tables. */
@KonbitTest
class RoundTripTests {
  private static final String HSDS = Optional.ofNullable(System.getenv("KONBIT_HSDS")).orElse("");

  @LocalServerPort private int port;
  @Autowired private Imports imports;
  @Autowired private Refused refused;
  @Autowired private Entries entries;
  @Autowired private Keeping keeping;
  @Autowired private GivenEntries given;
  @Autowired private GivenStaff staff;

  @TempDir private Path folder;

  private Acting harbor;

  @BeforeEach
  void somebodyWhoBringsFilesIn() {
    harbor = new Acting.SystemActor(staff.organisation("Harbor Clinic"), "test", "test");
  }

  static LongStream seeds() {
    return Seeds.few();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_the_standard_can_say_comes_back_without_a_change(long seed) throws Exception {
    var sent = new AnyOrganisation(new Random(seed)).organisation();
    var id = UUID.fromString(sent.path("id").asString());

    take("sent.json", sent.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(last().refused()).isZero();
    harbor.run(() -> keeping.confirm(id)); // the day of which goes out with each service
    var before = whole(id);

    take("back.json", bytes("/organizations/" + id + "?full_service=true"));
    assertUnchanged(before);
    take("lines.ndjson", bytes("/services?full=true&format=ndjson&organization_id=" + id));
    assertUnchanged(before);
    take("package.zip", bytes("/package.zip"));
    assertUnchanged(before);
    take("package.zip", bytes("/package.zip"));
    assertUnchanged(before);
  }

  @Test
  void what_is_typed_at_the_desk_and_schedules_of_a_file_stand_side_by_side() throws Exception {
    var monday =
        new Hours.Weekly(
            new TreeSet<>(List.of(DayOfWeek.MONDAY)),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Optional.empty(),
            Optional.empty());
    var own =
        given
            .entry(harbor.actingFor().orElseThrow(), "Lantern House")
            .offers("Course", Need.ENGLISH)
            .in("02139")
            .open(new Hours(ZoneId.of("America/New_York"), List.of(monday), List.of()))
            .answering(Duration.ofHours(24))
            .listed();
    take(
        "schedules.json",
        """
        {"id": "%s", "organization_id": "%s", "name": "Course", "status": "active", "schedules": [
          {"id": "%s", "freq": "MONTHLY", "byday": "1SA", "opens_at": "10:00"}]}
        """
            .formatted(own.service(), own.entry(), UUID.randomUUID())
            .getBytes(StandardCharsets.UTF_8));
    var before = whole(own.entry());
    assertThat(before.services().getFirst().document().list("schedules")).hasSize(1);

    take("package.zip", bytes("/package.zip"));

    assertUnchanged(before);
  }

  @Test
  void what_ships_with_konbit_comes_back_without_a_change() throws Exception {
    var coalition = new Acting.SystemActor(staff.coalition(), "test", "test");
    byte[] zip = bytes("/package.zip");

    var told =
        coalition.call(() -> {
          taken("package.zip", zip);
          return refused.last(1).getFirst();
        });

    assertThat(told.unchanged()).isGreaterThan(20);
    assertThat(told.added() + told.changed()).isZero();
  }

  /** Two organisations at one address, far apart in the file. */
  @Test
  void tables_may_share_a_place_between_organisations() throws Exception {
    var first = UUID.randomUUID();
    var others = Stream.generate(UUID::randomUUID).limit(5).toList();
    var place = UUID.randomUUID();
    var all = Stream.concat(Stream.of(first), others.stream()).toList();
    var organisations = new StringBuilder("id,name,description\n");
    var services = new StringBuilder("id,organization_id,name,status\n");
    var ats = new StringBuilder("id,service_id,location_id\n");
    for (var each : all) {
      var service = UUID.randomUUID();
      organisations.append(each).append(",House,Help\n");
      services.append(service).append(',').append(each).append(",Help,active\n");
      ats.append(UUID.randomUUID()).append(',').append(service).append(',').append(place);
      ats.append('\n');
    }
    String locations = "id,location_type,name\n" + place + ",physical,Town Hall\n";

    take(
        "shared.zip",
        zip(
            "organizations.csv",
            organisations.toString(),
            "services.csv",
            services.toString(),
            "service_at_location.csv",
            ats.toString(),
            "locations.csv",
            locations));

    assertThat(last().refused()).isZero();
    assertThat(all)
        .allSatisfy(each -> {
          var whole = whole(each);
          assertThat(whole.places(whole.services().getFirst()))
              .extracting(at -> at.document().text("name").orElse(""))
              .containsExactly("Town Hall");
        });
  }

  @Test
  void the_standards_own_examples_are_taken_whole() throws Exception {
    assumeThat(HSDS)
        .as("KONBIT_HSDS names a copy of the standard (github.com/openreferral/specification)")
        .isNotEmpty();
    Path examples = Path.of(HSDS, "examples");
    for (String name :
        List.of("organization_full.json", "service_full.json", "service_at_location_full.json")) {
      take(name, Files.readAllBytes(examples.resolve(name)));
      assertThat(waiting()).as(name).isEmpty();
      assertThat(last().added() + last().changed() + last().unchanged()).as(name).isPositive();
    }
    var example =
        (ObjectNode)
            JsonMapper.shared().readTree(examples.resolve("organization_full.json").toFile());
    var back =
        JsonMapper.shared()
            .readTree(
                bytes("/organizations/" + example.path("id").asString() + "?full_service=true"));
    example
        .path("services")
        .forEach(each -> ((ObjectNode) each).remove("last_modified")); // it is ours to say
    EveryKind.assertSame(example, back);

    try (var tables = Files.list(examples.resolve("csv"))) {
      var files = new java.util.ArrayList<String>();
      for (Path table : tables.filter(each -> each.toString().endsWith(".csv")).toList()) {
        files.add(table.getFileName().toString());
        files.add(Files.readString(table));
      }
      take("csv.zip", zip(files.toArray(String[]::new)));
    }
    assertThat(waiting())
        .as("rows that hang from what the example leaves out, and no others")
        .allMatch(each -> each.problems().getFirst().what() == Refusal.What.PARENT);
    assertThat(waiting().stream().map(Refusal::place))
        .isSubsetOf(
            "attributes.csv:2",
            "locations.csv:2",
            "metadata.csv:2",
            "meta_table_descriptions.csv:2",
            "service_capacity.csv:2",
            "url.csv:2");
    assertThat(last().added() + last().changed() + last().unchanged()).isPositive();
  }

  private void assertUnchanged(Whole before) {
    assertThat(last().added()).as("added").isZero();
    assertThat(last().changed()).as("changed").isZero();
    assertThat(whole(before.entry().id())).isEqualTo(before);
  }

  private void take(String name, byte[] bytes) {
    harbor.run(() -> taken(name, bytes));
  }

  private void taken(String name, byte[] bytes) {
    try {
      imports.take(Files.write(folder.resolve("file"), bytes), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Refused.Import last() {
    return harbor.call(() -> refused.last(1)).getFirst();
  }

  private List<Refusal> waiting() {
    return harbor.call(() -> refused.waiting(100)).stream()
        .map(Refused.Waiting::refusal)
        .filter(each -> each.problems().getFirst().what() != Refusal.What.KEPT)
        .toList();
  }

  private Whole whole(UUID id) {
    return entries.wholes(List.of(id)).getFirst();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private byte[] bytes(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hsds/v3" + path));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()).body();
  }
}
