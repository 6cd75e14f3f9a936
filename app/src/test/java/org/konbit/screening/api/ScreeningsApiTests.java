package org.konbit.screening.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.screening.api.Api.assertProblem;
import static org.konbit.screening.api.Api.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.json.AnswerJson;
import org.konbit.screening.Laws;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.testing.Traces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another system screens a family: what it sends may be anything, and nothing of it stays. */
@KonbitTest
@ExtendWith(OutputCaptureExtension.class)
class ScreeningsApiTests {
  private static final String FAMILY =
      """
      {"asOf": "2026-06-15", "state": "MA", "members": [
        {"id": "p1", "age": 35, "immigration": {"status": "asylum_pending"}, "income": []},
        {"id": "p2", "age": 4, "immigration": {"status": "citizen"}, "income": []}],
       "relationships": [{"from": "p1", "to": "p2", "is": "parent"}]}
      """;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  @Value("${konbit.data}")
  private String data;

  private Api api;

  @BeforeEach
  void open() {
    api = new Api(port);
  }

  @Test
  void a_family_gets_the_answer_that_the_engine_gives() throws Exception {
    var answer = api.screen(FAMILY);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
    assertThat(answer.body()).isEqualTo(engine(FAMILY));
  }

  @Test
  void an_answer_comes_packed_to_whoever_asks_for_that() throws Exception {
    var answer =
        api.send(
            api.to("/api/v1/screenings")
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip")
                .POST(BodyPublishers.ofString(FAMILY))
                .build());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  private static String engine(String document) {
    var law = Laws.shipped();
    var programs = law.packs().programs().stream().map(program -> program.id()).toList();
    var reading =
        new HouseholdReader(law.packs().vocabulary(), programs)
            .read("document", document, LocalDate.EPOCH);
    var household = ((Reading.Accepted) reading).household();
    return new String(
        new AnswerJson(law.packs()).of(law.screener().screen(household)), StandardCharsets.UTF_8);
  }

  @Test
  void yaml_is_read_as_well() throws Exception {
    var answer = api.screen("", "application/yaml; charset=utf-8", "state: CT\nmembers: [{id: a}]");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("state").asString()).isEqualTo("CT");
  }

  @Test
  void only_the_parts_that_are_asked_for_are_worked_out() throws Exception {
    var bare = json(api.screen("?with=", "application/json", FAMILY));
    var some = json(api.screen("?with=reasons,%20next", "application/json", FAMILY));

    assertThat(bare.path("members").get(0).path("programs").get(0).path("because").size()).isZero();
    assertThat(bare.path("next").isNull()).isTrue();
    assertThat(some.path("members").get(0).path("programs").get(0).path("because").size())
        .isPositive();
    assertThat(some.path("next").path("fact").asString()).startsWith("members.");
    assertThat(some.path("timeline").size()).isZero();
  }

  @Test
  void a_part_that_does_not_exist_is_told_with_a_suggestion() throws Exception {
    var answer = api.screen("?with=reason", "application/json", FAMILY);

    assertProblem(answer, 400, "question-refused");
    assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo("with");
    assertThat(json(answer).at("/errors/0/remedy").asString()).contains("reasons");
  }

  @Test
  void every_wrong_field_is_named_with_its_line_and_what_to_write_instead() throws Exception {
    var answer =
        api.screen(
            """
            {"state": "MA",
             "members": [{"id": "p1", "age": 350,
               "imigration": {"status": "asylum"}}]}
            """);

    assertProblem(answer, 422, "document-refused");
    var errors = json(answer).path("errors");
    assertThat(errors.size()).isEqualTo(2);
    assertThat(errors.get(0).path("field").asString()).isEqualTo("members.p1.age");
    assertThat(errors.get(0).path("line").asInt()).isEqualTo(2);
    assertThat(errors.get(1).path("field").asString()).isEqualTo("members.p1.imigration");
    assertThat(errors.get(1).path("remedy").asString()).contains("immigration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"members\":[]}",
        "{\"members\":[{\"id\":\"p1\"}],\"members\":[{\"id\":\"p1\"}]}",
        "{\"members\":[{\"id\":\"<script>\"}]}",
        "{\"asOf\":\"1997-01-01\",\"members\":[{\"id\":\"p1\"}]}",
        "\u0000",
        "{\"members\":[{\"id\":\"p1\",\"age\":1e400}]}"
      })
  void whatever_is_no_familys_document_is_refused_with_a_reason(String document) throws Exception {
    var answer = api.screen(document);

    assertProblem(answer, 422, "document-refused");
    assertThat(json(answer).path("errors").size()).isPositive();
    assertThat(json(answer).at("/errors/0/message").asString()).isNotBlank();
  }

