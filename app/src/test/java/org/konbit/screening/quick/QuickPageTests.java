package org.konbit.screening.quick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.KonbitTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A navigator types a whole family on one page. */
@KonbitTest
class QuickPageTests {
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  /** What is sent, field by field; a later value takes the place of an earlier one. */
  private static final class Typed {
    private final List<String[]> fields = new ArrayList<>();

    static Typed adult() {
      return new Typed()
          .with("asOf", "2026-11-23")
          .with("state", "MA")
          .with("rows", "1")
          .with("m0.age", "35")
          .with("m0.resident", "true")
          .with("m0.pregnant", "false")
          .with("m0.pregnancyEndedOn", "-")
          .with("m0.disabled", "false")
          .with("m0.conditions", "none")
          .with("m0.immigration.status", "citizen")
          .with("m0.income.0.amount", "$1,000.00")
          .with("m0.taxes", "files")
          .with("m0.tax.taxId", "ssn")
          .with("m0.insurance.employerOffer", "none")
          .with("m0.insurance.enrolled", "none")
          .with("m0.insurance.medicare", "none")
          .with("go", "answer");
    }

    Typed with(String name, String value) {
      fields.removeIf(field -> field[0].equals(name));
      fields.add(new String[] {name, value});
      return this;
    }

    String body() {
      return fields.stream()
          .map(field -> encoded(field[0]) + "=" + encoded(field[1]))
          .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return http.send(request(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String language, Typed typed)
      throws IOException, InterruptedException {
    var request =
        request("/%s/quick".formatted(language))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(typed.body()))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void it_stands_open_in_every_language_and_may_be_kept_by_nobody(String language)
      throws Exception {
    var page = get("/%s/quick".formatted(language));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.body()).contains("name=\"m0.immigration.status\"").doesNotContain("<script");
  }

  @Test
  void a_family_that_is_typed_gets_its_answer_and_none_of_it_is_kept() throws Exception {
    var answer = send("en", Typed.adult());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("You can get MassHealth CarePlus now.");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void what_was_typed_comes_back_with_the_answer_so_that_a_language_or_a_change_loses_nothing()
      throws Exception {
    var answer = send("en", Typed.adult()).body();

    assertThat(answer)
        .contains(
            "name=\"m0.income.0.amount\" value=\"$1,000.00\"", "name=\"seen\" value=\"answer\"")
        .contains("formaction=\"/ht/quick\"");
    assertThat(send("ht", Typed.adult().with("seen", "answer").with("go", "show")).body())
        .contains("Ou ka jwenn MassHealth CarePlus kounye a.");
    assertThat(send("en", Typed.adult().with("seen", "answer").with("go", "edit")).body())
        .contains("id=\"m0.income.0.amount\" name=\"m0.income.0.amount\" value=\"$1,000.00\"");
  }

  @Test
  void another_language_on_the_page_itself_keeps_what_was_typed() throws Exception {
    var page = send("es", Typed.adult().with("go", "show")).body();

    assertThat(page).contains("Ver la respuesta", "value=\"$1,000.00\"");
  }

  @Test
  void back_to_one_question_leads_to_its_field() throws Exception {
    var page =
        send("en", Typed.adult().with("seen", "answer").with("go", "edit:members.p1.tax.claims"));

    assertThat(page.body()).containsPattern("name=\"m0.taxes\"[^>]* autofocus");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "m0.age | thirty | Write the age in whole years",
        "m0.age | 2030-01-01 | does not fit",
        "m0.income.0.amount | a lot | Write the amount in dollars",
        "m0.income.0.amount | 12.345 | Write the amount in dollars",
        "m0.immigration.since | last year | Write the date as year-month-day",
        "m0.immigration.since | 2026-02-30 | does not fit",
        "m0.immigration.workPermit | yes | Write the category as on the card",
        "m0.expectedBabies | two | Write a whole number",
        "m0.taxes | joint | must be on this page and both file together",
        "m0.taxes | claimed-by-7 | The person who claims must be on this page",
        "m0.immigration.status | martian | does not fit",
        "m0.insurance.enrolled | no.such | does not fit",
        "state | TX | Choose the state",
        "asOf | soon | Write the date as year-month-day",
        "asOf | 1999-01-01 | Choose a date from"
      })
  void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(
      String field, String value, String told) throws Exception {
    var answer = send("en", Typed.adult().with(field, value));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(told)
        .contains("href=\"#" + field + "\"", "aria-invalid=\"true\"", "value=\"-\"");
  }

  @Test
  void several_mistakes_are_told_at_once() throws Exception {
    var answer =
        send("en", Typed.adult().with("state", "").with("m0.age", "x").with("m0.assets", "x"));

    assertThat(answer.body())
        .contains("href=\"#state\"", "href=\"#m0.age\"", "href=\"#m0.assets\"");
  }

  @Test
  void a_person_is_added_and_removed_without_script() throws Exception {
    var more = send("en", Typed.adult().with("go", "add")).body();
    assertThat(more).contains("name=\"m1.is\"", "name=\"rows\" value=\"2\"", "value=\"$1,000.00\"");

    var three =
        Typed.adult()
            .with("rows", "3")
            .with("m1.is", "child")
            .with("m1.age", "4")
            .with("m2.is", "child")
            .with("m2.age", "9")
            .with("m2.taxes", "claimed-by-0")
            .with("go", "remove:1");
    var fewer = send("en", three).body();
    assertThat(fewer)
        .contains("name=\"rows\" value=\"2\"", "id=\"m1.age\" name=\"m1.age\" value=\"9\"")
        .containsPattern("value=\"claimed-by-0\" selected")
        .doesNotContain("m2.age");
  }

  @Test
  void the_first_person_cannot_be_removed_and_the_page_has_an_end() throws Exception {
    assertThat(send("en", Typed.adult().with("go", "remove:0")).body()).contains("value=\"35\"");

    var full = send("en", Typed.adult().with("rows", "12").with("go", "add")).body();
    assertThat(full).contains("name=\"rows\" value=\"12\"").doesNotContain("value=\"add\"");
    assertThat(send("en", Typed.adult().with("rows", "999").with("go", "show")).body())
        .contains("name=\"rows\" value=\"12\"");
    assertThat(send("en", Typed.adult().with("rows", "-5").with("go", "show")).body())
        .contains("name=\"rows\" value=\"1\"");
  }

  @Test
  void a_couple_and_their_child_are_one_household() throws Exception {
    var family =
        Typed.adult()
            .with("rows", "3")
            .with("m0.taxes", "joint")
            .with("m1.is", "spouse")
            .with("m1.age", "36")
            .with("m1.resident", "true")
            .with("m1.disabled", "false")
            .with("m1.conditions", "none")
            .with("m1.pregnant", "false")
            .with("m1.pregnancyEndedOn", "-")
            .with("m1.immigration.status", "undocumented")
            .with("m1.immigration.nationality", "ZZ")
            .with("m1.immigration.veteran", "false")
            .with("m1.income", "none")
            .with("m1.taxes", "joint")
            .with("m1.tax.taxId", "itin")
            .with("m1.insurance.employerOffer", "none")
            .with("m1.insurance.enrolled", "none")
            .with("m1.insurance.medicare", "none")
            .with("m2.is", "child-of-both")
            .with("m2.age", "2019-03-01")
            .with("m2.resident", "true")
            .with("m2.disabled", "false")
            .with("m2.immigration.status", "citizen")
            .with("m2.income", "none")
            .with("m2.taxes", "claimed-by-0")
            .with("m2.insurance.employerOffer", "none")
            .with("m2.insurance.enrolled", "none")
            .with("m2.insurance.medicare", "none");

    var answer = send("en", family);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "You can get MassHealth Standard now.",
            "Your husband or wife can get MassHealth Limited now.",
            "Your child can get MassHealth Standard now.");
  }

  @Test
  void what_is_left_out_is_asked_for_with_a_way_back() throws Exception {
    var answer = send("en", Typed.adult().with("m0.immigration.status", ""));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("value=\"edit:members.p1.immigration.status\"", "If the answer is:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"m0.age", "m0.assets", "state", "m0.is", "go", "m0.immigration.status", "rows"})
  void markup_in_a_field_stays_text(String field) throws Exception {
    var page = send("en", Typed.adult().with(field, "\"><script>alert(1)</script>")).body();

    assertThat(page).doesNotContain("<script");
  }

  @Test
  void names_that_the_page_does_not_have_and_endless_values_are_let_go() throws Exception {
    var page =
        send("en", Typed.adult().with("x".repeat(500), "1").with("m0.assets", "9".repeat(5000)))
            .body();

    assertThat(page).doesNotContain("x".repeat(100)).doesNotContain("9".repeat(100));
  }
}
