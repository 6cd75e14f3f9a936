package org.konbit.e2e;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
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
          "/rights/your-home",
          "/guides/if-agents-come-to-your-clinic",
          "/changes",
          "/changes/medicaid-limit-october-2026",
          "/changes/for",
          "/changes/for/asylee",
          "/agenda",
          "/agenda/cover-all-kids",
          "/campaigns/massachusetts-budget",
          "/cards",
          "/no-such-page");

  private Site() {}

  /** One page in one language. */
  record Address(String language, String page) {
    String path() {
      return "/" + language + page;
    }

    boolean isMissing() {
      return page.equals("/no-such-page");
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

  static Stream<Address> pagesInEveryLanguage() {
    return PAGES.stream()
        .flatMap(page -> languages().stream().map(language -> new Address(language, page)));
  }

  /** Whether it is in one of the two languages in which what is no matter of words is looked at. */
  static boolean isLookedAtClosely(Address address) {
    return List.of("en", "ar").contains(address.language());
  }

  static Stream<Address> pagesInEnglishAndArabic() {
    return pagesInEveryLanguage().filter(Site::isLookedAtClosely);
  }
}
