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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * One installation from its first start: each journey goes on where the one before ended, as the
 * people of a coalition do.
 */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskTests extends OpenSite {
  private static final Pattern SETUP =
      Pattern.compile("(http://localhost:\\d+/desk/en/invitation/\\S+)");

  private static String setup;
  private static BrowserContext administrator;

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

    button(page, "Use a passkey").click();

    page.waitForURL("**/desk/en");
    assertThat(page.locator("h1")).hasText("Hello, Mirela Duarte");
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
