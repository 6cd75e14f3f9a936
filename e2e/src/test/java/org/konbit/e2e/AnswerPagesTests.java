package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A navigator types a family on one page; the family reads, changes and prints its answer. */
@Timeout(180)
class AnswerPagesTests extends OpenSite {
  private static final int BYTES = 90 * 1024;

  private static Visit visit(Browser.NewContextOptions reader) {
    return visit("/en/quick", reader);
  }

  /** Two parents of different status and their child who is a citizen. */
  private static void typeFamily(Page page) {
    page.locator("[id='state']").selectOption("MA");
    person(page, 0, "36", "undocumented");
    page.locator("[id='m0.income.0.amount']").fill("$1,500.00");
    Visit.press(page, "[value='add']");
    page.locator("[id='m1.is']").selectOption("spouse");
    person(page, 1, "39", "lpr");
    page.locator("[name='m1.income']").check();
    Visit.press(page, "[value='add']");
    page.locator("[id='m2.is']").selectOption("child-of-both");
    person(page, 2, "2026-01-20", "citizen");
    page.locator("[name='m2.income']").check();
    page.locator("[id='m0.taxes']").selectOption("joint");
    page.locator("[id='m1.taxes']").selectOption("joint");
    page.locator("[id='m2.taxes']").selectOption("claimed-by-0");
  }

  private static void person(Page page, int row, String age, String status) {
    page.locator("[id='m%d.age']".formatted(row)).fill(age);
    page.locator("[id='m%d.disabled']".formatted(row)).selectOption("false");
    page.locator("[id='m%d.immigration.status']".formatted(row)).selectOption(status);
    page.locator("[id='m%d.insurance.employerOffer']".formatted(row)).selectOption("none");
    page.locator("[id='m%d.insurance.enrolled']".formatted(row)).selectOption("none");
  }

  private static void answer(Page page) {
    typeFamily(page);
    Visit.press(page, ".quick .button");
    assertThat(page.locator(".person").count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESK})
  void the_answer_can_be_used_in_every_language_and_no_language_loses_an_answer(int width) {
    try (var visit = visit(window(width))) {
      answer(visit.page());
      var first = visit.page().locator(".headline").count();
      // Wider, nothing differs from language to language but the side on which it begins.
      for (String language : width == PHONE ? Site.languages() : List.of("ar", "en")) {
        Visit.press(visit.page(), "nav.languages button[lang='%s']".formatted(language));

        assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(visit.page().locator(".headline").count()).isEqualTo(first);
        assertThat(visit.page().locator("script").count()).isZero();
        assertThat(visit.barriers()).as(language).isEmpty();
        assertThat(visit.sidewaysOverflow()).as(language).isZero();
        visit.picture(Path.of("target", "pictures", "answer-%s-%d.png".formatted(language, width)));
      }
      assertThat(visit.requested()).allMatch(url -> url.startsWith(origin() + "/"));
      assertThat(visit.requested()).noneMatch(url -> url.contains("?"));
      assertThat(visit.cookies()).isZero();
    }
  }

  @Test
  void it_needs_no_script_and_enter_in_a_field_shows_the_answer() {
    try (var visit = visit(window(PHONE).setJavaScriptEnabled(false))) {
      typeFamily(visit.page());

      visit.page().locator("[id='m0.age']").press("Enter");

      assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(visit.page().locator(".person").count()).isEqualTo(3);
    }
  }

  @Test
  void what_was_left_out_leads_back_to_its_field_with_everything_still_there() {
    try (var visit = visit(window(PHONE))) {
      answer(visit.page());

      Visit.press(visit.page(), "[value='edit:members.p1.pregnant']");

      assertThat(visit.page().evaluate("document.activeElement.id")).isEqualTo("m0.pregnant");
      assertThat(visit.page().locator("[id='m0.income.0.amount']").inputValue())
          .isEqualTo("$1,500.00");
      assertThat(visit.page().locator("[id='m2.taxes']").inputValue()).isEqualTo("claimed-by-0");
    }
  }

  @Test
  void a_mistake_is_told_at_its_field_and_can_be_used_by_everyone() {
    try (var visit = visit(window(PHONE))) {
      typeFamily(visit.page());
      visit.page().locator("[id='m1.age']").fill("thirty-nine");
      Visit.press(visit.page(), ".quick .button");

      assertThat(visit.page().locator("[id='m1.age']").getAttribute("aria-invalid"))
          .isEqualTo("true");
      assertThat(visit.page().locator("[id='m1.age']").inputValue()).isEqualTo("thirty-nine");
      assertThat(visit.page().locator(".problems a").getAttribute("href")).isEqualTo("#m1.age");
      assertThat(visit.barriers()).isEmpty();
    }
  }

  @Test
  void it_stands_by_night_with_forced_colours_and_enlarged() {
    try (var visit = visit(window(DESK).setForcedColors(ForcedColors.ACTIVE))) {
      answer(visit.page());
      assertThat(visit.barriers()).isEmpty();
    }
    try (var visit = visit(window(PHONE).setColorScheme(ColorScheme.DARK))) {
      answer(visit.page());
      visit.page().locator(".why > summary").first().click();
      assertThat(visit.barriers()).isEmpty();
    }
    // A window of 1280 pixels at 400 % shows as much as one of 320.
    try (var visit = visit(window(320))) {
      answer(visit.page());
      assertThat(visit.sidewaysOverflow()).isZero();
      visit.page().evaluate("document.documentElement.style.fontSize = '225%'"); // text at 200 %
      assertThat(visit.sidewaysOverflow()).isZero();
    }
  }

  @Test
  void on_paper_everyone_begins_on_a_sheet_of_their_own() {
    try (var visit = visit(window(DESK))) {
      answer(visit.page());

      var pdf = new String(visit.page().pdf(), StandardCharsets.ISO_8859_1);
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(
              visit
                  .page()
                  .evaluate(
                      "[...document.querySelectorAll('.person')]"
                          + ".filter(e => getComputedStyle(e).breakBefore === 'page').length"))
          .isEqualTo(3);
      // One in front, one a person or two where much is open, and what concerns the whole family.
      var pages = Pattern.compile("/Type /Page\\b(?!s)").matcher(pdf).results().count();
      assertThat(pages).isBetween(5L, 9L);
    }
  }

  @Test
  void the_answer_stays_light() {
    try (var visit = visit(window(PHONE))) {
      typeFamily(visit.page());
      visit.settle();
      int before = visit.bytesReceived();
      Visit.press(visit.page(), ".quick .button");
      visit.settle();

      assertThat(visit.bytesReceived() - before).isBetween(1_000, BYTES);
    }
  }
}
