package org.konbit.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.overview.Matrices;
import org.konbit.rules.overview.Matrix;
import org.konbit.screening.Law;
import org.konbit.screening.Rulebook;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Guide;
import org.konbit.toolkit.content.Right;
import org.konbit.toolkit.store.Library;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xml.sax.InputSource;

@KonbitTest
class ToolkitPagesTests {
  private static final int FIRST_SCREEN = 14 * 1024;

  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  private static final List<Matrix.Profile> ADULT = Matrices.profiles(35);

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired private Library library;
  @Autowired private Rulebook rulebook;
  @LocalServerPort private int port;

  @Test
  void every_item_opens_with_its_answer_first_and_what_it_rests_on_last() throws Exception {
    var catalogue = library.current();
    assertThat(catalogue.all(Right.class)).hasSizeGreaterThan(20);
    assertThat(catalogue.all(Guide.class)).hasSizeGreaterThan(13);
    for (var right : catalogue.all(Right.class)) {
      var page = body("/en/rights/" + right.heading().id());
      assertThat(start(page)).contains("class=\"lede\"").contains("Where it ends");
      assertThat(page)
          .contains("Not yet approved by a lawyer.")
          .contains("Checked on November 22, 2026.");
    }
    for (var guide : catalogue.all(Guide.class)) {
      var page = body("/en/guides/" + guide.heading().id());
      assertThat(start(page)).contains("class=\"lede\"").contains("What to do");
    }
  }

