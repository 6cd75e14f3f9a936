package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.e2e.Interviewed.bytes;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A family goes through the interview, as families do: on any phone, in any language. */
@Timeout(300)
class InterviewTests extends OpenSite {
  // The seal's version and a day of which no key is left.
  private static final String OF_LONG_AGO = "AQAAAAEAAA";

  @Test
  void a_mixed_status_family_of_five_prints_its_answer_in_haitian_creole_without_script() {
    try (var family = interview("ht", window(PHONE).setJavaScriptEnabled(false))) {
      var page = family.page();
      family.whoseStatusesAre("no_papers", "green_card", "citizen", "waiting", "parole");
      family.fiveOfThem("MA");

      assertThat(family.answerToTheEnd()).isBetween(10, 80);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ht");
      assertThat(page.locator(".person .headline").count()).isEqualTo(5);
      assertThat(page.locator(".beside[lang=en]").count()).isGreaterThan(10);

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String unprintable : List.of("nav.languages", ".leave", ".actions", ".asks")) {
        for (var part : page.locator(unprintable).all()) {
          assertThat(part.isVisible()).as(unprintable).isFalse();
        }
      }
      assertThat(page.locator(".person .headline").last().isVisible()).isTrue();
      assertThat(Visit.sheets(page)).isBetween(6L, 20L);
    }
  }

  @Test
  void who_prefers_not_to_tell_her_status_is_told_what_each_would_mean() {
    try (var woman = interview("es", window(PHONE).setJavaScriptEnabled(false))) {
      var page = woman.page();
      woman.begin("CT");
      page.locator("#age-p1").fill("27");
      woman.go();
      woman.answerToTheEnd();

      assertThat(page.locator("h3").allTextContents()).isNotEmpty();
      assertThat(page.locator(".cases > li").count()).isGreaterThan(1);
      assertThat(page.locator(".caution").count()).isEqualTo(1);
      page.locator("details:has(.asks) > summary").first().click();
      page.locator("button[value='edit:members.p1.immigration.status']").first().click();
      assertThat(page.locator("input[name=group][value=decline]").isChecked()).isTrue();
    }
  }

  @Test
  void each_step_can_be_used_by_everybody_in_every_language() {
    try (var family = interview("en", window(PHONE))) {
      var page = family.page();
      var visit = family.visit();
      family.heldInEveryLanguage().begin("CT");
      page.locator("#age-p1").fill("41");
      family.add(2, "child", "7");
      family.hold("members");
      family.go();

      family.answerToTheEnd();
      page.locator("button[value=save]").click();
      page.waitForSelector(".code");
      family.hold("saved");
      page.locator("button[value=destroy]").click();
      page.waitForSelector("#destroy");
      page.locator("button[value=destroy-now]").click();
      page.waitForSelector("#begin");
      assertThat(page.locator("[role=status]").count()).isEqualTo(1);
      assertThat(visit.barriers()).as("destroyed").isEmpty();

      assertThat(visit.requested()).allMatch(url -> url.startsWith(origin() + "/"));
      assertThat(visit.cookies()).isZero();
      assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
      // htmx notes the address of the page, which the browser's own history holds as well.
      assertThat(page.evaluate("Object.values(sessionStorage)"))
          .isIn(List.of(), List.of("/en/screening"));
      assertThat(visit.complaints()).filteredOn(each -> !each.contains("422")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.konbit.e2e.Site#languages")
  void what_cannot_be_opened_is_told_so_that_everybody_can_go_on(String language) {
    try (var family = interview(language, window(PHONE))) {
      var page = family.page();
      page.locator("#code").fill("sol luz mar pan flor rio");
      Visit.press(page, "button[value=destroy]");
      family.hold("destroy");
      Visit.press(page, "button[value=destroy-now]");
      assertThat(page.locator("#code[aria-invalid]").inputValue())
          .isEqualTo("sol luz mar pan flor rio");
      family.hold("a wrong code");

      for (String state : List.of(OF_LONG_AGO, "made up")) {
        Visit.press(page, "#begin button");
        page.locator("input[name=state]").evaluate("(field, sent) => field.value = sent", state);
        page.locator(".steps button[value=answer]").click();
        page.waitForSelector("a.button"); // where one begins again
        family.hold(state);
        Visit.press(page, "a.button");
      }
      assertThat(page.locator("#begin").count()).isEqualTo(1);
    }
  }

  @Test
  void a_question_is_small_enough_for_a_slow_line() {
    try (var family = interview("en", window(PHONE))) {
      var visit = family.visit();
      visit.settle();
      int before = visit.requested().size();
      family.page().locator("#begin button").click();
      visit.settle();

      assertThat(visit.requested().size() - before).isBetween(1, 5);
      // The page before it is counted too: together they are still small enough.
      assertThat(visit.bytesReceived()).isBetween(1, 60 * 1024);
      assertThat(visit.requestOf(".css"))
          .hasValueSatisfying(css -> assertThat(bytes(css)).isBetween(1, 12 * 1024));
      assertThat(visit.requestOf("htmx.min.js"))
          .hasValueSatisfying(script -> assertThat(bytes(script)).isBetween(1, 18 * 1024));
    }
  }

  @Test
  void the_next_question_is_announced_where_the_script_runs() {
    try (var family = interview("en", window(PHONE))) {
      var page = family.page();
      family.begin("MA");

      PlaywrightAssertions.assertThat(page.locator("#asked")).isFocused();
      page.locator("#age-p1").fill("two");
      family.go();
      PlaywrightAssertions.assertThat(page.locator("#problems")).isFocused();
      assertThat(page.locator("#age-p1").inputValue()).isEqualTo("two");
      page.locator("#problems a").first().click();
      PlaywrightAssertions.assertThat(page.locator("#age-p1")).isFocused();
    }
  }

  @Test
  void a_keyboard_alone_leads_from_the_first_question_to_the_answer() {
    try (var family = interview("en", window(DESK))) {
      var page = family.page();
      tabTo(page, "#begin button");
      page.keyboard().press("Enter");
      page.waitForSelector("input[value=MA]");
      tabTo(page, "input[name=answer]");
      page.keyboard().press("Space");
      enter(page);
      tabTo(page, "#age-p1");
      page.keyboard().type("30");
      enter(page);
      for (int asked = 0; family.isAsked() && asked < 150; asked++) {
        tabTo(page, "form#answers :is(input[type=radio], input[value=decline])");
        // From the first of some radio buttons upwards comes the last: "prefer not to say".
        var choices = page.locator("form#answers :is(input[type=radio], input[value=decline])");
        page.keyboard().press(choices.count() > 1 ? "ArrowUp" : "Space");
        assertThat(page.evaluate("document.activeElement.value")).isEqualTo("decline");
        enter(page);
      }

      assertThat(page.locator(".person .headline").count()).isEqualTo(1);
      tabTo(page, ".why > summary");
      page.keyboard().press("Enter");
      assertThat(page.locator(".why").first().getAttribute("open")).isNotNull();
    }
  }

  private static void tabTo(Page page, String selector) {
    for (int pressed = 0; pressed < 120; pressed++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach (%s).".formatted(selector));
  }

  private static void enter(Page page) {
    var state = page.locator("input[name=state]");
    var before = state.inputValue();
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(state).not().hasValue(before);
  }

  @Test
  void forced_colours_and_400_percent_take_nothing_away() {
    // A window of 1280 pixels at 400 % shows as much as one of 320.
    var reader = window(320).setForcedColors(ForcedColors.ACTIVE);
    try (var family = interview("ar", reader)) {
      family.whoseStatusesAre("waiting", "citizen");
      family.fiveOfThem("MA");
      family.held().answerToTheEnd();

      var sayings = family.page().locator(".person .headline").count();
      Visit.press(family.page(), "nav.languages button[lang=en]");
      family.hold("the answer in English");
      assertThat(family.page().locator(".person .headline").count())
          .isEqualTo(sayings)
          .isEqualTo(5);
      family.page().evaluate("document.documentElement.style.fontSize = '225%'"); // text at 200 %
      assertThat(family.visit().sidewaysOverflow()).isZero();
    }
  }

  @Test
  void answers_can_be_changed_and_somebody_added_midway() {
    try (var family = interview("en", window(DESK))) {
      var page = family.page();
      family.begin("MA");
      page.locator("#age-p1").fill("29");
      family.go();
      page.waitForSelector(".left");
      page.locator(".told button[value='edit:state']").click();
      page.waitForSelector("input[value=CT]");
      assertThat(page.locator("input[value=MA]").isChecked()).isTrue();
      page.locator("input[value=CT]").check();
      family.go();
      page.locator(".told button[value=edit\\:members]").click();
      page.waitForSelector("#age-p1");
      assertThat(page.locator("#age-p1").inputValue()).isEqualTo("29");
      family.add(2, "child", "3");
      family.go();

      assertThat(page.locator(".so-far").textContent())
          .contains("Connecticut")
          .contains("2 people");
      page.locator(".steps button[value=back]").click();
      page.waitForSelector("#age-p2");
      assertThat(page.locator("#age-p2").inputValue()).isEqualTo("3");
    }
  }

  @Test
  void answers_saved_on_one_phone_open_on_another() {
    String code;
    try (var family = interview("es", window(PHONE))) {
      family.begin("MA");
      family.page().locator("#age-p1").fill("58");
      family.page().locator("button[value=save]").click();
      family.page().waitForSelector(".code");
      family.hold("saved");
      code = family.page().locator(".code").textContent().strip();
      assertThat(code.split(" ", -1)).hasSize(6);
    }
    try (var other = interview("ar", window(PHONE))) {
      other.page().locator("#code").fill(code);
      other.page().locator("button[value=open]").click();
      other.page().waitForSelector(".so-far");

      assertThat(other.page().locator(".so-far").textContent()).contains("Massachusetts");
      assertThat(other.page().url()).doesNotContain(code.substring(0, 4));
    }
  }

  private static Interviewed interview(String language, Browser.NewContextOptions reader) {
    return Interviewed.in(language, reader);
  }
}
