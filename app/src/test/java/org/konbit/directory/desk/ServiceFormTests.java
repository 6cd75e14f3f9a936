package org.konbit.directory.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.GivenEntries.Given;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Whole;
import org.konbit.directory.incoming.Imports;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** What a service's form takes is read back, and what it does not show it leaves alone. */
@KonbitTest
class ServiceFormTests {
  private static final Pattern CONTROL =
      Pattern.compile("(?s)<(input|textarea|select)\\b([^>]*)>(?:(.*?)</\\1>)?");
  private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected>");

  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private GivenEntries given;
  @Autowired private Entries entries;
  @Autowired private Imports imports;

  @TempDir private Path folder;

  private UUID harbor;
  private Given own;
  private DeskVisitor navigator;
  private String address;

  @BeforeEach
  void aNavigatorWithAService() {
    harbor = staff.organisation("Harbor Clinic");
    own = given.entry(harbor, "Harbor Clinic").offers("Course", Need.ENGLISH).in("02139").listed();
    navigator = new DeskVisitor(port).with(staff.session(staff.person(harbor, Role.NAVIGATOR)));
    address = "/desk/en/directory/" + own.entry() + "/services/" + own.service();
  }

  @Test
  void where_for_whom_by_whom_and_for_how_much_are_read_back() {
    navigator.open(address);
    var typed =
        Map.of(
            "areas", "Framingham\nMarlborough",
            "program", "Evening school",
            "funding", "City of Framingham\nA foundation",
            "role", "Intake desk",
            "rolePhone", "508-555-0101",
            "roleEmail", "intake@harbor.example",
            "amount", "12.50",
            "available", "4",
            "maximum", "12");

    navigator.sendAll(address, with(typed));

    assertThat(navigator.status()).isEqualTo(200);
    var document = document();
    assertThat(texts(document, "service_areas", "name"))
        .containsExactly("Framingham", "Marlborough");
    assertThat(document.one("program").orElseThrow().text("name")).hasValue("Evening school");
    assertThat(texts(document, "funding", "source"))
        .containsExactly("City of Framingham", "A foundation");
    var contact = document.list("contacts").getFirst();
    assertThat(contact.text("title")).hasValue("Intake desk");
    assertThat(contact.text("email")).hasValue("intake@harbor.example");
    assertThat(texts(contact, "phones", "number")).containsExactly("508-555-0101");
    assertThat(document.list("cost_options").getFirst().json().get("amount").decimalValue())
        .isEqualByComparingTo("12.50");
    assertThat(document.list("capacities").getFirst().number("available")).hasValue(4);
    assertThat(document.list("capacities").getFirst().number("maximum")).hasValue(12);

    var shown = fields(navigator.open(address).body());
    typed.forEach((field, text) -> assertThat(shown).contains(Map.entry(field, text)));
    assertThat(navigator.open("/en/help/" + own.entry()).body())
        .contains("Framingham", "Intake desk", "508-555-0101", "$12.50", "4 of 12");
  }

  @Test
  void how_soon_it_answers_partners_is_read_back_and_left_alone_by_what_else_is_done()
      throws IOException {
    navigator.open(address);
    assertThat(navigator.body()).contains("72 hours");
    navigator.sendAll(address, with(Map.of("answer", "24")));

    assertThat(service().answersWithin()).hasValue(Duration.ofHours(24));
    assertThat(fields(navigator.open(address).body())).contains(Map.entry("answer", "24"));
    take(rich());
    navigator.send(
        "/desk/en/directory/%s/places/%s/remove"
            .formatted(own.entry(), whole().locations().getFirst().id()),
        Map.of());
    assertThat(service().answersWithin()).hasValue(Duration.ofHours(24));
    assertThat(navigator.open("/hsds/v3/services/" + own.service()).body())
        .contains(own.service().toString())
        .doesNotContain("answer");

    navigator.open(address).sendAll(address, with(Map.of("answer", "")));

    assertThat(service().answersWithin()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "721", "-24", "1.5", "9999999999", "24 h", "٢٤", "soon"})
  void an_hour_that_is_none_is_told_and_stays_as_typed(String typed) {
    navigator.open(address);

    navigator.sendAll(address, with(Map.of("answer", typed)));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains("Write whole hours from 1 to 720");
    assertThat(fields(navigator.body())).contains(Map.entry("answer", typed));
    assertThat(service().answersWithin()).isEmpty();
  }

