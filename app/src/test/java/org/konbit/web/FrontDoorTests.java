package org.konbit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
class FrontDoorTests {
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @Test
  void a_reader_who_names_no_language_is_led_to_the_one_the_browser_asks_for() throws Exception {
    var answer = get("/", "ht,fr;q=0.8");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/ht");
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Language");
  }

  @ParameterizedTest
  @CsvSource({"en, ltr", "es, ltr", "pt-BR, ltr", "ht, ltr", "zh-Hans, ltr", "vi, ltr", "ar, rtl"})
  void the_front_door_stands_open_in_every_language(String tag, String direction) throws Exception {
    var answer = get("/" + tag, "en");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Language")).hasValue(tag);
    assertThat(answer.body())
        .contains("<html lang=\"%s\" dir=\"%s\">".formatted(tag, direction))
        .contains("Harbor Coalition");
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void a_language_that_nobody_reviewed_says_so(String tag) throws Exception {
    assertThat(get("/" + tag, "en").body()).contains("class=\"unreviewed\"");
    assertThat(get("/en", tag).body()).doesNotContain("class=\"unreviewed\"");
  }

  @Test
  void a_page_that_is_not_there_is_told_in_the_language_of_its_address() throws Exception {
    var answer = get("/es/nada", "vi");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("No encontramos esta página").contains("lang=\"es\"");
  }

  @Test
  void a_language_that_is_not_offered_is_told_in_the_one_the_browser_asks_for() throws Exception {
    var answer = get("/xx", "vi");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("lang=\"vi\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/es/%3Cscript%3Ealert(1)%3C/script%3E",
        "/es?x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/en/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/en;jsessionid=1",
        "//example.org/en",
        "/assets/../application.yaml",
        "/error"
      })
  void a_hostile_address_gives_away_nothing(String address) throws Exception {
    var answer = get(address, "<script>");

    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.body())
        .doesNotContain("<script")
        .doesNotContain("org.konbit")
        .doesNotContain("Exception")
        .doesNotContain("root:");
    assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
  }

  @Test
  void a_form_sent_to_a_page_without_one_is_refused_in_plain_words() throws Exception {
    var request = request("/es").POST(HttpRequest.BodyPublishers.ofString("x=1")).build();

    var answer = http.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).contains("No pudimos leer lo que se envió");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/en", "/en/nothing", "/assets/nothing.css"})
  void every_answer_forbids_scripts_frames_and_strangers(String address) throws Exception {
    var headers = get(address, "en").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Robots-Tag")).hasValue("noarchive");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void the_stylesheet_may_be_kept_for_ever_because_its_address_changes_with_it() throws Exception {
    String page = get("/en", "en").body();
    String address = page.replaceAll("(?s).*href=\"(/assets/konbit-[^\"]*\\.css)\".*", "$1");

    var answer = get(address, "en");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=31536000");
  }

  private HttpResponse<String> get(String address, String wish)
      throws IOException, InterruptedException {
    var request = request(address).header("Accept-Language", wish).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, address)));
  }
}
