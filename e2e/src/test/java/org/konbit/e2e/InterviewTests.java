package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A family goes through the interview, as families do: on any phone, in any language. */
@Timeout(240)
class InterviewTests extends OpenSite {
  private static final int MOST_QUESTIONS = 80;

  @Test
  void a_mixed_status_family_of_five_comes_to_its_answer_without_script() {
    try (var visit = interview("ht", window(PHONE).setJavaScriptEnabled(false))) {
      var page = visit.page();
      begin(page, "MA");
      page.locator("#age-p1").fill("34");
      add(page, 2, "spouse", "36");
      add(page, 3, "child", "9");
      add(page, 4, "child", "1");
      add(page, 5, "parent", "67");
      go(page);
      for (var select : page.locator("select[name^=kin-]").all()) {
        select.selectOption(select.getAttribute("name").endsWith("p5") ? "other" : "parent");
      }
      go(page);

      int asked = answerToTheEnd(page, visit, false);

      assertThat(asked).isBetween(10, MOST_QUESTIONS);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ht");
      assertThat(page.locator("form#answers input[name=state]").count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void each_step_can_be_used_by_everybody_in_every_language(String language) {
    try (var visit = interview(language, window(PHONE))) {
      var page = visit.page();
      begin(page, "CT");
      page.locator("#age-p1").fill("41");
      add(page, 2, "child", "7");
      hold(visit);
      go(page);

      answerToTheEnd(page, visit, true);

      assertThat(visit.requested()).allMatch(url -> url.startsWith(origin() + "/"));
      assertThat(visit.cookies()).isZero();
      assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
      // htmx notes the address of the page, which the browser's own history holds as well.
      assertThat(page.evaluate("Object.values(sessionStorage)"))
          .isIn(List.of(), List.of("/" + language + "/screening"));
      assertThat(visit.complaints()).filteredOn(each -> !each.contains("422")).isEmpty();
    }
  }

  @Test
  void a_question_is_small_enough_for_a_slow_line() {
    try (var visit = interview("en", window(PHONE))) {
      var page = visit.page();
      visit.settle();
      int before = visit.requested().size();
      page.locator("#begin button").click();
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
    try (var visit = interview("en", window(PHONE))) {
      var page = visit.page();
      begin(page, "MA");

      PlaywrightAssertions.assertThat(page.locator("#asked")).isFocused();
      page.locator("#age-p1").fill("two");
      go(page);
      PlaywrightAssertions.assertThat(page.locator("#problems")).isFocused();
      assertThat(page.locator("#age-p1").inputValue()).isEqualTo("two");
      page.locator("#problems a").first().click();
      PlaywrightAssertions.assertThat(page.locator("#age-p1")).isFocused();
    }
  }

  @Test
  void a_keyboard_is_enough() {
    try (var visit = interview("en", window(DESK))) {
      var page = visit.page();
      page.locator("#begin button").focus();
      page.keyboard().press("Enter");
      page.waitForSelector("input[name=answer]");
      page.locator("input[name=answer]").first().focus();
      page.keyboard().press("Space");
      page.keyboard().press("Enter");
      page.waitForSelector("#age-p1");
      page.locator("#age-p1").focus();
      page.keyboard().type("30");
      page.keyboard().press("Enter");
      page.waitForSelector(".left");

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(page.locator(".told").first().textContent()).contains("1 person");
    }
  }

  @Test
  void forced_colours_and_400_percent_take_nothing_away() {
    try (var visit = interview("ar", window(320).setForcedColors(ForcedColors.ACTIVE))) {
      begin(visit.page(), "MA");
      hold(visit);
      visit.page().evaluate("document.documentElement.style.fontSize = '225%'");
      assertThat(visit.sidewaysOverflow()).isZero();
    }
  }

  @Test
  void answers_can_be_changed_and_somebody_added_midway() {
    try (var visit = interview("en", window(DESK))) {
      var page = visit.page();
      begin(page, "MA");
      page.locator("#age-p1").fill("29");
      go(page);
      page.waitForSelector(".left");
      page.locator(".told button[value='edit:state']").click();
      page.waitForSelector("input[value=CT]");
      assertThat(page.locator("input[value=MA]").isChecked()).isTrue();
      page.locator("input[value=CT]").check();
      go(page);
      page.locator(".told button[value=edit\\:members]").click();
      page.waitForSelector("#age-p1");
      assertThat(page.locator("#age-p1").inputValue()).isEqualTo("29");
      add(page, 2, "child", "3");
      go(page);

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
    try (var visit = interview("es", window(PHONE))) {
      begin(visit.page(), "MA");
      visit.page().locator("#age-p1").fill("58");
      visit.page().locator("button[value=save]").click();
      visit.page().waitForSelector(".code");
      hold(visit);
      code = visit.page().locator(".code").textContent().strip();
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

  /** Not a check: pictures for those who change a page, in {@code target/pictures}. */
  @Test
  void pictures_are_taken_to_be_looked_at() {
    for (int width : new int[] {PHONE, DESK}) {
      try (var visit = interview("en", window(width))) {
        begin(visit.page(), "MA");
        var picture = Path.of("target", "pictures", "en-interview-members-%d.png".formatted(width));
        visit.picture(picture);
        assertThat(picture).isNotEmptyFile();
      }
    }
  }

  private static void begin(Page page, String state) {
    page.locator("#begin button").click();
    page.waitForSelector("input[value=" + state + "]");
    page.locator("input[value=" + state + "]").check();
    go(page);
    page.waitForSelector("#age-p1");
  }

  private static void add(Page page, int number, String kin, String age) {
    page.locator("button[value=add]").click();
    page.waitForSelector("#age-p" + number);
    page.locator("#kin-p" + number).selectOption(kin);
    page.locator("#age-p" + number).fill(age);
  }

  private static void go(Page page) {
    // No page is sealed twice the same, so another state is another page.
    var state = page.locator("input[name=state]");
    var before = state.inputValue();
    page.locator(".steps button[value=answer]").click();
    PlaywrightAssertions.assertThat(state).not().hasValue(before);
  }

  /** Prefers not to say wherever that is quick, and tells some things; returns how many. */
  private static int answerToTheEnd(Page page, Visit visit, boolean isHeld) {
    int asked = 0;
    while (page.locator(".left").count() > 0 && asked < MOST_QUESTIONS) {
      if (isHeld && asked < 6) {
        hold(visit);
      }
      if (page.locator("input[name=group]:not([type=hidden])").count() > 0) {
        page.locator("input[name=group][value=decline]").check();
      } else if (page.locator("#amount-1").count() > 0) {
        page.locator("#kind-1").selectOption("wages");
        page.locator("#amount-1").fill("1,450");
        page.locator("#per-1").selectOption("month");
      } else if (page.locator("input[name=answer][value=true]").count() > 0) {
        page.locator("input[name=answer][value=" + (asked % 3 == 0) + "]").check();
      } else {
        page.locator("input[name=answer][value=decline]").check();
      }
      go(page);
      assertThat(page.locator("#problems li").allTextContents()).isEmpty();
      if (page.locator("#problems").count() > 0) { // two answers contradict: keep the earlier one
        page.locator("input[name=answer][value=decline]").check();
        go(page);
      }
      asked++;
    }
    assertThat(page.locator(".left").count()).isZero();
    assertThat(page.locator("h1").count()).isEqualTo(1);
    return asked;
  }

  private static void hold(Visit visit) {
    assertThat(visit.barriers()).isEmpty();
    assertThat(visit.sidewaysOverflow()).isZero();
  }

  private static int bytes(Request request) {
    return request.sizes().responseBodySize + request.sizes().responseHeadersSize;
  }

  private static Visit interview(String language, Browser.NewContextOptions reader) {
    return visit("/" + language + "/screening", reader);
  }
}
