package org.konbit.screening.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Traces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The interview over HTTP: what arrives may be anything, and nothing of it stays. */
@KonbitTest
@ExtendWith(OutputCaptureExtension.class)
class InterviewPagesTests {
  private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");
  private static final String MARKUP = "\"><script>alert(1)</script>";

  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Value("${konbit.data}")
  private String data;

  @Test
  void the_first_page_explains_and_every_page_forbids_keeping_it() throws Exception {
    var begin = http.send(request("/en/screening").build(), BodyHandlers.ofString());
    var first = post("en", "go=begin");

    for (var page : List.of(begin, first)) {
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(page.headers().map()).doesNotContainKeys("set-cookie", "server");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
    }
    assertThat(first.body()).contains("In which state does the family live?");
  }

  @Test
  void a_page_sent_twice_is_shown_twice_and_changes_nothing() throws Exception {
    var answered = state(post("en", "go=begin")) + "&answer=MA&go=answer";

    var once = post("en", answered);
    var again = post("en", answered);

    assertThat(withoutState(again)).isEqualTo(withoutState(once));
    assertThat(once.body()).contains("Who is in your family?");
  }

  @Test
  void another_language_keeps_what_is_filled_in() throws Exception {
    var members = post("en", state(post("en", "go=begin")) + "&answer=CT&go=answer");

    var creole = post("ht", state(members) + "&age-p1=47&go=show");

    assertThat(creole.body()).contains("lang=\"ht\"").contains("value=\"47\"");
  }

