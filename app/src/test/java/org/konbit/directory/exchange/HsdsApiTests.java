package org.konbit.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.GivenEntries.Given;
import org.konbit.directory.entry.Hours;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.Keeping;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@KonbitTest
class HsdsApiTests {
  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort private int port;
  @Autowired private GivenEntries entries;
  @Autowired private GivenStaff staff;
  @Autowired private Keeping keeping;

  private UUID keeper;
  private Given given;
  private Given shelter;

  @BeforeEach
  void anOpenServiceAndASecretOne() {
    keeper = staff.organisation("Harbor Clinic");
    var weekly =
        new Hours.Weekly(
            new TreeSet<>(List.of(DayOfWeek.MONDAY)),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Optional.empty(),
            Optional.empty());
    given =
        entries
            .entry(keeper, "Lantern House")
            .offers("=cmd|'/c calc'!A1", Need.ENGLISH, Need.JOBS)
            .saying("Evening course, \"free\",\nfor adults")
            .in("02139")
            .speaking("pt")
            .taking(Intake.State.OPEN)
            .open(new Hours(ZoneId.of("America/New_York"), List.of(weekly), List.of()))
            .listed();
    shelter =
        entries
            .entry(keeper, "Willow House")
            .offers("Safe rooms", Need.SAFETY)
            .atASecretPlace()
            .listed();
  }

  @Test
  void the_door_says_which_version_it_is() throws Exception {
    assertThat(get("").path("version").asString()).isEqualTo("3.1");
    assertThat(get("").path("openapi_url").asString()).startsWith("https://");
  }

  @Test
  void a_service_goes_out_with_its_place_organisation_needs_and_schedules() throws Exception {
    var service = get("/services/" + given.service());

    assertThat(service.path("organization").path("name").asString()).isEqualTo("Lantern House");
    assertThat(
            service
                .path("service_at_locations")
                .get(0)
                .path("location")
                .path("latitude")
                .isNumber())
        .isTrue();
    assertThat(service.path("assured_date").asString()).isNotEmpty();
    assertThat(service.path("schedules")).isNotEmpty();
    assertThat(service.path("attributes").findValuesAsString("code"))
        .contains("english", "jobs", "open");
  }

  @Test
  void a_service_at_its_place_goes_out_by_its_own_id() throws Exception {
    var listed =
        get("/service_at_locations?organization_id=" + given.entry()).path("contents").get(0);
    var whole = get("/service_at_locations/" + listed.path("id").asString());

    assertThat(whole.path("id")).isEqualTo(listed.path("id"));
    assertThat(whole.path("service").path("id").asString()).isEqualTo(given.service().toString());
    assertThat(whole.path("location").path("latitude").isNumber()).isTrue();
    assertThat(status("/service_at_locations/" + given.entry())).isEqualTo(404);
  }

  @Test
  void terms_are_found_by_words_by_taxonomy_and_by_what_stands_above_them() throws Exception {
    long all = total("/taxonomy_terms");
    var taxonomy = get("/taxonomies?search=NEEDS").path("contents").get(0).path("id").asString();
    long needs = total("/taxonomy_terms?taxonomy_id=" + taxonomy);

    assertThat(total("/taxonomies?search=needs")).isEqualTo(1);
    assertThat(needs).isEqualTo(Need.values().length).isLessThan(all);
    assertThat(total("/taxonomy_terms?top_only=true")).isEqualTo(all); // ours have none above them
    assertThat(total("/taxonomy_terms?parent_id=" + taxonomy)).isZero();
    assertThat(total("/taxonomy_terms?search=english&taxonomy_id=" + taxonomy))
        .isBetween(1L, needs - 1);
    assertThat(total("/taxonomy_terms?search=no-such-words")).isZero();
    assertThat(status("/taxonomy_terms?parent_id=x")).isEqualTo(400);
    assertThat(status("/taxonomy_terms?top_only=maybe")).isEqualTo(400);
  }

  @Test
  void a_secret_place_goes_out_nowhere() throws Exception {
    var service = get("/services/" + shelter.service());

    assertThat(service.path("service_at_locations")).isEmpty();
    assertThat(raw("/service_at_locations?organization_id=" + shelter.entry()))
        .contains("\"total_items\":0");
  }

  @Test
  void pages_count_what_there_is() throws Exception {
    var page = get("/services?per_page=1&organization_id=" + given.entry());

    assertThat(page.path("total_items").asInt()).isEqualTo(1);
    assertThat(page.path("total_pages").asInt()).isEqualTo(1);
    assertThat(page.path("first_page").asBoolean()).isTrue();
    assertThat(page.path("last_page").asBoolean()).isTrue();
    assertThat(page.path("empty").asBoolean()).isFalse();
    assertThat(page.path("contents").get(0).has("service_at_locations")).isFalse();
    assertThat(
            get("/services?full=true&organization_id=" + given.entry())
                .path("contents")
                .get(0)
                .has("service_at_locations"))
        .isTrue();
    assertThat(get("/services?page=9999").path("empty").asBoolean()).isTrue();
  }

