package org.konbit.e2e;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every public page there is. A new page is one line here, and all of {@link PagesTests} holds it.
 */
final class Site {
  private static final List<String> PAGES =
      List.of(
          "",
          "/screening",
          "/rules/matrix?state=CT",
          "/rules/timeline?state=CT",
          "/quick",
          "/help",
          "/help?need=legal",
          "/rights",
          "/changes",
          "/changes/for",
          "/changes/for/asylee",
          "/cards",
          "/community",
          "/no-such-page");

  // English in every language but for what stands around them, which is the same on all of them.
  private static final List<String> ITEMS =
      List.of(
          "/rights/your-home",
          "/guides/if-agents-come-to-your-clinic",
          "/changes/medicaid-limit-october-2026",
          "/agenda",
          "/agenda/cover-all-kids",
          "/campaigns/massachusetts-budget");

  private static final List<String> CLOSELY = List.of("en", "ar");

  private Site() {}

  /** One page in one language. */
  record Address(String language, String page) {
    String path() {
      return "/" + language + page;
    }

    boolean isMissing() {
      return page.equals("/no-such-page");
    }

    /** Whether three strokes of a key leave it, which alone takes a script. */
    boolean isLeftByKey() {
      return page.equals("/rights/your-home");
    }

    @Override
    public String toString() {
      return path();
    }
  }

  static List<String> languages() {
    try (var in =
        new InputStreamReader(
            Site.class.getResourceAsStream("/messages/languages.properties"),
            StandardCharsets.UTF_8)) {
      var languages = new Properties();
      languages.load(in);
      return List.of(languages.getProperty("order").split(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page in every language; items in the two looked at closely and one more in turn. */
  static Stream<Address> pagesInEveryLanguage() {
    var everywhere =
        PAGES.stream()
            .flatMap(page -> languages().stream().map(language -> new Address(language, page)));
    return Stream.concat(everywhere, ITEMS.stream().flatMap(Site::inSomeLanguages));
  }

  private static Stream<Address> inSomeLanguages(String item) {
    var others = languages().stream().filter(each -> !CLOSELY.contains(each)).toList();
    var inTurn = others.get(ITEMS.indexOf(item) % others.size());
    return Stream.concat(CLOSELY.stream(), Stream.of(inTurn))
        .map(language -> new Address(language, item));
  }

  /** Whether it is in one of the two languages in which what is no matter of words is looked at. */
  static boolean isLookedAtClosely(Address address) {
    return CLOSELY.contains(address.language());
  }

  static Stream<Address> pagesInEnglishAndArabic() {
    return pagesInEveryLanguage().filter(Site::isLookedAtClosely);
  }

  /** Every page once, in the two in turn. */
  static Stream<Address> pagesInEnglishOrArabic() {
    var pages = Stream.concat(PAGES.stream(), ITEMS.stream()).toList();
    return IntStream.range(0, pages.size())
        .mapToObj(i -> new Address(CLOSELY.get(i % CLOSELY.size()), pages.get(i)));
  }
}
