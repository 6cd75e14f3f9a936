package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.e2e.Site.Address;

/** What holds for every public page, in every language. */
@Timeout(300)
@Order(1)
class PagesTests extends OpenSite {
  private static final int BYTES = 60 * 1024;
  private static final int REQUESTS = 5;
  private static final int HEIGHT = 760;

  @Test
  void there_are_pages_to_look_at() {
    assertThat(Site.languages()).hasSize(7);
    assertThat(Site.pagesInEveryLanguage()).hasSizeGreaterThanOrEqualTo(14);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.konbit.e2e.Site#pagesInEveryLanguage")
  void anyone_can_use_it_at_any_size_and_nobody_else_hears_of_it(Address address) {
    try (var visit = visit(address, window(DESK))) {
      // Colours are the same in every language.
      assertThat(Site.isLookedAtClosely(address) ? visit.barriers() : visit.barriersInWords())
          .isEmpty();
      visit.settle(); // after what takes time, so that there is nothing left to wait for
      assertThat(visit.page().locator("h1").count()).isEqualTo(1);
      assertThat(visit.page().locator("script").count()).isEqualTo(address.isLeftByKey() ? 1 : 0);
      assertThat(visit.page().locator("iframe, object, embed").count()).isZero();
      assertThat(visit.requested()).allMatch(url -> url.startsWith(origin() + "/"));
      assertThat(visit.requested()).hasSizeLessThanOrEqualTo(REQUESTS);
      assertThat(visit.bytesReceived()).isBetween(1, BYTES);
      assertThat(visit.cookies()).isZero();
      // Chromium itself complains of a page that is rightly "not found".
      assertThat(visit.complaints())
          .filteredOn(complaint -> !(address.isMissing() && complaint.contains("404")))
          .isEmpty();
      nothingIsCutOffOnAPhoneOrEnlarged(visit);
    }
  }

  private static void nothingIsCutOffOnAPhoneOrEnlarged(Visit visit) {
    // A window of 1280 pixels at 400 % shows as much as one of 320.
    for (int width : new int[] {PHONE, 320}) {
      visit.page().setViewportSize(width, HEIGHT);
      assertThat(visit.sidewaysOverflow()).as("%d pixels", width).isZero();
    }
    visit.page().evaluate("document.documentElement.style.fontSize = '225%'"); // text at 200 %
    assertThat(visit.sidewaysOverflow()).as("text at 200 %").isZero();
  }

  @Test
  @Timeout(300) // every page, twice
  void no_page_needs_a_script() {
    try (var visit = visit(new Address("en", ""), window(PHONE).setJavaScriptEnabled(false))) {
      assertThat(Site.pagesInEnglishAndArabic())
          .allSatisfy(address -> {
            visit.page().navigate(origin() + address.path());
            assertThat(visit.page().locator("main h1").isVisible()).isTrue();
            assertThat(visit.page().locator("nav.languages :is(a, button)").count()).isEqualTo(7);
          });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.konbit.e2e.Site#pagesInEnglishOrArabic")
  void it_serves_by_keyboard_by_thumb_by_night_and_on_paper(Address address) {
    try (var visit = visit(address, window(DESK))) {
      pictureForThoseWhoChangeIt(visit, address);
      visit.page().setViewportSize(DESK, HEIGHT);
      theKeyboardReachesTheContentFirst(visit);
      visit.page().setViewportSize(PHONE, HEIGHT);
      whatIsFocusedCanBeSeenAndHitWithAThumb(visit);
      itCanBeReadByNightAndInForcedColours(visit);
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(visit.page().locator("nav.languages").isVisible()).isFalse();
      assertThat(visit.page().locator("h1").isVisible()).isTrue();
    }
  }

  private static void theKeyboardReachesTheContentFirst(Visit visit) {
    visit.page().keyboard().press("Tab");
    assertThat(visit.page().evaluate("document.activeElement.className")).isEqualTo("skip");
    assertThat(visit.page().locator(".skip").first().boundingBox().width).isGreaterThan(60);

    visit.page().keyboard().press("Enter");
    assertThat(visit.page().evaluate("document.activeElement.id")).isEqualTo("main");
  }

  private static void whatIsFocusedCanBeSeenAndHitWithAThumb(Visit visit) {
    visit.page().locator("nav.languages :is(a, button)").first().focus();
    visit.page().keyboard().press("Tab");
    assertThat(visit.page().evaluate("getComputedStyle(document.activeElement).outlineWidth"))
        .isEqualTo("3px");
    for (var link : visit.page().locator("nav.languages :is(a, button), .brand a, .button").all()) {
      assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(44);
    }
  }

  private static void itCanBeReadByNightAndInForcedColours(Visit visit) {
    visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(visit.page().evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(22, 25, 31)");
    assertThat(visit.faintText()).isEmpty();
    visit
        .page()
        .emulateMedia(
            new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setForcedColors(ForcedColors.ACTIVE));
    assertThat(visit.faintText()).isEmpty();
    visit.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
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

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "vi", "ar"})
  void each_card_is_one_sheet_of_paper(String language) {
    for (String card : new String[] {"family-emergency-plan", "hospital-card", "rights-card"}) {
      try (var visit = visit(new Address(language, "/cards/" + card), window(DESK))) {
        assertThat(visit.sheets()).as(card).isEqualTo(1);
      }
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

  /** Not a check: with {@code -Dpictures=true}, pictures in {@code target/pictures}. */
  private static void pictureForThoseWhoChangeIt(Visit visit, Address address) {
    if (Boolean.getBoolean("pictures")) {
      for (int width : new int[] {PHONE, DESK}) {
        visit.page().setViewportSize(width, HEIGHT);
        String name = "%s-%d.png".formatted(address.path().substring(1), width);
        visit.picture(Path.of("target", "pictures", name.replaceAll("[/?=]", "-")));
      }
    }
  }

  private static Visit visit(Address address, Browser.NewContextOptions reader) {
    return visit(address.path(), reader);
  }
}
