package org.konbit.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.store.GivenContent;
import org.konbit.toolkit.store.Library;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the coalition announces, members' stories and jobs, as readers meet them. */
@KonbitTest
class CommunityPagesTests {
  private static final String EXPIRES =
      """
      from: 2020-01-01
      expiresOn: 2099-12-31
      """;
  private static final String PAST =
      """
      from: 2020-01-01
      expiresOn: 2020-02-01
      """;
  private static final String JOB =
      """
      employer: Harbor House
      place: Lynn, MA
      pay: {from: 24.50, to: 31, per: hour}
      languages: [ht]
      closesOn: 2099-12-31
      applyUrl: https://harbor.example/jobs
      """;
  private static final String STORY =
      """
      member: A neighbor
      consent: {by: Harbor House, on: 2020-01-01, scope: this site}
      photo: {data: /9j/4AAQSkZJRgABAQ==, altText: A church hall}
      """;

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired private GivenContent given;
  @Autowired private Library library;
  @Autowired private Finding finding;
  @LocalServerPort private int port;

  @AfterEach
  void clear() {
    given.takenDown();
  }

  @Test
  void where_nobody_tells_a_story_and_no_job_is_open_the_page_says_so() throws Exception {
    assertThat(get("/en/community").body())
        .contains("Nobody tells a story here yet.")
        .contains("No jobs are posted here right now.")
        .contains("/en/help?need=jobs");
    assertThat(get("/ar/community").statusCode()).isEqualTo(200);
  }

  @Test
  void an_announcement_leads_to_what_it_tells_and_a_job_to_its_pay() throws Exception {
    given.published(Kind.ANNOUNCEMENT, "harbor-move", "brief: We move.", EXPIRES, "We move.");
    given.published(Kind.JOB, "harbor-job", "brief: You help.", JOB, "You listen.");

    var page = get("/en/community").body();
    assertThat(page)
        .contains("/en/announcements/harbor-move")
        .contains("Until December 31, 2099")
        .contains("/en/jobs/harbor-job")
        .contains("$24.50 to $31 an hour");
    assertThat(get("/en/announcements/harbor-move").body()).contains("<p>We move.</p>");
    assertThat(get("/es/jobs/harbor-job").body())
        .contains("https://harbor.example/jobs")
        .contains("Kreyòl ayisyen");
  }

  @Test
  void what_is_over_is_nowhere() throws Exception {
    given.published(Kind.ANNOUNCEMENT, "harbor-past", "brief: Zanzibar moves.", PAST, "It moved.");

    assertThat(get("/en/announcements/harbor-past").statusCode()).isEqualTo(404);
    assertThat(get("/en/community").body()).doesNotContain("harbor-past");
    assertThat(search("Zanzibar")).doesNotContain("harbor-past");
    assertThat(get("/en/pack.html").body()).doesNotContain("Zanzibar");
  }

  @Test
  void a_consent_that_is_taken_back_hides_the_story_at_once_everywhere() throws Exception {
    given.published(Kind.SPOTLIGHT, "harbor-story", "brief: Zephyrine sings.", STORY, "I sing.");
    var shown = get("/en/spotlights/harbor-story");
    assertThat(shown.body()).contains("Zephyrine sings.").contains("alt=\"A church hall\"");
    assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(get("/en/community").body()).contains("harbor-story");
    assertThat(get("/en/spotlights/harbor-story/photo").headers().firstValue("Content-Type"))
        .contains("image/jpeg");
    assertThat(search("Zephyrine")).contains("/en/spotlights/harbor-story");

    library.takeBack("harbor-story");

    assertThat(get("/en/spotlights/harbor-story").statusCode()).isEqualTo(404);
    assertThat(get("/en/spotlights/harbor-story/photo").statusCode()).isEqualTo(404);
    assertThat(get("/en/community").body()).doesNotContain("harbor-story");
    assertThat(search("Zephyrine")).doesNotContain("harbor-story");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/pack.html", "/feeds/en/changes.rss", "/feeds/en/changes.json"})
  void no_file_that_a_reader_keeps_ever_holds_a_story(String address) throws Exception {
    given.published(Kind.SPOTLIGHT, "harbor-story", "brief: Zephyrine sings.", STORY, "I sing.");

    assertThat(get(address).body()).doesNotContain("Zephyrine");
  }

  private String search(String words) throws Exception {
    finding.prepare().join();
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/en/search".formatted(port)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
            .build();
    var page = http.send(request, BodyHandlers.ofString()).body();
    assertThat(page).contains("<h2 id=\"told\"");
    return String.join(
        " ",
        Pattern.compile("<a href=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList());
  }

  private HttpResponse<String> get(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
