package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules pages do beyond what every page does. */
@Timeout(120)
class RulesPagesTests extends OpenSite {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/rules/matrix?state=MA",
        "/ar/rules/matrix?state=CT",
        "/en/rules/timeline?state=CT&from=2026-09-01&to=2027-02-01",
        "/ar/rules/timeline?state=MA&from=2026-09-01&to=2027-02-01",
        "/en/rules/matrix?state=XX&date=2026-99-99&income=-4",
        "/ar/rules/matrix?state=CT&show=ma.standard"
      })
  void nothing_stands_in_a_readers_way(String address) {
    for (int width : new int[] {PHONE, DESK}) {
      try (var visit = visit(address, width)) {
        assertThat(visit.barriers()).isEmpty();
        assertThat(visit.sidewaysOverflow()).isZero();
      }
    }
  }

  @Test
  void a_desk_has_the_table_and_a_phone_the_same_as_a_list() {
    try (var visit = visit("/en/rules/matrix?state=MA", DESK)) {
      assertThat(visit.page().locator("table.matrix").isVisible()).isTrue();
      assertThat(visit.page().locator(".cards").isVisible()).isFalse();
      assertThat(visit.page().locator("table.matrix th[scope=row]").count()).isGreaterThan(35);
    }
    try (var visit = visit("/en/rules/matrix?state=MA", PHONE)) {
      assertThat(visit.page().locator("table.matrix").isVisible()).isFalse();
      assertThat(visit.page().locator(".card").count()).isGreaterThan(35);
    }
  }

  @Test
  void the_form_asks_for_another_day_of_the_same_state() {
    try (var visit = visit("/en/rules/matrix?state=CT", PHONE)) {
      visit.page().locator("#date").fill("2026-09-30");
      Visit.press(visit.page(), ".ask button");

      assertThat(visit.page().locator(".of").textContent())
          .contains("Connecticut, September 30, 2026");
      assertThat(visit.page().locator("#date").inputValue()).isEqualTo("2026-09-30");
    }
  }

  @Test
  void a_state_is_asked_for_and_the_other_is_one_link_away() {
    try (var visit = visit("/en/rules/matrix", PHONE)) {
      assertThat(visit.page().locator(".of").count()).isZero();
      Visit.press(visit.page(), ".places li:last-child a");
      assertThat(visit.page().locator(".of").textContent()).startsWith("Massachusetts");

      Visit.press(visit.page(), ".places a");
      assertThat(visit.page().locator(".of").textContent()).startsWith("Connecticut");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/rules/matrix?state=MA", "/en/rules/timeline?state=MA"})
  void the_keyboard_reaches_everything_that_can_be_used(String address) {
    try (var visit = visit(address, DESK)) {
      Object usable =
          visit
              .page()
              .evaluate(
                  "[...document.querySelectorAll('a[href], input, select, button, summary')]"
                      + ".filter(e => e.checkVisibility()).length");
      var reached = new HashSet<Object>();
      visit.page().evaluate("window.seen = new Map()");
      for (int i = 0; i < 400; i++) { // a date field takes several steps
        visit.page().keyboard().press("Tab");
        reached.add(
            visit
                .page()
                .evaluate(
                    "(e => { if (e === document.body) return 'end';"
                        + " if (!seen.has(e)) seen.set(e, seen.size); return seen.get(e); })"
                        + "(document.activeElement)"));
        if (reached.contains("end")) {
          break;
        }
      }
      reached.remove("end");

      assertThat(reached).hasSize(((Number) usable).intValue());
    }
  }

  @Test
  void on_paper_there_is_the_table_and_no_form() {
    try (var visit = visit("/en/rules/matrix?state=MA", PHONE)) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(visit.page().locator("table.matrix").isVisible()).isTrue();
      assertThat(visit.page().locator("form.ask").isVisible()).isFalse();
      assertThat(visit.page().locator("#programs").isVisible()).isTrue();
    }
  }

  @Test
  void the_file_can_be_downloaded_from_the_page() throws IOException {
    try (var visit = visit("/es/rules/matrix?state=MA&date=2026-06-15", DESK)) {
      var file = visit.page().waitForDownload(() -> visit.page().locator(".download a").click());

      assertThat(file.suggestedFilename()).isEqualTo("konbit-matrix-MA-2026-06-15-100.csv");
      assertThat(Files.readAllLines(file.path())).hasSizeGreaterThan(200);
    }
  }

  @Test
  void what_was_typed_wrong_is_kept_and_told_beside_it() {
    try (var visit = visit("/en/rules/matrix?state=MA&date=31.12.2026", PHONE)) {
      var date = visit.page().locator("#date");

      assertThat(date.inputValue()).isEqualTo("31.12.2026");
      assertThat(date.getAttribute("aria-describedby")).isEqualTo("date-problem");
      assertThat(visit.page().locator("#date-problem").textContent()).contains("year-month-day");
    }
  }

  /** Not a check: pictures of what {@link PagesTests} does not show, in {@code target/pictures}. */
  @Test
  void pictures_are_taken_to_be_looked_at() {
    for (String group : List.of("kind-waiting", "kind-no_papers")) {
      try (var visit = visit("/en/rules/matrix?state=MA#" + group, PHONE)) {
        var picture = Path.of("target", "pictures", "en-rules-matrix-" + group + ".png");
        visit.page().screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(picture).isNotEmptyFile();
      }
    }
    try (var visit = visit("/en/rules/matrix?state=MA", 1056)) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      var picture = Path.of("target", "pictures", "en-rules-matrix-paper.png");
      visit.page().screenshot(new Page.ScreenshotOptions().setPath(picture));
      assertThat(picture).isNotEmptyFile();
    }
  }

  private static Visit visit(String address, int width) {
    return visit(address, window(width));
  }
}
