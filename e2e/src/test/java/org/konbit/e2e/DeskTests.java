package org.konbit.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One installation from its first start: each journey goes on where the one before ended, as the
 * people of a coalition do.
 */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskTests extends OpenSite {
  private static final Pattern SETUP =
      Pattern.compile("(http://localhost:\\d+/desk/en/invitation/\\S+)");

  private static final String PASSWORD = "harbor lantern mosaic";

  private static String setup;
  private static String link;
  private static Authenticator phone;
  private static List<String> codes;
  private static BrowserContext administrator;
  private static BrowserContext partner;
  private static BrowserContext navigator;

  @BeforeAll
  static void arrive() throws IOException {
    setup = told(SETUP);
    administrator = person(DESK);
  }

  @Test
  @Order(1)
  void the_first_administrator_comes_in_by_the_printed_link_with_a_passkey() {
    var page = administrator.newPage();
    authenticator(page);
    page.navigate(setup);
    look(page, "setup");

    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Mirela Duarte");
    page.getByLabel("Sign-in name").fill("mirela");
    button(page, "Make a passkey").click();

    page.waitForURL("**/desk/en/welcome");
    look(page, "welcome");
    button(page, "Make recovery codes").click();
    assertThat(page.locator(".codes li")).hasCount(10);
    look(page, "codes");
    page.getByText("I have kept them").click();
    assertThat(page.locator("h1")).hasText("Hello, Mirela Duarte");
    look(page, "today");
  }

  @Test
  @Order(2)
  void a_passkey_alone_leads_in_and_a_click_leads_out() {
    var page = administrator.pages().getFirst();
    button(page, "Sign out").click();
    assertThat(page.locator("h1")).hasText("Sign in");
    look(page, "sign-in");
    page.goBack(); // nothing of the desk was kept for whoever sits down next
    assertThat(page.locator("h1")).hasText("Sign in");
    assertThat(page.locator("body")).not().containsText("Mirela Duarte");

    button(page, "Use a passkey").click();

    page.waitForURL("**/desk/en");
    assertThat(page.locator("h1")).hasText("Hello, Mirela Duarte");
  }

  @Test
  @Order(3)
  void the_coalition_admits_a_partner_and_hands_over_its_first_link() {
    var page = administrator.pages().getFirst();
    page.navigate(origin() + "/desk/en/organisations");
    assertThat(page.locator("main")).containsText("There are no partners yet");
    look(page, "organisations-none");
    page.getByLabel("Name of the organization").fill("Valley Legal Aid");
    button(page, "Admit").click();

    button(page, "Invite the administrator of Valley Legal Aid").click();

    look(page, "invited");
    link = page.getByLabel("Link").inputValue();
    assertThat(link).startsWith(origin() + "/desk/en/invitation/");
  }

  @Test
  @Order(4)
  void in_arabic_on_a_phone_a_password_and_an_authenticator_lead_in() {
    partner = person(PHONE);
    var page = partner.newPage();
    page.navigate(link.replace("/desk/en/", "/desk/ar/"));
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    look(page, "join-ar");
    page.locator("details[data-other] > summary").click();
    page.locator("#name").fill("باولو مينيزيس");
    page.locator("#signInName").fill("paulo");
    page.locator("#password").fill("short");
    page.locator("#code").fill("12");
    page.locator("#join button[type=submit]").click();
    assertThat(page.locator("#name")).hasValue("باولو مينيزيس");
    assertThat(page.locator("#password-problem")).isVisible();
    look(page, "join-problems-ar");
    phone = new Authenticator(page.locator(".secret").textContent());
    page.locator("#password").fill(PASSWORD);
    page.locator("#code").fill(phone.code());

    page.locator("#join button[type=submit]").click();

    page.waitForURL("**/desk/ar/welcome");
    look(page, "welcome-ar");
    page.locator("main form button").click();
    assertThat(page.locator(".codes li")).hasCount(10);
    codes = page.locator(".codes li").allTextContents();
    look(page, "codes-ar");
  }

  @Test
  @Order(5)
  void a_password_with_a_code_leads_in_without_any_script() {
    try (var plain =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setViewportSize(PHONE, 900))) {
      var page = plain.newPage();
      page.navigate(origin() + "/desk/en/sign-in");
      signIn(page, phone.code());

      assertThat(page.locator("h1")).hasText("Hello, باولو مينيزيس");
      button(page, "Sign out").click();
      assertThat(page.locator("h1")).hasText("Sign in");
    }
  }

  @Test
  @Order(6)
  void who_has_lost_the_phone_comes_in_by_a_recovery_code_and_by_each_once() {
    try (var borrowed = person(DESK)) {
      var page = borrowed.newPage();
      page.navigate(origin() + "/desk/en/sign-in");
      signIn(page, codes.getFirst());
      assertThat(page.locator("h1")).hasText("Hello, باولو مينيزيس");
      page.navigate(origin() + "/desk/en/settings");
      assertThat(page.locator("main")).containsText("You have 9 left.");
      button(page, "Sign out").click();

      signIn(page, codes.getFirst());

      assertThat(page.locator(".problems")).containsText("This did not work");
      assertThat(page.getByLabel("Sign-in name")).hasValue("paulo");
      look(page, "sign-in-refused");
    }
  }

  @Test
  @Order(7)
  void by_the_keyboard_alone_a_colleague_is_invited() {
    var page = partner.pages().getFirst();
    page.navigate(origin() + "/desk/en/people");
    look(page, "people-alone");
    tabTo(page, "meantFor");
    page.keyboard().type("Marisol Ortega");
    tabTo(page, "role-navigator");
    page.keyboard().press("Space");
    tabTo(page, "until");
    // A field of a date has three parts to stop at.
    tabToButton(page, "Make the link");
    page.keyboard().press("Enter");

    assertThat(page.locator("h1")).hasText("The link is ready");
    link = page.getByLabel("Link").inputValue();
  }

  @Test
  @Order(8)
  void whoever_is_shut_out_midway_is_told_and_let_in_nowhere() {
    navigator = person(PHONE);
    var page = navigator.newPage();
    authenticator(page);
    page.navigate(link);
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Marisol Ortega");
    page.getByLabel("Sign-in name").fill("marisol");
    button(page, "Make a passkey").click();
    page.waitForURL("**/desk/en/welcome");
    page.navigate(origin() + "/desk/en");
    look(page, "today-navigator");

    var hers = partner.pages().getFirst();
    hers.navigate(origin() + "/desk/en/people");
    look(hers, "people");
    hers.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Marisol Ortega")).click();
    look(hers, "person");
    button(hers, "Shut Marisol Ortega out").click();
    look(hers, "people-out");

    page.locator("a[href$='/settings']").first().click();
    assertThat(page.locator("h1")).hasText("Sign in");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("You were signed out");
    button(page, "Use a passkey").click();
    page.waitForURL("**/desk/en/sign-in**");
    assertThat(page.locator("h1")).hasText("Sign in");
    page.navigate(link);
    assertThat(page.locator("h1")).hasText("This invitation is over");
    look(page, "over");
  }

  @ParameterizedTest
  @CsvSource({"en, 360", "en, 1280", "ar, 360", "ar, 1280"})
  @Order(9)
  void every_page_of_the_desk_is_for_everybody(String language, int width) {
    var pages =
        List.of(
            "",
            "/people",
            "/organisations",
            "/audit",
            "/content",
            "/content/right/your-home",
            "/stories",
            "/settings",
            "/settings/password");
    var page = administrator.pages().getFirst();
    page.setViewportSize(width, 900);
    for (String each : pages) {
      page.navigate("%s/desk/%s%s".formatted(origin(), language, each));
      assertThat(page.locator("html")).hasAttribute("lang", language);
      look(page, "all%s-%s-%d".formatted(each.replace('/', '-'), language, width));
    }
  }

  private static void signIn(Page page, String code) {
    page.getByLabel("Sign-in name").fill("paulo");
    page.locator("#password").fill(PASSWORD);
    page.locator("#code").fill(code);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true))
        .click();
  }

  private static void tabTo(Page page, String id) {
    tabUntil(page, "document.activeElement.id === '%s'".formatted(id));
  }

  private static void tabToButton(Page page, String words) {
    tabUntil(page, "document.activeElement.textContent.trim() === '%s'".formatted(words));
  }

  /** Goes on with the key for that, as somebody without a mouse does; each stop can be seen. */
  private static void tabUntil(Page page, String isThere) {
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      assertThat(
              page.evaluate(
                  // What a date is picked with lies inside its field, and the browser marks it
                  // itself.
                  "(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none')"
                      + "(getComputedStyle(document.activeElement))"
                      + " || document.activeElement.type === 'date'"))
          .as("the stop %d can be seen", i)
          .isEqualTo(true);
      if ((boolean) page.evaluate(isThere)) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not lead to (%s).".formatted(isThere));
  }

  private static BrowserContext person(int width) {
    return browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(name).setExact(true).setIncludeHidden(true));
  }

  /** A phone that keeps passkeys and knows its owner's finger. */
  static void authenticator(Page page) {
    var session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    var request = new JsonObject();
    request.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", request);
  }

  /** Checks what holds for every page, and takes its picture. */
  static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pictures", "desk-" + name + ".png")));
    assertThat(Visit.barriers(page)).as(name).isEmpty();
    assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
    var size = page.viewportSize();
    page.setViewportSize(320, 900);
    assertThat(
            page.evaluate(
                "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
        .as(name + " sideways")
        .isEqualTo(0);
    page.setViewportSize(size.width, size.height);
  }
}
