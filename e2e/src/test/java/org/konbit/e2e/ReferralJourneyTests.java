package org.konbit.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.konbit.e2e.DeskTests.look;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A family that speaks Haitian Creole is taken in by the demonstration's navigator, and handed over
 * for legal help and for food; each journey goes on where the one before ended.
 */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferralJourneyTests {
  private static final String NAME = "Mirlande Pierre-Louis";

  @TempDir private static Path folder;
  private static RunningKonbit konbit;
  private static Chromium chromium;
  private static Page navigator;
  private static Page attorney;
  private static Page pantry;
  private static String family;
  private static String legal;
  private static String food;

  @BeforeAll
  static void open() throws IOException {
    konbit = RunningKonbit.start(Checkout.ofTheApplication(), folder.resolve("data"), "demo");
    chromium = new Chromium();
    navigator = at("Marisol Ortega", OpenSite.DESK);
    attorney = at("Nadège Toussaint", OpenSite.PHONE);
    pantry = at("Jean-Robert Cius", OpenSite.DESK);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (konbit != null) {
      konbit.close();
    }
  }

  @Test
  @Order(1)
  void a_family_is_taken_in_and_agrees_to_two_partners() {
    navigator.navigate(address("/desk/en"));
    look(navigator, "today-full");
    navigator.navigate(address("/desk/ht/clients/new"));
    navigator.locator("#given").fill("Mirlande");
    navigator.locator("#surnames").fill("Pierre-Louis");
    navigator.locator("#language").selectOption("ht");
    navigator.locator("#interpreter").selectOption("YES");
    navigator.locator("#phone").fill("617-555-0188");
    navigator.locator("#need").fill("Bezwen pale ak yon avoka, ak manje pou senk moun.");
    Visit.press(navigator, "#person > button[type=submit]");
    assertThat(navigator.locator("h1")).hasText(NAME);
    family = navigator.url().replaceFirst(".*/clients/", "");

    agreeTo("Valley Legal Aid");
    look(navigator, "family-ht");
    agreeTo("River Street Pantry");

    assertThat(navigator.locator(".agreed li")).hasCount(2);
  }

  @Test
  @Order(2)
  void by_the_keyboard_alone_it_is_handed_over_for_legal_help_and_for_food() {
    navigator.navigate(address("/desk/en/clients/" + family));
    Visit.press(navigator, "a:has-text('Hand over to a partner')");
    legal = handOver("legal", "Valley Legal Aid · Immigration consultation");
    look(navigator, "referral-sent");

    navigator.navigate(address("/desk/en/referrals/new?client=" + family));
    food =
        handOver("food", "River Street Pantry · Groceries brought home · answers within 24 hours");

    navigator.navigate(address("/desk/en/clients/" + family));
    assertThat(navigator.locator("main")).containsText("Food · River Street Pantry");
  }

  @Test
  @Order(3)
  void in_arabic_on_a_phone_the_attorney_takes_it_on() {
    attorney.navigate(address("/desk/ar"));
    assertThat(attorney.locator("html")).hasAttribute("dir", "rtl");
    look(attorney, "today-full-ar");
    Visit.press(attorney, ".waits a:has-text('%s')".formatted(NAME));
    look(attorney, "referral-got-ar");
    Visit.press(attorney, ".next-step form button");
    Visit.press(attorney, ".next-step form button");

    navigator.navigate(legal);
    assertThat(navigator.locator("h2#state")).hasText("An appointment was offered");
  }

  @Test
  @Order(4)
  void the_pantry_names_somebody_else_and_the_family_is_sent_on() {
    pantry.navigate(food);
    pantry
        .locator("#rerouted-service")
        .selectOption(new SelectOption().setLabel("Valley Legal Aid · Grocery cards for clients"));
    Visit.press(pantry, "form:has(#rerouted-service) button");
    assertThat(pantry.locator("main")).not().containsText(NAME);

    navigator.navigate(address("/desk/en"));
    assertThat(navigator.locator("main"))
        .containsText("A partner asks you, or names somebody else");
    Visit.press(navigator, ".waits a:has-text('%s')".formatted(NAME));
    Visit.press(navigator, "a:has-text('Send the family on')");
    look(navigator, "referral-on");
    press("Look at what would be sent");
    press("Send");
    assertThat(navigator.locator("h2#state")).hasText("Waits for an answer");
  }

  @Test
  @Order(5)
  void the_family_takes_its_consent_back_and_the_attorney_sees_nobody() {
    var page = address("/desk/ar/referrals/" + legal.replaceFirst(".*/", ""));
    attorney.navigate(page);
    assertThat(attorney.locator("h1")).hasText(NAME);
    navigator.navigate(address("/desk/en/clients/" + family));
    var consent = navigator.locator(".agreed li:has-text('Valley Legal Aid')").first();
    consent.locator("summary").click();
    look(navigator, "withdrawing");
    Visit.press(navigator, ".agreed li:has-text('Valley Legal Aid') button[value=SPOKEN]");
    assertThat(navigator.locator("main")).containsText("Taken back on");

    attorney.navigate(page);

    assertThat(attorney.locator("body")).not().containsText(NAME);
    assertThat(attorney.locator("body")).not().containsText("617-555-0188");
    look(attorney, "referral-withdrawn-ar");
  }

  @Test
  @Order(6)
  void a_supervisor_reads_what_came_of_it_and_a_navigator_who_has_places() throws IOException {
    var supervisor = at("Amal Farouk", OpenSite.DESK);
    supervisor.navigate(address("/desk/en/referrals"));
    Visit.press(supervisor, "a:has-text('What came of referrals')");
    look(supervisor, "report");
    supervisor.locator("#side").selectOption("got");
    Visit.press(supervisor, ".asking button");
    // The demonstration's four and this family's two, one of which came by way of the pantry.
    assertThat(supervisor.locator(".figures > div").first()).containsText("6");
    assertThat(supervisor.locator("#reach")).isVisible();
    assertThat(supervisor.locator("body")).not().containsText(NAME);
    look(supervisor, "report-got");

    for (String page : new String[] {"report", "places", "notices"}) {
      attorney.navigate(address("/desk/ar/referrals/" + page));
      look(attorney, page + "-ar");
    }
    attorney.navigate(address("/desk/ar/screening"));
    look(attorney, "screening-ar");
    for (String page : new String[] {"", "/places", "/notices"}) {
      navigator.navigate(address("/desk/en/referrals" + page));
      look(navigator, "referrals" + page.replace('/', '-'));
    }
  }

  /** Asks for a consent, reads the words out and notes the yes, in Creole. */
  private static void agreeTo(String partner) {
    navigator.navigate(address("/desk/ht/clients/%s/consent".formatted(family)));
    navigator.locator("#receiver").selectOption(new SelectOption().setLabel(partner));
    navigator.locator("input[name=shares][value=NEED_NOTE]").check();
    Visit.press(navigator, "button[value=words]");
    assertThat(navigator.locator(".words").first()).containsText(partner);
    Visit.press(navigator, "button[value=agreed]");
  }

  /** Goes through the form with the keys, from where a mouse is not needed. */
  private static String handOver(String need, String offer) {
    navigator.locator("#need").selectOption(need);
    press("Next");
    navigator.locator("#service").selectOption(new SelectOption().setLabel(offer));
    press("Look at what would be sent");
    look(navigator, "referral-draft-" + need);
    assertThat(navigator.locator("main")).containsText("The person agreed to this.");
    press("Send");
    assertThat(navigator.locator("h2#state")).hasText("Waits for an answer");
    return navigator.url();
  }

  private static void press(String button) {
    var found =
        navigator.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
    found.focus();
    Visit.follow(navigator, () -> navigator.keyboard().press("Enter"));
  }

  private static Page at(String name, int width) throws IOException {
    var link =
        konbit.told(Pattern.compile(name + ", \\w+: (http://localhost:\\d+/desk/demo/\\S+)"));
    var page =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setViewportSize(width, 900))
            .newPage();
    page.navigate(link);
    return page;
  }

  private static String address(String path) {
    return konbit.address() + path;
  }
}