  @Test
  void numbers_that_are_none_are_told_and_stay_as_typed() {
    navigator.open(address);

    navigator.sendAll(
        address, with(Map.of("amount", "a few", "available", "-1", "rolePhone", "508-555-0101")));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body())
        .contains("Write an amount in dollars", "Write a whole number", "Say by which role")
        .contains("value=\"a few\"", "value=\"-1\"");
  }

  @Test
  void a_service_that_came_in_a_file_loses_nothing_when_it_is_saved_as_it_is_shown()
      throws IOException {
    take(rich());
    var before = document();

    navigator.open(address).sendAll(address, with(Map.of()));

    assertThat(navigator.status()).isEqualTo(200);
    assertThat(document()).isEqualTo(before);
  }

  private void take(String text) throws IOException {
    var file = Files.writeString(folder.resolve("f"), text);
    new Acting.SystemActor(harbor, "test", "test")
        .call(() -> {
          try {
            return imports.take(file, "rich.json");
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private String rich() {
    return """
    {"id": "%s", "organization_id": "%s", "name": "Course", "status": "active", "minimum_age": 0.5,
     "service_areas": [{"id": "%s", "extent": "POLYGON EMPTY"}, {"id": "%s", "name": "Lynn"}],
     "contacts": [{"id": "%s", "department": "Front desk"}, {"id": "%s", "title": "Director"}],
     "cost_options": [{"id": "%s", "option": "Adults", "amount": 12.5, "currency": "EUR"}],
     "program": {"id": "%s", "name": "School", "description": "Evenings", "alternate_name": "S"},
     "phones": [{"id": "%s", "number": "508-555-0100", "extension": 7, "type": "voice"}],
     "required_documents": [{"id": "%s", "document": "A pen", "uri": "https://pen.example/"}],
     "funding": [{"id": "%s"}], "licenses": "None", "wait_time": "Two weeks"}
    """
        .formatted(
            own.service(), own.entry(), id(), id(), id(), id(), id(), id(), id(), id(), id());
  }

  private static UUID id() {
    return UUID.randomUUID();
  }

  private Document document() {
    return service().document();
  }

  private ListedService service() {
    return whole().service(own.service()).orElseThrow();
  }

  private Whole whole() {
    return entries.wholes(List.of(own.entry())).getFirst();
  }

  private static List<String> texts(Document document, String field, String part) {
    return document.list(field).stream().flatMap(each -> each.text(part).stream()).toList();
  }

  /** The open form as it is shown, with these fields typed anew. */
  private List<Map.Entry<String, String>> with(Map<String, String> typed) {
    var all = new ArrayList<>(fields(navigator.body()));
    all.removeIf(each -> typed.containsKey(each.getKey()));
    all.addAll(typed.entrySet());
    return all;
  }

  /** What a browser would send of a page's first form. */
  private static List<Map.Entry<String, String>> fields(String page) {
    int begin = page.indexOf("<form class=\"form");
    var found = new ArrayList<Map.Entry<String, String>>();
    var controls = CONTROL.matcher(page.substring(begin, page.indexOf("</form>", begin)));
    while (controls.find()) {
      String name = attribute(controls.group(2), "name");
      boolean isBox = controls.group(2).contains("type=\"checkbox\"");
      if (controls.group(1).equals("select")) {
        var chosen = CHOSEN.matcher(controls.group(3));
        found.add(Map.entry(name, chosen.find() ? chosen.group(1) : ""));
      } else if (controls.group(1).equals("textarea")) {
        found.add(Map.entry(name, HtmlUtils.htmlUnescape(controls.group(3))));
      } else if (!name.equals("_csrf") && (!isBox || controls.group(2).contains("checked"))) {
        found.add(Map.entry(name, HtmlUtils.htmlUnescape(attribute(controls.group(2), "value"))));
      }
    }
    assertThat(found).as("fields of the form").hasSizeGreaterThan(20);
    return found;
  }

  private static String attribute(String tag, String name) {
    var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1) : "";
  }
}