  @Test
  void bytes_that_are_no_text_are_refused() throws Exception {
    var answer =
        api.send(
            api.to("/api/v1/screenings")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', '}'}))
                .build());

    assertProblem(answer, 422, "document-refused");
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "application/x-www-form-urlencoded", "no type", "multipart/form-data"})
  void another_format_is_refused_before_it_is_read(String format) throws Exception {
    assertProblem(api.screen("", format, FAMILY), 415, "not-a-document");
  }

  @Test
  void more_than_a_document_may_have_is_refused_whether_it_says_so_or_not() throws Exception {
    var large = FAMILY + " ".repeat(ScreeningsController.MOST_BYTES);
    var unsaid =
        api.to("/api/v1/screenings")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
            .build();

    assertProblem(api.screen(large), 413, "too-large");
    assertProblem(api.send(unsaid), 413, "too-large");
  }

  @Test
  void the_largest_family_is_answered() throws Exception {
    var members = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      members.add("{\"id\":\"m%d\",\"age\":%d,\"income\":[]}".formatted(i, i + 1));
    }
    var answer =
        api.screen(
            "{\"state\":\"MA\",\"members\":[%s],\"relationships\":[]}"
                .formatted(String.join(",", members)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("members").size()).isEqualTo(60);
  }

  @Test
  void families_are_answered_while_others_send_slowly() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 200; i++) {
        slow.add(begin("Content-Length: 1000"));
      }
      assertThat(api.screen(FAMILY).statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_document_that_breaks_off_is_no_familys() throws Exception {
    try (var socket = begin("Content-Length: 1000")) {
      socket.shutdownOutput();

      assertThat(firstLine(socket.getInputStream()))
          .doesNotContain(" 200 ")
          .doesNotContain(" 500 ");
    }
  }

  private Socket begin(String header) throws IOException {
    var socket = new Socket("localhost", port);
    var head =
        "POST /api/v1/screenings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + header
            + "\r\n\r\n{\"members\"";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String firstLine(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().findFirst().orElse("");
  }

  @Test
  void an_address_that_asks_too_much_is_told_how_long_to_wait() throws Exception {
    var table = "/api/v1/rules/matrix?state=MA&asOf=2026-06-15";
    clock.pass(ApiLimits.WINDOW);
    try {
      int asked = 0;
      for (var answer = api.get(table); answer.statusCode() == 200; answer = api.get(table)) {
        assertThat(++asked).isLessThan(100);
      }
      var refused = api.screen(FAMILY);
      var elsewhere = api.send(api.to(table).header("X-Forwarded-For", "203.0.113.7").build());

      assertThat(asked).isGreaterThan(20);
      assertProblem(refused, 429, "too-many");
      assertProblem(elsewhere, 429, "too-many");
      assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1, 61);

      clock.pass(ApiLimits.WINDOW);
      assertThat(api.screen(FAMILY).statusCode()).isEqualTo(200);
    } finally {
      clock.reset();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/screenings, 405, not-so",
    "DELETE, /api/v1/rules/matrix, 405, not-so",
    "GET, /api, 404, not-here",
    "GET, /api/v1, 404, not-here",
    "POST, /api/v2/screenings, 404, not-here",
    "GET, /api/v1/problems/no-such, 404, not-here",
    "GET, /api/v1/rules/matrix/, 404, not-here"
  })
  void whatever_is_not_there_is_told_as_a_problem(
      String method, String address, int status, String kind) throws Exception {
    var answer = api.send(api.to(address).method(method, BodyPublishers.noBody()).build());

    assertProblem(answer, status, kind);
    assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
  }

  @Test
  void nothing_of_a_screened_family_stays_anywhere(CapturedOutput output) throws Exception {
    long before = saved();
    var secret = "trafficking_victim";
    var income = "73131.97";
    var told =
        FAMILY
            .replace("asylum_pending", secret)
            .replace(
                "\"income\": []",
                "\"income\": [{\"kind\": \"wages\", \"amount\": "
                    + income
                    + ", \"per\": \"year\"}]");
    var answer = api.screen(told);
    var refused = api.screen(told.replace("\"age\": 35", "\"age\": \"" + secret + "\""));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(refused.statusCode()).isEqualTo(422);
    for (String trace : List.of(secret, income)) {
      assertThat(output.getAll()).doesNotContain(trace);
      assertThat(answer.headers().map().toString()).doesNotContain(trace);
      assertThat(Traces.filesHolding(Path.of(data), trace)).isEmpty();
    }
    assertThat(saved()).isEqualTo(before);
  }

  private long saved() {
    return jdbc.sql("SELECT count(*) FROM saved_screening").query(Long.class).single();
  }
}
