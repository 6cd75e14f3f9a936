package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.e2e.Site.Address;

/** What holds for every public page, in every language. */
@Timeout(120)
class PagesTests extends OpenSite {
  private static final int BYTES = 60 * 1024;
  private static final int REQUESTS = 5;
  private static final String PAGES = "org.konbit.e2e.Site#pagesInEveryLanguage";

  @Test
  void there_are_pages_to_look_at() {
    assertThat(Site.languages()).hasSize(7);
    assertThat(Site.pagesInEveryLanguage()).hasSizeGreaterThanOrEqualTo(14);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(PAGES)
  void anyone_can_use_it_and_nobody_else_hears_of_it(Address address) {
    try (var visit = visit(address, window(DESK))) {
      visit.settle();
      assertThat(visit.page().locator("h1").count()).isEqualTo(1);
      assertThat(visit.page().locator("script, iframe, object, embed").count()).isZero();
      assertThat(visit.requested()).allMatch(url -> url.startsWith(origin() + "/"));
      assertThat(visit.requested()).hasSizeLessThanOrEqualTo(REQUESTS);
      assertThat(visit.bytesReceived()).isBetween(1, BYTES);
      assertThat(visit.cookies()).isZero();
      // Chromium itself complains of a page that is rightly "not found".
      assertThat(visit.complaints())
          .filteredOn(complaint -> !(address.isMissing() && complaint.contains("404")))
          .isEmpty();
      assertThat(visit.barriers()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.konbit.e2e.Site#pagesInEnglishAndArabic")
  void it_can_be_used_by_night(Address address) {
    try (var visit = visit(address, window(PHONE).setColorScheme(ColorScheme.DARK))) {
      assertThat(visit.page().evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(22, 25, 31)");
      assertThat(visit.barriers()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(PAGES)
  void nothing_is_cut_off_on_a_phone_or_enlarged(Address address) {
    try (var visit = visit(address, window(PHONE))) {
      assertThat(visit.sidewaysOverflow()).isZero();
    }
    // A window of 1280 pixels at 400 % shows as much as one of 320.
    try (var visit = visit(address, window(320))) {
      assertThat(visit.sidewaysOverflow()).isZero();
      visit.page().evaluate("document.documentElement.style.fontSize = '225%'"); // text at 200 %
      assertThat(visit.sidewaysOverflow()).isZero();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(PAGES)
  void it_needs_no_script(Address address) {
    try (var visit = visit(address, window(PHONE).setJavaScriptEnabled(false))) {
      assertThat(visit.page().locator("main h1").isVisible()).isTrue();
      assertThat(visit.page().locator("nav.languages :is(a, button)").count()).isEqualTo(7);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.konbit.e2e.Site#pagesInEnglishAndArabic")
  void the_keyboard_reaches_the_content_first(Address address) {
    try (var visit = visit(address, window(DESK))) {
      visit.page().keyboard().press("Tab");
      assertThat(visit.page().evaluate("document.activeElement.className")).isEqualTo("skip");
      var skip = visit.page().locator(".skip").first().boundingBox();
      assertThat(skip.width).isGreaterThan(60);

      visit.page().keyboard().press("Enter");
      assertThat(visit.page().evaluate("document.activeElement.id")).isEqualTo("main");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.konbit.e2e.Site#pagesInEnglishAndArabic")
  void what_is_focused_can_be_seen_and_hit_with_a_thumb(Address address) {
    try (var visit = visit(address, window(PHONE))) {
      visit.page().locator("nav.languages :is(a, button)").first().focus();
      visit.page().keyboard().press("Tab");

      assertThat(visit.page().evaluate("getComputedStyle(document.activeElement).outlineWidth"))
          .isEqualTo("3px");
      for (var link :
          visit.page().locator("nav.languages :is(a, button), .brand a, .button").all()) {
        assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(44);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.konbit.e2e.Site#pagesInEnglishAndArabic")
  void it_stands_with_forced_colours_and_on_paper(Address address) {
    try (var visit = visit(address, window(DESK).setForcedColors(ForcedColors.ACTIVE))) {
      assertThat(visit.barriers()).isEmpty();
    }
    try (var visit = visit(address, window(DESK))) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(visit.page().locator("nav.languages").isVisible()).isFalse();
      assertThat(visit.page().locator("h1").isVisible()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESK})
  void arabic_begins_on_the_right(int width) {
    try (var visit = visit(new Address("ar", ""), window(width))) {
      var heading = visit.page().locator("h1").boundingBox();
      var brand = visit.page().locator(".brand a").boundingBox();

      assertThat(brand.x + brand.width).isCloseTo(heading.x + heading.width, within(1.0));
    }
  }

  @Test
  void each_language_link_leads_to_the_same_page_in_that_language() {
    try (var visit = visit(new Address("en", ""), window(PHONE))) {
      visit.page().locator("nav.languages a[lang=ht]").click();

      assertThat(visit.page().url()).endsWith("/ht");
      assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("ht");
    }
  }

  /** Not a check: pictures for those who change a page, in {@code target/pictures}. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("org.konbit.e2e.Site#pagesInEnglishAndArabic")
  void pictures_are_taken_to_be_looked_at(Address address) {
    for (int width : new int[] {PHONE, DESK}) {
      try (var visit = visit(address, window(width))) {
        String name = "%s-%d.png".formatted(address.path().substring(1), width);
        Path picture = Path.of("target", "pictures", name.replaceAll("[/?=]", "-"));
        visit.picture(picture);
        assertThat(picture).isNotEmptyFile();
      }
    }
  }

  private static Visit visit(Address address, Browser.NewContextOptions reader) {
    return visit(address.path(), reader);
  }
}
