package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A navigator types a family on one page; the family reads, changes and prints its answer. */
@Timeout(300)
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

  @Test
  void the_answer_can_be_used_in_every_language_and_no_language_loses_an_answer() {
    try (var visit = visit(window(PHONE))) {
      typeFamily(visit.page());
      visit.settle();
      int before = visit.bytesReceived();
      Visit.press(visit.page(), ".quick .button");
      visit.settle();
      assertThat(visit.bytesReceived() - before).isBetween(1_000, BYTES);
      for (String language : Site.languages()) {
        Visit.press(visit.page(), "nav.languages button[lang='%s']".formatted(language));

        assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(visit.page().locator(".person .headline").count()).isEqualTo(3);
        assertThat(visit.page().locator("script").count()).isZero();
        assertThat(visit.barriers()).as(language).isEmpty();
        nothingIsCutOff(visit, language);
      }
      assertThat(visit.requested()).allMatch(url -> url.startsWith(origin() + "/"));
      assertThat(visit.requested()).noneMatch(url -> url.contains("?"));
      assertThat(visit.cookies()).isZero();
    }
  }

  private static void nothingIsCutOff(Visit visit, String language) {
    // A window of 1280 pixels at 400 % shows as much as one of 320.
    for (int width : new int[] {DESK, 320, PHONE}) {
      visit.page().setViewportSize(width, 760);
      assertThat(visit.sidewaysOverflow()).as("%s, %d", language, width).isZero();
      if (Boolean.getBoolean("pictures")) {
        visit.picture(Path.of("target", "pictures", "answer-%s-%d.png".formatted(language, width)));
      }
    }
  }

  @Test
  void what_each_person_can_get_stands_before_all_that_is_folded() {
    try (var visit = visit(window(PHONE))) {
      var page = visit.page();
      typeFamily(page);
      page.locator("[id='m1.age']").fill("thirty-nine");
      Visit.press(page, ".quick .button");
      assertThat(visit.barriers()).as("with a mistake").isEmpty();
      page.locator("[id='m1.age']").fill("39");
      Visit.press(page, ".quick .button");

      var screens = 2 * 760;
      for (var best : page.locator(".overview .best").all()) {
        assertThat(best.boundingBox().y + best.boundingBox().height).isLessThan(screens);
      }
      assertThat((int) page.evaluate("document.body.scrollHeight")).isLessThan(9_000);
      assertThat(page.locator(".why[open], .also [open], .caution [open]").count()).isZero();
      // What is folded opens by keyboard; all of it at once, to be searched on any browser.
      var why = page.locator(".why").first();
      assertThat(why.locator("h4").first().isVisible()).isFalse();
      why.locator("summary").first().press("Enter");
      assertThat(why.locator("h4").first().isVisible()).isTrue();
      Visit.press(page, "[value=unfold]");
      assertThat(page.locator("details[open]").count())
          .isEqualTo(page.locator("details").count())
          .isGreaterThan(10);
      for (String language : List.of("en", "ar")) {
        Visit.press(page, "nav.languages button[lang='%s']".formatted(language));
        Visit.press(page, "[value=unfold]");
        assertThat(visit.barriers()).as("all open in " + language).isEmpty();
        nothingIsCutOff(visit, language + "-open");
      }
    }
  }

  @Test
  void a_mistake_is_told_at_its_field_and_what_was_left_out_leads_back_to_its_own() {
    try (var visit = visit(window(PHONE).setJavaScriptEnabled(false))) {
      var page = visit.page();
      typeFamily(page);
      page.locator("[id='m1.age']").fill("thirty-nine");
      Visit.press(page, ".quick .button");
      assertThat(page.locator("[id='m1.age']").getAttribute("aria-invalid")).isEqualTo("true");
      assertThat(page.locator("[id='m1.age']").inputValue()).isEqualTo("thirty-nine");
      assertThat(page.locator(".problems a").getAttribute("href")).isEqualTo("#m1.age");

      page.locator("[id='m1.age']").fill("39");
      page.locator("[id='m0.age']").press("Enter");
      page.waitForLoadState();
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(page.locator(".person").count()).isEqualTo(3);

      page.locator("details:has([value='edit:members.p1.pregnant']) > summary").first().click();
      Visit.press(page, "[value='edit:members.p1.pregnant']");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("m0.pregnant");
      assertThat(page.locator("[id='m0.income.0.amount']").inputValue()).isEqualTo("$1,500.00");
      assertThat(page.locator("[id='m2.taxes']").inputValue()).isEqualTo("claimed-by-0");
    }
  }

  @Test
  void it_stands_by_night_with_forced_colours_enlarged_and_on_paper() {
    try (var visit = visit(window(PHONE))) {
      var page = visit.page();
      answer(page);
      Visit.press(page, "[value=unfold]");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(visit.faintText()).isEmpty();
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(ColorScheme.LIGHT)
              .setForcedColors(ForcedColors.ACTIVE));
      assertThat(visit.barriers()).isEmpty();
      page.evaluate("document.documentElement.style.fontSize = '225%'"); // text at 200 %
      assertThat(visit.sidewaysOverflow()).isZero();
      page.evaluate("document.documentElement.style.fontSize = ''");

      Visit.press(page, "nav.languages button[lang=en]"); // with everything folded again
      page.emulateMedia(
          new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE).setMedia(Media.PRINT));
      onPaperEveryoneHasASheet(visit);
    }
  }

  private static void onPaperEveryoneHasASheet(Visit visit) {
    var page = visit.page();
    assertThat(visit.barriers()).isEmpty();
    assertThat(
            page.evaluate(
                "[...document.querySelectorAll('.person')]"
                    + ".filter(e => getComputedStyle(e).breakBefore === 'page').length"))
        .isEqualTo(3);
    // What is folded is printed open.
    for (String folded : List.of(".paper", ".caution .cited", ".why > .because")) {
      assertThat(page.locator(".person " + folded).first().isVisible()).as(folded).isTrue();
    }
    // One in front, one a person or two where much is open, and what concerns the whole family.
    assertThat(Visit.sheets(page)).isBetween(5L, 9L);
  }
}
