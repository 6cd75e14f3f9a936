package org.konbit.directory.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.GivenEntries.Given;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.Keeping;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class HelpPagesTests {
  @LocalServerPort private int port;
  @Autowired private GivenEntries entries;
  @Autowired private GivenStaff staff;
  @Autowired private Keeping keeping;

  private UUID keeper;
  private Given given;

  @BeforeEach
  void somewhereToTurnTo() {
    keeper = staff.organisation("Harbor Clinic");
    given =
        entries
            .entry(keeper, "Quilted Kitchen <b>&")
            .offers("Meals at noon", Need.FOOD, Need.CHILDCARE)
            .saying("Warm meals. No papers are asked for.")
            .in("Framingham, MA")
            .speaking("ht")
            .taking(Intake.State.OPEN)
            .listed();
  }

  @Test
  void a_reader_in_portuguese_finds_what_is_near_with_its_distance_and_who_confirmed_it()
      throws Exception {
    var page = send("pt-BR", Map.of("words", "Quilted", "place", "01760", "miles", "5"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Meals at noon")
        .contains("Quilted Kitchen &lt;b&gt;&amp;")
        .contains(" milhas · Framingham")
        .contains("Kreyòl ayisyen")
        .contains("Aceita pessoas novas")
        .contains("por Harbor Clinic");
  }

  @Test
  void what_is_looked_for_stands_in_no_address_and_no_cache() throws Exception {
    var page = send("en", Map.of("words", "Quilted", "place", "Framingham"));

    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().map()).doesNotContainKey("set-cookie");
    assertThat(page.body())
        .contains("method=\"post\"")
        .doesNotContain("?words")
        .doesNotContain("?place");
  }

  @Test
  void a_link_may_name_a_need() throws Exception {
    assertThat(get("/es/help?need=childcare").body())
        .containsPattern(
            "<option value=\"childcare\"\\s+selected>Bebés y cuidado de niños</option>")
        .contains("Meals at noon");
    assertThat(get("/es/help?need=%3Cscript%3E").body()).doesNotContain("<script");
  }

  @Test
  void a_town_nobody_knows_is_told_beside_what_was_typed() throws Exception {
    var page = send("en", Map.of("place", "Atlantis", "words", "soup"));

    assertThat(page.body())
        .contains("We do not know this town.")
        .contains("value=\"Atlantis\"")
        .contains("value=\"soup\"")
        .contains("aria-invalid=\"true\"");
  }

  @Test
  void a_name_of_two_towns_is_asked_back() throws Exception {
    assertThat(send("en", Map.of("place", "Salem")).body())
        .contains("name=\"which\" value=\"Salem, MA\"")
        .contains("name=\"which\" value=\"Salem, CT\"");
    assertThat(send("en", Map.of("place", "Salem", "which", "Salem, CT")).body())
        .contains("Salem, CT");
  }

  @Test
  void where_nothing_fits_the_page_says_what_could_be_left_out_and_whom_to_call() throws Exception {
    var page = send("en", Map.of("words", "zzyzxqq", "language", "mam", "now", "yes"));

    assertThat(page.body())
        .contains("Nothing fits all of this")
        .contains("name=\"drop\" value=\"words\"")
        .contains("name=\"drop\" value=\"language\"")
        .contains("name=\"drop\" value=\"now\"")
        .doesNotContain("name=\"drop\" value=\"place\"")
        .contains("211");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "0", "999999999999", "x", "500"})
  void any_page_number_is_answered(String page) throws Exception {
    assertThat(send("en", Map.of("page", page)).statusCode()).isEqualTo(200);
  }

  @Test
  void more_words_than_anybody_types_do_no_harm() throws Exception {
    assertThat(send("en", Map.of("words", "inmigración ".repeat(2_000))).statusCode())
        .isIn(200, 400, 413);
  }

  @Test
  void one_organisation_has_a_page_of_its_own() throws Exception {
    var page = get("/en/help/" + given.entry());

    assertThat(page.body())
        .contains("Quilted Kitchen &lt;b&gt;&amp;")
        .contains("1 Harbor Street")
        .contains("Warm meals. No papers are asked for.")
        .contains("Confirmed on");
  }

  @Test
  void what_is_withdrawn_or_never_was_is_not_found_alike() throws Exception {
    new Acting.SystemActor(keeper, "test", "test").run(() -> keeping.withdraw(given.entry()));

    assertThat(get("/en/help/" + given.entry()).statusCode()).isEqualTo(404);
    assertThat(get("/en/help/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(get("/en/help/no-id").statusCode()).isEqualTo(404);
  }

  @Test
  void a_secret_place_is_said_to_be_told_by_phone() throws Exception {
    var shelter =
        entries
            .entry(keeper, "Willow House")
            .offers("Safe rooms", Need.SAFETY)
            .atASecretPlace()
            .listed();

    assertThat(get("/en/help/" + shelter.entry()).body())
        .contains("They tell you the place when you call");
  }

  private HttpResponse<String> send(String language, Map<String, String> fields) throws Exception {
    String form =
        fields.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return HttpClient.newHttpClient()
        .send(
            request("/" + language + "/help")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
