package org.konbit.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.store.GivenContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page said before stays readable, and what was changed is told. */
@KonbitTest
class VersionsTests {
  private static final String FIELDS = "settings: [home]\nlimits: [It ends at the pier.]";

  @Autowired private GivenContent given;
  @LocalServerPort private int port;

  @AfterEach
  void clear() {
    given.takenDown();
  }

  @Test
  void a_corrected_page_says_what_it_was_and_what_it_is_now() {
    right("statement: You can fish at night.");
    given.changed(Kind.RIGHT, "harbor-turn", "statement: You can fish by day.", FIELDS, "");

    var page = open("/en/rights/harbor-turn/versions");
    assertThat(page.body())
        .contains("<del>You can fish at night.</del>")
        .contains("<ins>You can fish by day.</ins>")
        .doesNotContain("<del>It ends at the pier.</del>");
    var old =
        page.body().replaceFirst("(?s).*href=\"(/en/rights/harbor-turn/versions/\\d+)\".*", "$1");

    assertThat(open(old).body())
        .contains("It does not hold any more.")
        .contains("You can fish at night.")
        .contains("href=\"/en/rights/harbor-turn\"");
    assertThat(open("/en/rights/harbor-turn").body())
        .contains("You can fish by day.")
        .contains("Corrected on", "<del>You can fish at night.</del>")
        .contains("href=\"/en/rights/harbor-turn/versions\"");
    assertThat(open("/ar/log").body())
        .contains("/ar/rights/harbor-turn/versions")
        .contains("/ar/rights/emergency-care");
  }

  @Test
  void an_item_that_was_never_corrected_says_nothing_of_it() {
    right("statement: You can fish.");

    assertThat(open("/en/rights/harbor-turn").body())
        .contains("You can fish.")
        .doesNotContain("Corrected on");
  }

  @Test
  void a_story_has_no_history_that_anybody_could_read() {
    given.published(
        Kind.SPOTLIGHT,
        "harbor-past",
        "brief: I sing.",
        "member: A neighbor\nconsent: {by: Harbor House, on: 2020-01-01, scope: this site}",
        "I sing on Mondays.");

    assertThat(open("/en/spotlights/harbor-past").status()).isEqualTo(200);
    assertThat(open("/en/spotlights/harbor-past").body()).doesNotContain("/versions");
    assertThat(open("/en/spotlights/harbor-past/versions").status()).isEqualTo(404);
    assertThat(open("/en/spotlights/harbor-past/versions/1").status()).isEqualTo(404);
    assertThat(open("/en/log").body()).doesNotContain("harbor-past");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/rights/none/versions",
        "/en/nothing/emergency-care/versions",
        "/en/rights/emergency-care/versions/77",
        "/en/rights/emergency-care/versions/99999999999",
        "/en/rights/emergency-care/versions/x"
      })
  void what_never_was_is_not_found(String address) {
    assertThat(open(address).status()).isEqualTo(404);
  }

  private void right(String statement) {
    given.published(Kind.RIGHT, "harbor-turn", statement, FIELDS, "");
  }

  private DeskVisitor open(String address) {
    return new DeskVisitor(port).open(address);
  }
}
