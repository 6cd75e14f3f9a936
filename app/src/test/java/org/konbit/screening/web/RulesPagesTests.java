package org.konbit.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.KonbitTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class RulesPagesTests {
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void both_pages_stand_open_in_every_language(String tag) throws Exception {
    for (String page : new String[] {"matrix?date=2026-06-15", "timeline?from=2026-01-01"}) {
      var answer = get("/%s/rules/%s".formatted(tag, page));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Language")).hasValue(tag);
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void a_cell_says_what_holds_on_the_day_and_what_comes_next() throws Exception {
    var before = get("/en/rules/matrix?state=MA&date=2026-09-30&income=100").body();
    var after = get("/en/rules/matrix?state=MA&date=2026-10-01&income=100").body();

    assertThat(row(before, "Asylum granted"))
        .contains("MassHealth CarePlus", "From October 1, 2026:", "ConnectorCare Plan Type 2A");
    assertThat(row(after, "Asylum granted"))
        .doesNotContain("MassHealth CarePlus")
        .contains("ConnectorCare Plan Type 2A", "From January 1, 2027:", "MassHealth Limited");
  }

  @Test
  void one_program_can_be_seen_alone_with_what_there_is_instead() throws Exception {
    var page = get("/en/rules/matrix?state=CT&date=2026-06-15&show=ct.husky_d").body();

    assertThat(row(page, "U.S. citizen or national")).contains("Can get it", "HUSKY A");
    assertThat(row(page, "No papers, or papers that ran out, and nothing filed"))
        .doesNotContain("Can get it")
        .contains("Emergency Medicaid");
  }

  @Test
  void a_program_of_another_state_gives_way_to_the_best_coverage_and_says_so() throws Exception {
    var answer = get("/en/rules/matrix?state=CT&date=2026-06-15&income=138&show=ma.standard");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("MassHealth Standard is not a program of Connecticut.")
        .contains("Connecticut, June 15, 2026, income at 138 percent")
        .contains("<option value=\"best\" selected>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"matrix?date=2026-06-15&income=138", "timeline?from=2026-06-15"})
  void no_state_s_law_is_shown_before_one_is_chosen(String page) throws Exception {
    var answer = get("/en/rules/" + page);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Which state?", "?state=CT&amp;", "?state=MA&amp;", "=2026-06-15")
        .doesNotContain("<table", "<form", "class=\"dated\"", "aria-current=\"page\">Conn");
  }

  @Test
  void another_state_is_one_link_away_and_keeps_what_was_asked() throws Exception {
    var page = get("/en/rules/matrix?state=MA&date=2026-06-15&income=138").body();

    assertThat(page)
        .contains("/en/rules/matrix?state=CT&amp;date=2026-06-15&amp;income=138")
        .contains("aria-current=\"page\">Massachusetts");
  }

  @Test
  void what_is_open_to_everyone_is_never_left_out() throws Exception {
    assertThat(get("/en/rules/matrix?state=CT&income=1000").body())
        .contains("Open to everyone in this table", "Community health center");
  }

  @Test
  void the_timeline_tells_the_day_the_people_and_the_law() throws Exception {
    var page = get("/en/rules/timeline?state=MA&from=2026-10-01&to=2026-10-01&income=100").body();

    assertThat(page)
        .contains("rules change on 1 day", "Refugee", "MassHealth CarePlus", "P.L. 119-21")
        .contains("not verified");
  }

  @Test
  void a_span_without_changes_says_so() throws Exception {
    assertThat(get("/en/rules/timeline?state=MA&from=2026-11-02&to=2026-11-30").body())
        .contains("no rule changes");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          matrix?date=2026-13-45                   | year-month-day       | 2026-13-45
          matrix?date=1999-01-01                   | from January 1, 2022 | 1999-01-01
          matrix?date=2029-01-01                   | December 31, 2028    | 2029-01-01
          matrix?date=%2B999999999-12-31           | December 31, 2028    | +999999999-12-31
          matrix?income=-1                         | whole number         | -1
          matrix?income=12.5                       | whole number         | 12.5
          matrix?income=99999999999                | whole number         | 99999999999
          matrix?state=TX                          | one of the states    | Connecticut
          matrix?state=CT&show=ma.standrad         | from the list        | HUSKY A
          timeline?from=2026-02-01&to=2026-01-01   | before the first     | 2026-01-01
          timeline?from=2022-01-01&to=2028-12-31   | at most 3 years      | 2028-12-31
          timeline?from=tomorrow                   | year-month-day       | tomorrow
          matrix.csv?date=yesterday                | year-month-day       | yesterday
          """)
  void a_field_that_cannot_be_read_says_so_and_keeps_what_was_typed(
      String page, String said, String kept) throws Exception {
    var answer = get("/en/rules/" + page);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).contains("aria-invalid=\"true\"", said, kept);
    assertThat(answer.body()).doesNotContain("<table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", " 100 ", "100%", "100 %", "١٠٠", "0", "1000"})
  void an_income_is_read_as_people_write_it(String income) throws Exception {
    var sent = java.net.URLEncoder.encode(income, java.nio.charset.StandardCharsets.UTF_8);

    assertThat(get("/en/rules/matrix?income=" + sent).statusCode()).isEqualTo(200);
  }

  @Test
  void markup_in_an_address_stays_text() throws Exception {
    var answer = get("/en/rules/matrix?date=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&x=%3Cb%3E");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("<script").doesNotContain("<b>&");
  }

  @Test
  void the_table_comes_as_a_file_with_a_line_for_each_status_and_person() throws Exception {
    var answer = get("/en/rules/matrix.csv?state=MA&date=2026-06-15&income=100");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("konbit-matrix-MA-2026-06-15-100.csv");
    var lines = answer.body().split("\r\n");
    assertThat(lines).hasSizeGreaterThan(200);
    assertThat(lines[0]).startsWith("\ufeffstate,as_of,percent,status,variant");
    assertThat(lines)
        .allMatch(line -> line.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1).length == 14);
  }

  private static String row(String page, String status) {
    int start = page.indexOf(">" + status + "</span>");
    return page.substring(start, page.indexOf("</tr>", start));
  }

  private HttpResponse<String> get(String address) throws Exception {
    var uri = URI.create("http://localhost:%d%s".formatted(port, address));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
