package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A reader who goes through the interview, page by page. */
final class Interviewed implements AutoCloseable {
  private static final int MOST_QUESTIONS = 80;

  private final Visit visit;
  private final Page page;
  private boolean isHeld;
  private boolean isInEveryLanguage;
  private Iterator<String> statuses = List.<String>of().iterator();

  private Interviewed(Visit visit) {
    this.visit = visit;
    this.page = visit.page();
  }

  static Interviewed in(String language, Browser.NewContextOptions reader) {
    return new Interviewed(OpenSite.visit("/" + language + "/screening", reader));
  }

  /** From now on each kind of page must be for everybody: no barrier, nothing cut off. */
  Interviewed held() {
    isHeld = true;
    return this;
  }

  /** The same, of each page in turn in every language: the form goes with the reader. */
  Interviewed heldInEveryLanguage() {
    isInEveryLanguage = true;
    return held();
  }

  /** The groups of status of those who are asked for one, in that order; then nobody says. */
  Interviewed whoseStatusesAre(String... groups) {
    statuses = List.of(groups).iterator();
    return this;
  }

  Visit visit() {
    return visit;
  }

  Page page() {
    return page;
  }

  void begin(String state) {
    page.locator("#begin button").click();
    page.waitForSelector("input[value=" + state + "]");
    page.locator("input[value=" + state + "]").check();
    go();
    page.waitForSelector("#age-p1");
  }

  void add(int number, String kin, String age) {
    page.locator("button[value=add]").click();
    page.waitForSelector("#age-p" + number);
    page.locator("#kin-p" + number).selectOption(kin);
    page.locator("#age-p" + number).fill(age);
  }

  void go() {
    // No page is sealed twice the same, so another state is another page.
    var state = page.locator("input[name=state]");
    var before = state.inputValue();
    page.locator(".steps button[value=answer]").click();
    PlaywrightAssertions.assertThat(state).not().hasValue(before);
  }

  boolean isAsked() {
    return page.locator("#question form#answers").count() > 0; // the last one counts none left
  }

  /** A mother of 34, her husband, two children and her father, to the first question of each. */
  void fiveOfThem(String state) {
    begin(state);
    page.locator("#age-p1").fill("34");
    add(2, "spouse", "36");
    add(3, "child", "9");
    add(4, "child", "1");
    add(5, "parent", "67");
    go();
    for (var select : page.locator("select[name^=kin-]").all()) {
      select.selectOption(select.getAttribute("name").endsWith("p5") ? "other" : "parent");
    }
    go();
  }

  /** Prefers not to say wherever that is quick, and tells some things; returns how many. */
  int answerToTheEnd() {
    int asked = 0;
    Set<String> seen = new HashSet<>();
    while (isAsked() && asked < MOST_QUESTIONS) {
      var kind = kind();
      if (seen.add(kind) && isHeld) {
        hold(kind);
      }
      answer(kind, asked);
      go();
      if (page.locator("input[type=hidden][name=group]").count() > 0) {
        page.locator("input[name=answer]").first().check();
        go();
      }
      assertThat(page.locator("#problems li").allTextContents()).isEmpty();
      if (page.locator("#problems").count() > 0) { // two answers contradict: keep the earlier one
        page.locator("input[name=answer][value=decline]").check();
        go();
      }
      asked++;
    }
    assertThat(isAsked()).isFalse();
    assertThat(page.locator("h1").count()).isEqualTo(1);
    if (isHeld) {
      hold("answer");
    }
    return asked;
  }

  private String kind() {
    if (page.locator("input[name=group]:not([type=hidden])").count() > 0) {
      return "status";
    }
    if (page.locator("#amount-1").count() > 0) {
      return "income";
    }
    if (page.locator("input[name=answer][value=true]").count() > 0) {
      return "yes or no";
    }
    return "%d fields and %d choices"
        .formatted(
            page.locator("form#answers input[type=text]").count(),
            Math.min(3, page.locator("input[name=answer]").count()));
  }

  private void answer(String kind, int asked) {
    switch (kind) {
      case "status" -> page.locator("input[name=group][value=%s]".formatted(nextStatus())).check();
      case "income" -> {
        page.locator("#kind-1").selectOption("wages");
        page.locator("#amount-1").fill("1,450");
        page.locator("#per-1").selectOption("month");
      }
      case "yes or no" ->
          page.locator("input[name=answer][value=" + (asked % 3 == 0) + "]").check();
      default -> page.locator("input[name=answer][value=decline]").check();
    }
  }

  private String nextStatus() {
    return statuses.hasNext() ? statuses.next() : "decline";
  }

  /** That the page shown can be used by everybody, as it is or in every language in turn. */
  void hold(String what) {
    if (!isInEveryLanguage) {
      check(what);
      return;
    }
    var before = page.locator("html").getAttribute("lang");
    for (String language : Site.languages()) {
      show(language);
      check(what + " in " + language);
    }
    show(before);
  }

  private void show(String language) {
    Visit.press(page, "nav.languages :is(a, button)[lang='%s']".formatted(language));
    PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  private void check(String what) {
    assertThat(visit.barriers()).as(what).isEmpty();
    assertThat(visit.sidewaysOverflow()).as(what).isZero();
  }

  static int bytes(Request request) {
    return request.sizes().responseBodySize + request.sizes().responseHeadersSize;
  }

  @Override
  public void close() {
    visit.close();
  }
}