  @Test
  void filters_narrow_together() throws Exception {
    var english = Vocabulary.termId(Vocabulary.NEEDS, "english");
    var food = Vocabulary.termId(Vocabulary.NEEDS, "food");
    String own = "&organization_id=" + given.entry();

    assertThat(total("/services?taxonomy_term_id=" + english + own)).isEqualTo(1);
    assertThat(total("/services?taxonomy_term_id=" + food + own)).isZero();
    assertThat(total("/services?taxonomy_id=" + Vocabulary.INTAKE + own)).isEqualTo(1);
    assertThat(total("/services?modified_after=2999-01-01T00:00:00Z" + own)).isZero();
    assertThat(total("/services?search=Lantern" + own)).isEqualTo(1);
    assertThat(total("/service_at_locations?postcode=02138&proximity=5000" + own)).isEqualTo(1);
    assertThat(total("/service_at_locations?postcode=01201&proximity=5000" + own)).isZero();
    assertThat(total("/organizations?taxonomy_term_id=" + english)).isPositive();
  }

  @Test
  void lines_stream_all_of_it_without_pages() throws Exception {
    var lines = raw("/services?format=ndjson").lines().map(JSON::readTree).toList();

    assertThat(lines).hasSize((int) total("/services"));
    assertThat(lines.stream().map(each -> each.path("id").asString()).toList())
        .contains(given.service().toString(), shelter.service().toString())
        .doesNotHaveDuplicates();
    assertThat(JSON.readTree(raw("/services?minimal=true"))).hasSize(lines.size());
  }

  @Test
  void what_readers_do_not_see_other_systems_do_not_get() throws Exception {
    new Acting.SystemActor(keeper, "test", "test").run(() -> keeping.withdraw(given.entry()));

    assertThat(status("/services/" + given.service())).isEqualTo(404);
    assertThat(status("/organizations/" + given.entry())).isEqualTo(404);
    assertThat(raw("/services?format=ndjson")).doesNotContain(given.service().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services?page=0",
        "/services?per_page=501",
        "/services?page=x",
        "/services?format=xml",
        "/services?full=maybe",
        "/services?organization_id=7",
        "/services?modified_after=yesterday",
        "/service_at_locations?postcode=90210",
        "/service_at_locations?postcode=02139&proximity=-1"
      })
  void a_parameter_that_makes_no_sense_is_told_by_its_name(String path) throws Exception {
    assertThat(status(path)).isEqualTo(400);
    assertThat(raw(path))
        .contains("cannot be used")
        .containsPattern("It takes|Say ")
        .doesNotContain("Exception");
  }

  @Test
  void the_tabular_package_holds_every_table_and_runs_in_no_spreadsheet() throws Exception {
    var files = unzipped("/package.zip");

    assertThat(files)
        .containsKeys(
            "datapackage.json",
            "organizations.csv",
            "services.csv",
            "locations.csv",
            "addresses.csv",
            "service_at_location.csv",
            "schedules.csv",
            "languages.csv",
            "attributes.csv",
            "taxonomies.csv",
            "taxonomy_terms.csv");
    assertThat(files.get("services.csv"))
        .startsWith("id,organization_id,")
        .contains("'=cmd|'/c calc'!A1")
        .doesNotContain(",=cmd")
        .contains("\"Evening course, \"\"free\"\",\nfor adults\"");
    assertThat(files.get("service_at_location.csv")).contains(given.service().toString());
    assertThat(files.get("addresses.csv")).contains("1 Harbor Street");
  }

  @Test
  void what_goes_out_is_as_the_standard_wants_it() throws Exception {
    String folder = Optional.ofNullable(System.getenv("KONBIT_HSDS")).orElse("");
    assumeThat(folder)
        .as("KONBIT_HSDS names a copy of the standard (github.com/openreferral/specification)")
        .isNotEmpty();

    assertThat(wrong(folder, "service", "/services/" + given.service())).isEmpty();
    assertThat(
            wrong(folder, "organization", "/organizations/" + given.entry() + "?full_service=true"))
        .isEmpty();
    var atPlace =
        get("/service_at_locations?organization_id=" + given.entry()).path("contents").get(0);
    assertThat(
            wrong(
                folder,
                "service_at_location",
                "/service_at_locations/" + atPlace.path("id").asString()))
        .isEmpty();
    for (var each : get("/services?per_page=500").path("contents")) {
      assertThat(problems(folder, "service_list", each)).isEmpty();
    }
    for (var each : get("/organizations?per_page=500").path("contents")) {
      assertThat(problems(folder, "organization_list", each)).isEmpty();
    }
    for (var each : get("/service_at_locations?per_page=500").path("contents")) {
      assertThat(problems(folder, "service_at_location_list", each)).isEmpty();
    }
  }

  private List<String> wrong(String folder, String schema, String path) throws Exception {
    return problems(folder, schema, get(path));
  }

  private static List<String> problems(String folder, String schema, JsonNode document)
      throws IOException {
    String text = Files.readString(Path.of(folder, "schema", "compiled", schema + ".json"));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.readTree(text));
    return StreamSupport.stream(compiled.validate(document).spliterator(), false)
        .map(Object::toString)
        .toList();
  }

  private long total(String path) throws Exception {
    return get(path).path("total_items").asLong();
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(raw(path));
  }

  private String raw(String path) throws Exception {
    return HttpClient.newHttpClient().send(request(path), BodyHandlers.ofString()).body();
  }

  private int status(String path) throws Exception {
    return HttpClient.newHttpClient().send(request(path), BodyHandlers.discarding()).statusCode();
  }

  private Map<String, String> unzipped(String path) throws Exception {
    byte[] zip = HttpClient.newHttpClient().send(request(path), BodyHandlers.ofByteArray()).body();
    var files = new HashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        files.put(each.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:%d/hsds/v3%s".formatted(port, path)))
        .GET()
        .build();
  }
}
