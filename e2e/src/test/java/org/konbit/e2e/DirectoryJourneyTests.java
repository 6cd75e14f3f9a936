package org.konbit.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A class is brought into the directory, mended and confirmed, and a family finds it. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectoryJourneyTests extends OpenSite {
  private static final Pattern SETUP =
      Pattern.compile("(http://localhost:\\d+/desk/en/invitation/\\S+)");
  private static final int FIRST_VIEW = 60_000;

  private static Page desk;
  private static String address;

  @BeforeAll
  static void arrive() throws IOException {
    desk = browser().newContext(window(DESK)).newPage();
    DeskTests.authenticator(desk);
    desk.navigate(told(SETUP));
    desk.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Mirela Duarte");
    desk.getByLabel("Sign-in name").fill("mirela");
    DeskTests.button(desk, "Make a passkey").click();
    desk.waitForURL("**/desk/en/welcome");
  }

  @Test
  @Order(1)
  void an_importer_mends_a_row_that_was_refused() {
    desk.navigate(origin() + "/desk/en/directory/import");
    DeskTests.look(desk, "import-empty");
    desk.getByLabel("The file")
        .setInputFiles(
            new FilePayload(
                "partners.json", "application/json", file().getBytes(StandardCharsets.UTF_8)));
    Visit.press(desk, "button:has-text('Bring it in')");
    assertThat(desk.locator("table.waiting tbody tr")).hasCount(2);
    DeskTests.look(desk, "import");
    desk.navigate(desk.url().replace("/desk/en/", "/desk/ar/"));
    DeskTests.look(desk, "import-ar");
    desk.navigate(desk.url().replace("/desk/ar/", "/desk/en/"));

    Visit.press(desk, "table.waiting a:has-text('English at night')");
    DeskTests.look(desk, "import-mend");
    desk.getByLabel("status").selectOption("active");
    Visit.press(desk, "button:has-text('Take it')");

    assertThat(desk.locator("table.waiting tbody tr")).hasCount(1);
    assertThat(desk.locator("main")).not().containsText("English at night");
  }

  @Test
  @Order(2)
  void whoever_keeps_an_entry_confirms_it() {
    desk.navigate(origin() + "/desk/en/directory");
    DeskTests.look(desk, "directory");
    Visit.press(desk, "a:has-text('Lantern House')");
    DeskTests.look(desk, "directory-entry");
    Visit.press(desk, "button:has-text('All of this is right')");
    assertThat(desk.locator("main")).containsText("Confirmed on");
    Visit.press(desk, "a:has-text('English at night')");
    DeskTests.look(desk, "directory-service");
  }

  @Test
  @Order(3)
  void a_family_finds_an_english_class_near_framingham_in_portuguese_without_script() {
    var reader = window(PHONE).setJavaScriptEnabled(false);
    try (var visit = visit("/pt-BR/help", reader)) {
      var page = visit.page();
      page.locator("#need").selectOption("english");
      page.locator("#place").fill("framingam");
      page.locator("#miles").selectOption("5");
      Visit.press(page, "#find button.button");
      Visit.press(page, "button[name=which]");
      assertThat(page.locator(".found li").first()).containsText("English at night");
      assertThat(page.locator(".found li").first()).containsText("milhas");
      Visit.press(page, ".found li a >> nth=0");
      assertThat(page.locator("h1")).hasText("Lantern House");
      address = page.url().replaceFirst("#.*", "").replaceFirst(".*/help/", "/help/");
      assertThat(visit.cookies()).isZero();
    }
  }

  @Test
  @Order(4)
  void an_organisation_stands_on_one_sheet_within_the_budget_in_both_directions() {
    for (String language : new String[] {"en", "ar"}) {
      try (var visit = visit("/" + language + address, window(PHONE))) {
        visit.settle();
        assertThat(visit.barriers()).isEmpty();
        assertThat(visit.sidewaysOverflow()).isZero();
        assertThat(visit.bytesReceived()).isLessThan(FIRST_VIEW);
        assertThat(visit.complaints()).isEmpty();
        visit.picture(Path.of("target", "pictures", "help-entry-" + language + ".png"));
        assertThat(visit.sheets()).as("sheets").isEqualTo(1);
      }
    }
    try (var visit = visit("/ar/help?need=english", window(PHONE))) {
      assertThat(visit.barriers()).isEmpty();
      assertThat(visit.sidewaysOverflow()).isZero();
      visit.picture(Path.of("target", "pictures", "help-found-ar.png"));
    }
    try (var visit = visit("/en/help?need=english", window(DESK))) {
      visit.picture(Path.of("target", "pictures", "help-found-en.png"));
    }
  }

  private static String file() {
    return """
    [{"id": "%s", "name": "Lantern House", "description": "Classes and food, close to the station.",
      "website": "lantern.example", "phones": [{"id": "%s", "number": "508-555-0100"}],
      "locations": [{"id": "2c2e2d3e-0000-4000-8000-000000000001", "location_type": "physical",
        "transportation": "Bus 9 stops at the door.",
        "addresses": [{"id": "%s", "address_1": "1 Harbor Street", "city": "Natick",
          "state_province": "MA", "postal_code": "01760", "country": "US",
          "address_type": "physical"}]}],
      "services": [{"id": "%s", "name": "English at night", "status": "open",
        "description": "Four levels. Children may come along.",
        "languages": [{"id": "%s", "code": "pt"}],
        "attributes": [{"id": "%s", "taxonomy_term_id": "%s"}],
        "schedules": [{"id": "%s", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "18:00:00",
          "closes_at": "20:00:00"}],
        "service_at_locations": [{"id": "%s",
          "location_id": "2c2e2d3e-0000-4000-8000-000000000001"}]}]}]
    """
        .formatted(id(), id(), id(), id(), id(), id(), need("english"), id(), id());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  /** The id of a need's term, as docs/hsds.md says it is the same everywhere. */
  private static String need(String key) {
    var taxonomy = named("needs");
    return named(taxonomy + "/" + key).toString();
  }

  private static UUID named(String of) {
    return UUID.nameUUIDFromBytes(("konbit/hsds/" + of).getBytes(StandardCharsets.UTF_8));
  }
}