  @Test
  void back_and_change_lead_to_the_answer_as_it_was_given() throws Exception {
    var members = post("en", state(post("en", "go=begin")) + "&answer=CT&go=answer");

    for (String go : List.of("back", "edit:state")) {
      var before = post("en", state(members) + "&go=" + go);
      assertThat(before.body())
          .contains("In which state does the family live?")
          .containsPattern("value=\"CT\"[^>]*checked");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 422",
    "state=, 422",
    "state=AQAA, 422",
    "state=%00, 422",
    "state=<script>, 422",
    "go=edit:members.p1.age, 422",
    "go=save, 422"
  })
  void answers_that_did_not_arrive_whole_end_in_a_kind_page(String body, int status)
      throws Exception {
    var answer = post("es", body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .contains("No podemos leer estas respuestas")
        .contains("href=\"/es/screening\"")
        .doesNotContain("<script");
  }

  @Test
  void changed_and_shortened_answers_are_not_opened() throws Exception {
    var state = state(post("en", "go=begin"));

    for (int place : new int[] {8, 20, 40, state.length() - 2}) {
      var changed = new StringBuilder(state);
      changed.setCharAt(place, state.charAt(place) == 'A' ? 'B' : 'A');
      assertThat(post("en", changed + "&answer=MA&go=answer").statusCode()).isEqualTo(422);
      assertThat(post("en", state.substring(0, place) + "&go=show").statusCode()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "text/plain", "application/json", "nonsense"})
  void a_form_of_another_kind_ends_in_a_kind_page(String format) throws Exception {
    var request =
        request("/en/screening")
            .header("Content-Type", format)
            .POST(HttpRequest.BodyPublishers.ofString("{\"state\": \"MA\"}"))
            .build();

    var answer = http.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"/en/screening\"");
  }

  @Test
  void more_than_any_family_sends_is_refused_and_fills_no_log(CapturedOutput output)
      throws Exception {
    var state = state(post("en", "go=begin"));

    assertThat(post("en", "state=" + "A".repeat(30_000)).statusCode()).isEqualTo(422);
    assertThat(post("en", state + "&x=" + "A".repeat(5_000_000)).statusCode()).isBetween(400, 499);
    assertThat(post("en", state + "&a=1".repeat(20_000)).statusCode()).isBetween(400, 499);
    assertThat(output.getAll()).doesNotContain("Exception");
  }

  @Test
  void markup_in_every_field_of_every_question_is_only_text() throws Exception {
    var page = post("en", state(post("en", "go=begin")) + "&answer=MA&go=answer");
    page = post("en", state(page) + "&age-p1=35&go=add");
    page = post("en", state(page) + "&age-p1=35&age-p2=4&kin-p2=child&go=answer");
    int looked = 0;

    while (looked < 60 && page.body().contains("class=\"left\"")) {
      var hostile = new StringBuilder(state(page));
      var names = Pattern.compile(" name=\"([^\"]+)\"").matcher(page.body());
      while (names.find()) {
        var name = names.group(1);
        if (!List.of("state", "go", "viewport", "color-scheme", "htmx-config").contains(name)) {
          hostile.append('&').append(encoded(name)).append('=').append(encoded(MARKUP));
        }
      }
      var refused = post("en", hostile + "&go=answer");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).doesNotContain("<script>alert");
      page = post("en", state(page) + "&answer=decline&group=decline&go=answer");
      looked++;
    }

    assertThat(looked).isGreaterThan(10);
    assertThat(page.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "example.org:1", "localhost@example.org"})
  void a_strange_host_changes_no_address_on_the_page(String host) throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              lines(
                  "GET /en/screening HTTP/1.1",
                  "Host: " + host,
                  "X-Forwarded-Host: evil.test",
                  "X-Forwarded-Proto: gopher",
                  "Forwarded: host=evil.test",
                  "X-Original-URL: /desk",
                  "Connection: close"));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).doesNotContain("evil.test").doesNotContain("gopher");
      assertThat(answer).doesNotContain("//example.org");
    }
  }

  @Test
  void families_are_served_while_others_send_slowly() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 300; i++) {
        var socket = new Socket("localhost", port);
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                lines(
                    "POST /en/screening HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 1000"));
      }

      assertThat(post("en", "go=begin").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_wrong_code_is_told_beside_the_field_and_kept() throws Exception {
    var answer = post("en", "code=abandon+ability+able+about+above+absent&go=open");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Nothing is saved under this code")
        .contains("value=\"abandon ability able about above absent\"");
  }

  @Test
  void saved_answers_open_again_and_can_be_destroyed() throws Exception {
    var members = post("vi", state(post("vi", "go=begin")) + "&answer=MA&go=answer");
    var saved = post("vi", state(members) + "&age-p1=52&go=save");
    var code = found(saved, "<bdi>([0-9 ]+)</bdi>");

    var opened = post("en", "code=" + encoded(code) + "&go=open");
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("Massachusetts").contains("1 person");

    assertThat(post("en", "code=" + encoded(code) + "&go=destroy").body())
        .contains("Destroy the saved answers?");
    assertThat(post("en", "code=" + encoded(code) + "&go=destroy-now").body())
        .contains("The saved answers are destroyed.");
    assertThat(post("en", "code=" + encoded(code) + "&go=open").statusCode()).isEqualTo(422);
  }

  @Test
  void a_code_that_is_shown_once_stays_in_sight_in_another_language() throws Exception {
    var members = post("vi", state(post("vi", "go=begin")) + "&answer=MA&go=answer");
    var saved = post("vi", state(members) + "&age-p1=52&go=save");
    var code = found(saved, "<bdi>([0-9 ]+)</bdi>");
    var until = "&until=" + found(saved, "name=\"until\" value=\"([0-9-]+)\"");

    var again = post("ar", state(saved) + "&code=" + encoded(code) + until + "&go=saved");
    assertThat(again.body()).contains("lang=\"ar\"").contains("<bdi>" + code + "</bdi>");
    assertThat(found(again, "name=\"until\" value=\"([0-9-]+)\"")).isEqualTo(until.substring(7));

    var madeUp = post("en", state(saved) + "&code=<b>&until=soon&go=saved");
    assertThat(madeUp.statusCode()).isEqualTo(200);
    assertThat(madeUp.body()).doesNotContain("<b>").doesNotContain("class=\"code\"");
  }

  @Test
  void nothing_of_an_anonymous_screening_stays_anywhere(CapturedOutput output) throws Exception {
    var members = post("en", state(post("en", "go=begin")) + "&answer=MA&go=answer");
    var page = post("en", state(members) + "&age-p1=97&go=answer");
    var headers = new StringBuilder();
    for (int i = 0; i < 60 && page.body().contains("class=\"left\""); i++) {
      headers.append(page.headers().map());
      var body = page.body();
      var answer = "&answer=decline";
      if (body.contains("name=\"amount-1\"")) {
        answer = "&kind-1=wages&amount-1=73131.37&per-1=year";
      } else if (body.contains("name=\"group\"")) {
        answer = "&group=protection&exactly=yes&answer=trafficking_victim";
      }
      page = post("en", state(page) + answer + "&go=answer");
    }
    headers.append(page.headers().map());

    assertThat(page.body()).doesNotContain("class=\"left\"");
    for (String secret : List.of("73131", "trafficking_victim")) {
      assertThat(output.getAll()).doesNotContain(secret);
      assertThat(headers.toString()).doesNotContain(secret);
      assertThat(tablesHolding(secret)).isEmpty();
      assertThat(Traces.filesHolding(Path.of(data), secret)).isEmpty();
    }
  }

  private List<String> tablesHolding(String secret) {
    var tables =
        jdbc.sql(
                """
                SELECT c.oid::regclass::text
                  FROM pg_class c
                 WHERE c.relkind = 'r'
                   AND c.relnamespace = 'public'::regnamespace
                   AND NOT c.relrowsecurity
                   AND has_table_privilege(c.oid, 'SELECT')
                """)
            .query(String.class)
            .list();
    assertThat(tables).anyMatch(table -> table.endsWith("saved_screening"));
    return tables.stream()
        .filter(table ->
            jdbc.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE :secret")
                    .param("secret", "%" + secret + "%")
                    .query(Long.class)
                    .single()
                > 0)
        .toList();
  }

  private static byte[] lines(String... lines) {
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String state(HttpResponse<String> page) {
    return "state=" + found(page, STATE.pattern());
  }

  private static String found(HttpResponse<String> page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  private static String withoutState(HttpResponse<String> page) {
    return STATE.matcher(page.body()).replaceAll("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> post(String language, String body)
      throws IOException, InterruptedException {
    var request =
        request("/" + language + "/screening")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
        .timeout(Duration.ofSeconds(60));
  }
}