  @Test
  void every_action_tells_where_it_stands_and_what_happened() throws Exception {
    var actions = library.current().all(GovernmentAction.class);
    assertThat(actions).hasSizeGreaterThanOrEqualTo(52);
    for (var action : actions) {
      assertThat(body("/en/changes/" + action.heading().id()))
          .contains("class=\"headline\"")
          .contains("What happened")
          .contains(action.events().getFirst().on().iso());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void a_reader_of_another_language_hears_that_the_text_is_english(String tag) throws Exception {
    var page = body("/" + tag + "/rights/emergency-care");

    assertThat(page).contains("<h1 lang=\"en\" dir=\"ltr\">").contains("role=\"note\"");
    assertThat(body("/en/rights/emergency-care")).doesNotContain("<h1 lang");
  }

  @Test
  void a_page_about_agents_gives_nothing_away_and_can_be_left_at_once() throws Exception {
    var page = body("/en/rights/your-home");

    assertThat(page)
        .contains("<title>Information: Harbor Coalition</title>")
        .contains("class=\"leave\"");
    assertThat(body("/en/rights/public-school")).doesNotContain("class=\"leave\"");
  }

  @Test
  void what_is_known_from_weak_sources_alone_says_so() throws Exception {
    assertThat(body("/en/rights/hurt-at-work")).contains("only weak sources");
    assertThat(body("/en/rights/born-here")).doesNotContain("only weak sources");
  }

  @Test
  void changes_can_be_narrowed_to_a_group_a_program_and_a_state() throws Exception {
    var page = body("/en/changes?group=asylee&program=masshealth&state=MA");

    assertThat(page)
        .contains("/en/changes/medicaid-limit-october-2026")
        .doesNotContain("/en/changes/husky-for-children-to-15")
        .contains("changes.rss?group=asylee&amp;program=masshealth&amp;state=MA");
  }

  @Test
  void a_filter_we_do_not_know_is_told_and_changes_nothing() throws Exception {
    var answer = get("/en/changes?group=%3Cscript%3E&state=MA");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("We do not know one of these choices")
        .doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/rights/no-such",
        "/en/guides/nothing",
        "/en/changes/NO",
        "/feeds/xx/changes.rss",
        "/feeds/en/changes.exe"
      })
  void what_is_not_there_is_not_found(String address) throws Exception {
    assertThat(get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void the_front_door_names_the_three_newest_changes() throws Exception {
    var page = body("/en");

    assertThat(Pattern.compile("<li><time datetime=").matcher(page).results().count()).isEqualTo(3);
    assertThat(page).contains("href=\"/en/rights\"").contains("href=\"/en/changes\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom"})
  void a_feed_reader_gets_what_a_reader_sees(String form) throws Exception {
    var answer = get("/feeds/ht/changes." + form + "?program=medicare");
    var feed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(answer.body())));

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains(form + "+xml");
    assertThat(feed.getElementsByTagName(form.equals("rss") ? "item" : "entry").getLength())
        .isEqualTo(links("/ht/changes?program=medicare"));
    assertThat(answer.body())
        .contains("http://localhost:%d/ht/changes/medicare-limit".formatted(port));
  }

  @Test
  void a_json_feed_names_its_version_and_every_item() throws Exception {
    var answer = get("/feeds/en/changes.json?program=medicare");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/feed+json");
    assertThat(answer.body())
        .contains("\"version\":\"https://jsonfeed.org/version/1.1\"")
        .contains("\"content_text\"");
  }

  @Test
  void a_calendar_holds_the_days_from_which_things_work() throws Exception {
    var calendar = get("/feeds/en/changes.ics").body();

    assertThat(calendar)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VCALENDAR\r\n");
    assertThat(calendar)
        .contains("UID:premium-tax-credit-2027@konbit\r\n")
        .contains("DTSTART;VALUE=DATE:20270101\r\n");
    assertThat(calendar.lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void a_group_sees_what_it_can_get_now_and_on_which_day_that_changes() throws Exception {
    var page = body("/en/changes/for/asylee?state=MA");

    assertThat(page)
        .contains("<h1>People who were granted asylum</h1>")
        .contains("Massachusetts, on ")
        .doesNotContain("Connecticut, on ")
        .contains("<time datetime=\"2027-01-01\">From January 1, 2027:</time>")
        .contains("/en/changes/medicaid-limit-october-2026");
  }

  @Test
  void a_state_that_nobody_knows_hides_nothing() throws Exception {
    assertThat(body("/en/changes/for/asylee?state=XX"))
        .contains("Massachusetts, on ")
        .contains("Connecticut, on ");
  }

  @Test
  void every_group_that_status_tells_apart_finds_itself_in_the_packs() {
    var rows =
        law().matrices().of("MA", LocalDate.of(2026, 11, 29), 100, Matrices.profiles()).rows();

    assertThat(LawGroups.all()).hasSizeGreaterThan(12);
    for (var group : LawGroups.all()) {
      assertThat(rows).as(group.word()).anyMatch(row -> LawGroups.isOf(group, row));
    }
  }

  @Test
  void every_status_has_its_guide_to_coverage_in_both_states() throws Exception {
    var statuses =
        Pattern.compile("href=\"(/en/coverage/[a-z-]+)\"")
            .matcher(body("/en/coverage"))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();

    assertThat(statuses).hasSizeGreaterThan(30);
    for (var status : statuses) {
      assertThat(body(status))
          .as(status)
          .contains("Massachusetts, on ")
          .contains("Connecticut, on ")
          .contains("class=\"code\"");
    }
  }

  @Test
  void an_action_stands_beside_what_the_packs_change_on_its_day() throws Exception {
    var page = body("/en/changes/for/asylee?state=MA");
    var effect = told(page, "premium-tax-credit-2027");

    assertThat(effect).contains("class=\"effect\"").contains("From January 1, 2027:");
    for (var before : law().matrices().of("MA", NEW_YEAR.minusDays(1), 100, ADULT).rows()) {
      if (before.status().equals("asylee")) {
        assertThat(effect).contains(law().program("en", before.cells().getFirst().best()).text());
      }
    }
  }

  @Test
  void an_action_that_is_no_matter_of_coverage_claims_no_results() throws Exception {
    var page = body("/en/changes/for/asylee");

    assertThat(told(page, "snap-ends-for-humanitarian-groups"))
        .contains("class=\"stands")
        .doesNotContain("class=\"effect\"");
  }

  @Test
  void every_status_of_the_packs_has_its_coverage_in_both_states() throws Exception {
    var statuses =
        law().matrices().of("CT", NEW_YEAR, 100, ADULT).rows().stream()
            .map(row -> row.status().replace('_', '-'))
            .distinct()
            .toList();
    var list = body("/es/coverage");

    assertThat(statuses).hasSizeGreaterThan(30);
    for (var status : statuses) {
      assertThat(list).contains("href=\"/es/coverage/" + status + "\"");
      var page = body("/es/coverage/" + status);
      assertThat(page).contains("id=\"in-MA\"").contains("id=\"in-CT\"").contains("Niño de 5 años");
    }
    assertThat(get("/en/coverage/none-such").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_printed_says_when_and_leads_back_to_the_page() throws Exception {
    for (var address :
        List.of("/en/coverage/asylee", "/en/changes/for/tps", "/ar/rights/emergency-care")) {
      assertThat(body(address))
          .contains("class=\"code\"")
          .contains("<span dir=\"ltr\">http://localhost:" + port + address + "</span>");
    }
  }

  @Test
  void a_group_that_is_no_status_sees_the_changes_alone() throws Exception {
    var page = body("/en/changes/for/pregnant");

    assertThat(page).contains("<h1>Pregnant people</h1>").doesNotContain("id=\"in-");
    assertThat(get("/en/changes/for/nobody").statusCode()).isEqualTo(404);
  }

  private static String told(String page, String id) {
    var action = page.substring(page.indexOf("/en/changes/" + id + "\""));
    int next = action.indexOf("<h3");
    return next < 0 ? action : action.substring(0, next);
  }

  private Law law() {
    return rulebook.law().orElseThrow();
  }

  private int links(String address) throws Exception {
    return (int)
        Pattern.compile("<h3[^>]*><a href=\"/ht/changes/").matcher(body(address)).results().count();
  }

  private static String start(String page) {
    return page.substring(0, Math.min(FIRST_SCREEN, page.length()));
  }

  private String body(String address) throws Exception {
    var answer = get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> get(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
