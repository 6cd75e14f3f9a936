package org.konbit.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.Bill;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Guide;
import org.konbit.toolkit.content.Right;
import org.konbit.toolkit.store.Library;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a reader on an old phone has to fetch. Sizes are compressed, as they travel; the heaviest
 * languages of ours are asked for beside English.
 */
@KonbitTest
class ToolkitBudgetTests {
  private static final int KB = 1024;
  private static final int READING = 25 * KB;
  private static final int LIST = 50 * KB;
  private static final int STYLE = 12 * KB;
  private static final int SCRIPT_SIZE = 8 * KB;
  private static final int FIRST_VIEW = 60 * KB;
  private static final int FIRST_SCREEN = 14 * KB;
  private static final int CARD = 20 * KB;
  private static final int AGAIN = 10 * KB;
  private static final List<String> LANGUAGES = List.of("en", "ar", "vi");
  private static final Pattern FETCHED =
      Pattern.compile(
          "<(?:link rel=\"(?:stylesheet|icon)\" href|(?:img|script) src)=\"(/[^\"]+)\"");
  private static final Pattern SCRIPT = Pattern.compile("<script ([^>]*)>");

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired private Library library;
  @LocalServerPort private int port;

  @Test
  void every_right_guide_change_bill_campaign_and_announcement_is_light() throws Exception {
    int seen = 0;
    for (var content : library.current().all(Content.class)) {
      if (content.heading().kind().section().equals("cards")) {
        continue; // one file, with a budget of its own
      }
      for (var language : content instanceof Bill ? List.of("ar") : LANGUAGES) {
        var address = Items.address("/" + language, content);
        var page = get(address);
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        assertThat(packed(page.body())).as(address).isLessThan(READING);
        if (content.heading().isSensitive()
            && (content instanceof Right || content instanceof GovernmentAction)) {
          onlyLeavingRuns(address, page);
        } else {
          nothingRunsAndLittleIsFetched(address, page.body());
        }
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(250);
  }

  private void nothingRunsAndLittleIsFetched(String address, String page) {
    assertThat(page).as(address).doesNotContain("<script").doesNotContain("@font-face");
    assertThat(page).as(address).doesNotContainPattern(" on(click|load|error)=");
    assertThat(fetched(page)).as(address).hasSizeLessThanOrEqualTo(4); // and the page itself
  }

  private static void onlyLeavingRuns(String address, HttpResponse<String> page) {
    assertThat(SCRIPT.matcher(page.body()).results().map(each -> each.group(1)))
        .as(address)
        .singleElement(STRING)
        .matches("src=\"/assets/leave-[0-9a-f]+\\.js\" defer");
    assertThat(fetched(page.body())).as(address).hasSizeLessThanOrEqualTo(4);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .as(address)
        .endsWith("; script-src 'self'");
  }

  @Test
  void every_list_is_light_too() throws Exception {
    for (var list :
        List.of(
            "/rights",
            "/changes",
            "/agenda",
            "/community",
            "/safety",
            "/log",
            "/cards",
            "/changes/for",
            "/changes/for/asylee",
            "/coverage",
            "/coverage/asylee",
            "/coverage/lpr",
            "/search")) {
      for (var language : LANGUAGES) {
        var page = get("/" + language + list);
        assertThat(page.statusCode()).as(list).isEqualTo(200);
        assertThat(packed(page.body())).as(list).isLessThan(LIST);
        nothingRunsAndLittleIsFetched(list, page.body());
      }
    }
  }

  @Test
  void all_that_a_first_view_fetches_stays_within_its_budget_and_so_does_its_style()
      throws Exception {
    for (var address :
        List.of(
            "/vi/rights/your-home",
            "/ar/guides/public-charge-before-you-apply",
            "/en/changes/public-charge-final-rule")) {
      var page = get(address).body();
      int bytes = packed(page);
      for (var each : fetched(page)) {
        var body = get(each).body();
        int size = packed(body);
        if (each.endsWith(".js")) {
          assertThat(size).isLessThan(SCRIPT_SIZE);
        }
        if (each.endsWith(".css")) {
          assertThat(size).isLessThan(STYLE);
        }
        bytes += size;
      }
      assertThat(bytes).as(address).isLessThan(FIRST_VIEW);
    }
  }

  @Test
  void the_answer_whom_it_is_for_and_where_help_is_come_first() throws Exception {
    for (var content : library.current().all(Content.class)) {
      if (content instanceof Right || content instanceof Guide) {
        var page = get(Items.address("/ar", content)).body();
        var start = page.substring(0, Math.min(FIRST_SCREEN, page.length()));
        assertThat(start)
            .as(content.title())
            .contains("class=\"lede\"")
            .contains("class=\"where-held\"");
        if (!content.heading().id().startsWith("harbor")) {
          assertThat(start).as(content.title()).contains("/ar/help?need=");
        }
      }
    }
  }

  @Test
  void whoever_comes_again_fetches_next_to_nothing() throws Exception {
    for (var address :
        List.of("/en/guides/find-legal-help", "/ar/changes", "/en/coverage/asylee")) {
      var first = get(address);
      var tag = first.headers().firstValue("ETag").orElseThrow();

      var again = get(address, "If-None-Match", tag);

      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).hasSizeLessThan(AGAIN).isEmpty();
      assertThat(again.headers().firstValue("Content-Security-Policy")).isPresent();
    }
  }

  @Test
  void a_kept_page_is_the_page_that_was_made() throws Exception {
    var action = library.current().all(GovernmentAction.class).getFirst();
    var address = Items.address("/en", action);

    assertThat(get(address).body()).isEqualTo(get(address).body()).contains(action.title());
    assertThat(get(address, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
        .contains("gzip");
  }

  @Test
  void a_card_is_one_file_and_nothing_else() throws Exception {
    for (var card : List.of("rights-card", "hospital-card", "family-emergency-plan")) {
      for (var language : LANGUAGES) {
        var page = get("/%s/cards/%s".formatted(language, card)).body();
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(CARD);
        assertThat(fetched(page)).isEmpty();
      }
    }
  }

  private static List<String> fetched(String page) {
    return FETCHED.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }

  private static int packed(String body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return packed.size();
  }

  private HttpResponse<String> get(String address, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
