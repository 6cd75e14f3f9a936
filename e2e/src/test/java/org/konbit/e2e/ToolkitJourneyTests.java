package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider, a family and a subscriber get from the toolkit what they came for. */
@Timeout(120)
class ToolkitJourneyTests extends OpenSite {
  @Test
  void a_provider_finds_what_changes_for_an_asylee_on_masshealth_and_prints_the_hand_out() {
    try (var visit = visit("/en/changes", window(DESK))) {
      var page = visit.page();
      page.locator("#group").selectOption("asylee");
      page.locator("#program").selectOption("masshealth");
      page.locator("#state").selectOption("MA");
      Visit.press(page, "form.ask button");
      assertThat(page.locator(".changes").innerText()).contains("Federal Medicaid narrows");
      Visit.press(page, ".also a[href$='/changes/for']");
      Visit.press(page, "a[href$='/changes/for/asylee']");
      page.navigate(page.url() + "?state=MA");

      assertThat(page.locator("main").innerText())
          .contains("Massachusetts, on ")
          .doesNotContain("Connecticut, on ");
      assertThat(page.locator(".effect").first().innerText()).contains("From ");
      look(visit, "for-asylee");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".again .code").isVisible()).isTrue();
      assertThat(page.locator(".again").innerText())
          .contains("Printed on ")
          .contains("It may have changed")
          .contains("/en/changes/for/asylee");
      assertThat(page.locator(".masthead nav").isVisible()).isFalse();
      assertThat(visit.sheets()).isBetween(1L, 6L);
    }
  }

  @Test
  void a_reader_in_creole_learns_what_is_not_yet_translated_and_where_help_is() {
    try (var visit = visit("/ht", window(PHONE))) {
      var page = visit.page();
      Visit.press(page, ".doors a[href='/ht/rights']");
      Visit.press(page, "a[href='/ht/rights/emergency-care']");

      assertThat(page.locator(".item > .note").first().innerText()).contains("anglè");
      assertThat(page.locator("h1").getAttribute("lang")).isEqualTo("en");
      look(visit, "right-ht");
      Visit.press(page, ".near a >> nth=0");
      assertThat(page.url()).contains("/ht/help?need=");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ht");
      assertThat(visit.cookies()).isZero();
    }
  }

  @Test
  void a_reader_without_script_prints_the_hospital_card_on_one_sheet() {
    try (var visit = visit("/es/cards", window(PHONE).setJavaScriptEnabled(false))) {
      var page = visit.page();
      Visit.press(page, "a[href='/es/cards/hospital-card']");

      assertThat(page.locator(".code").isVisible()).isTrue();
      assertThat(page.locator("footer").innerText()).contains("/es/cards/hospital-card");
      assertThat(visit.sheets()).isEqualTo(1);
      var card = visit.requested().indexOf(page.url());
      assertThat(visit.requested().subList(card, visit.requested().size())).hasSize(1);
    }
  }

  @Test
  void one_search_finds_rights_and_who_helps_whatever_the_spelling() {
    try (var visit = visit("/es/search", window(PHONE))) {
      var page = visit.page();
      page.locator("#words").fill("interprete hospitl");
      // Until the index stands, only the very words are looked for, and the page says so.
      page.waitForCondition(() -> {
        Visit.press(page, "#search .button");
        return page.locator("section .note").count() == 0;
      });

      assertThat(page.locator(".results a").first().getAttribute("href")).startsWith("/es/");
      assertThat(page.locator("#told + ol a[href*='/es/rights/interpreter']").count()).isPositive();
      assertThat(page.url()).doesNotContain("interprete");
      look(visit, "search-es");
      page.locator("#words").fill("despensa de comida");
      Visit.press(page, "#search .button");
      Visit.press(page, "#who-helps ~ .results a >> nth=0");
      assertThat(page.url()).contains("/es/help/");
      assertThat(page.locator("h1").isVisible()).isTrue();
    }
  }

  @Test
  void three_strokes_of_one_key_leave_a_page_and_back_does_not_lead_there_again() {
    try (var visit = visit("/en/rights", window(PHONE))) {
      var page = visit.page();
      page.route(
          "https://www.weather.gov/**",
          route ->
              route.fulfill(
                  new Route.FulfillOptions().setContentType("text/html").setBody("Sunny")));
      Visit.press(page, "a[href='/en/rights/your-home']");
      look(visit, "your-home");

      for (int i = 0; i < 3; i++) {
        page.keyboard().press("Shift");
      }

      page.waitForURL("https://www.weather.gov/");
      page.goBack();
      assertThat(page.url()).endsWith("/en/rights");
      for (var each : List.of("/safety", "/log", "/rights/your-home/versions")) {
        page.navigate(origin() + "/ar" + each);
        look(visit, each.substring(1).replace('/', '-'));
      }
    }
  }

  @Test
  void chinese_lines_are_full_and_none_begins_with_a_comma() {
    try (var visit = visit("/zh-Hans/community", window(PHONE))) {
      look(visit, "community-zh");
      var lines =
          (List<?>)
              visit
                  .page()
                  .evaluate(
                      """
                      () => {
                        const text = document.querySelector(".nothing").firstChild;
                        const range = document.createRange();
                        const lines = [];
                        for (let i = 0, top; i < text.length; i++) {
                          range.setStart(text, i);
                          range.setEnd(text, i + 1);
                          const box = range.getBoundingClientRect();
                          if (box.width && (top === undefined || box.top > top + 4)) {
                            lines.push("");
                            top = box.top;
                          }
                          if (lines.length) lines[lines.length - 1] += text.data[i];
                        }
                        return lines;
                      }
                      """);

      assertThat(lines).hasSizeGreaterThan(1);
      assertThat(lines)
          .allSatisfy(line -> assertThat(line.toString()).doesNotMatch("^[，。、；：！？）].*"));
      int longest = lines.stream().mapToInt(line -> line.toString().length()).max().orElseThrow();
      assertThat(lines.subList(0, lines.size() - 1))
          .allSatisfy(line -> assertThat(line.toString().length()).isGreaterThan(longest - 4));
    }
  }

  @Test
  void a_subscribers_feed_reader_and_calendar_understand_what_they_get() throws Exception {
    try (var visit = visit("/en/changes?program=medicare", window(DESK))) {
      var addresses =
          visit.page().locator("#feeds ~ ul a").all().stream()
              .map(link -> link.getAttribute("href"))
              .toList();
      assertThat(addresses).hasSize(4);
      int shown = visit.page().locator(".changes > li").count();
      var many = Integer.toString(shown);
      var withFeed = Integer.toString(shown + 1);
      var reader = browser().newPage(); // parses as a browser does
      var rss = parsed(reader, text(addresses.get(0)));
      assertThat(rss)
          .containsEntry("root", "rss")
          .containsEntry("entries", many)
          .containsEntry("links", many);
      var atom = parsed(reader, text(addresses.get(1)));
      assertThat(atom)
          .containsEntry("root", "feed")
          .containsEntry("entries", many)
          .containsEntry("ids", withFeed)
          .containsEntry("dates", withFeed)
          .containsEntry("author", "Harbor Coalition");
      var json = (Map<?, ?>) reader.evaluate("text => JSON.parse(text)", text(addresses.get(2)));
      assertThat(json.get("version")).isEqualTo("https://jsonfeed.org/version/1.1");
      assertThat((List<?>) json.get("items"))
          .hasSize(shown)
          .allSatisfy(item ->
              assertThat(((Map<?, ?>) item).keySet().stream().map(String::valueOf).toList())
                  .contains("id", "url", "title", "content_text", "date_published"));
      calendarIsWhole(text(addresses.get(3)));
      reader.close();
    }
  }

  private static Map<String, String> parsed(Page reader, String xml) {
    var told =
        (Map<?, ?>)
            reader.evaluate(
                """
                text => {
                  const xml = new DOMParser().parseFromString(text, "text/xml");
                  if (xml.querySelector("parsererror")) throw new Error("not well formed");
                  const count = name => xml.getElementsByTagName(name).length;
                  return {root: xml.documentElement.localName, entries: count("item") + count("entry"),
                    ids: count("id"), dates: count("updated"),
                    links: [...xml.querySelectorAll("item > link")].filter(
                        link => link.textContent.startsWith("http")).length,
                    author: xml.querySelector("feed > author > name")?.textContent ?? ""};
                }
                """,
                xml);
    var words = new HashMap<String, String>();
    told.forEach((name, value) -> words.put(name.toString(), value.toString()));
    return words;
  }

  /** As RFC 5545 has it: parts that begin and end in order, each event with what it must have. */
  private static void calendarIsWhole(String calendar) {
    assertThat(calendar).contains("\r\n").doesNotContainPattern("[^\r]\n");
    var open = new ArrayDeque<String>();
    int events = 0;
    var seen = new StringBuilder();
    for (var line : calendar.replace("\r\n ", "").lines().toList()) {
      assertThat(line).matches("[A-Z-]+(;[A-Z-]+=[^:;]+)*:.*");
      var name = line.split("[:;]", 2)[0];
      var value = line.substring(line.indexOf(':') + 1);
      if (name.equals("BEGIN")) {
        open.push(value);
        seen.setLength(0);
      } else if (name.equals("END")) {
        assertThat(open.pop()).isEqualTo(value);
        if (value.equals("VEVENT")) {
          assertThat(seen.toString()).contains("UID ", "DTSTAMP ", "DTSTART ", "SUMMARY ");
          events++;
        }
      } else {
        seen.append(name).append(' ');
      }
    }
    assertThat(open).isEmpty();
    assertThat(events).isPositive();
  }

  private static String text(String address) throws IOException, InterruptedException {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(origin() + address)).build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static void look(Visit visit, String name) {
    assertThat(Visit.barriers(visit.page())).isEmpty();
    assertThat(visit.sidewaysOverflow()).isZero();
    if (Boolean.getBoolean("pictures")) {
      visit.picture(Path.of("target", "pictures", "toolkit-" + name + ".png"));
    }
  }
}
