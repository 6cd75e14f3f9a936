package org.konbit.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.KonbitTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What a reader sees while the operator's rule packs are broken. */
@KonbitTest
@TestPropertySource(properties = "konbit.rulepacks=a-folder-that-is-not-there")
class UnusableRulesTests {
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/rules/matrix",
        "/en/rules/matrix?state=MA",
        "/en/rules/matrix.csv?state=MA",
        "/en/rules/timeline?state=CT&from=x"
      })
  void a_rules_page_shows_no_answer_rather_than_a_wrong_one(String address) throws Exception {
    var answer = get(address);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body())
        .contains("The rules cannot be used right now", "finds the reason on its console")
        .contains("href=\"/en\"")
        .doesNotContain("a-folder-that-is-not-there", "<table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void it_says_so_in_every_language(String tag) throws Exception {
    var answer = get("/%s/rules/matrix".formatted(tag));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Language")).hasValue(tag);
    assertThat(answer.body()).doesNotContain("The rules cannot be used", "screening.unusable");
  }

  @Test
  void a_page_that_needs_no_rules_stays_open() throws Exception {
    assertThat(get("/en").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String address) throws Exception {
    var uri = URI.create("http://localhost:%d%s".formatted(port, address));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
