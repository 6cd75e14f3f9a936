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
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.Bill;
import org.konbit.toolkit.content.Campaign;
import org.konbit.toolkit.content.Card;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.store.GivenContent;
import org.konbit.toolkit.store.Library;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The agenda, and what readers take along. */
@KonbitTest
class AgendaPagesTests {
  private static final int CARD_BYTES = 20 * 1024;
  private static final int PACK_BYTES = 1_500_000;

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired private Finding finding;
  @Autowired private Library library;
  @Autowired private GivenContent given;
  @LocalServerPort private int port;

  @Test
  void every_bill_tells_its_stage_its_history_and_when_it_was_checked() throws Exception {
    var bills = library.current().all(Bill.class);
    var agenda = body("/en/agenda");
    assertThat(bills).hasSizeGreaterThan(14);
    for (var bill : bills) {
      var id = bill.heading().id();
      assertThat(agenda).contains("/en/agenda/" + id + "\"");
      assertThat(body("/en/agenda/" + id))
          .contains("class=\"headline\"")
          .contains("Last step that we found")
          .contains("Checked on November 22, 2026.")
          .contains("datetime=\"" + bill.latest().on().iso() + "\"");
    }
    assertThat(agenda).contains("last checked November 22, 2026").contains("First tier");
  }

  @Test
  void what_dies_with_its_session_says_so() throws Exception {
    assertThat(body("/en/agenda/cover-all-kids"))
        .contains("Formal sittings ended on July 31, 2026.")
        .contains("by January 5, 2027 dies");
    assertThat(body("/en/agenda/husky-to-26"))
        .contains("Died with its session")
        .contains("Its session ended on June 4, 2025.");
    assertThat(body("/en/agenda/physician-pathway"))
        .contains("Law. Last step")
        .doesNotContain("session ended on");
    assertThat(body("/en/agenda/coverage-study")).contains("Outcome not known to us");
  }

  @Test
  void a_campaign_leads_to_its_bills() throws Exception {
    for (var campaign : library.current().all(Campaign.class)) {
      var page = body("/ar/campaigns/" + campaign.heading().id());
      for (var bill : campaign.bills()) {
        assertThat(page).contains("/ar/agenda/" + bill.substring("bill/".length()) + "\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ht", "ar", "zh-Hans"})
  void every_card_is_one_small_file_without_script(String tag) throws Exception {
    var cards = library.current().all(Card.class);
    assertThat(cards).hasSize(3);
    for (var card : cards) {
      var answer = get("/%s/cards/%s".formatted(tag, card.heading().id()));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(CARD_BYTES);
      assertThat(answer.body())
          .contains("class=\"code\"")
          .contains("/%s/cards/%s".formatted(tag, card.heading().id()))
          .doesNotContain("<script")
          .doesNotContain("<link rel=\"stylesheet\"")
          .doesNotContain("<title>" + card.title());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void the_pack_holds_everything_in_one_dated_file(String tag) throws Exception {
    var answer = get("/%s/pack.html".formatted(tag));
    var pack = answer.body();

    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"konbit-" + tag + "-20");
    assertThat(pack.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(PACK_BYTES);
    assertThat(pack).doesNotContain("<script").doesNotContain(" src=").contains("id=\"coverage\"");
    for (var item : library.current().all(Content.class)) {
      assertThat(pack).contains("id=\"" + item.heading().reference().replace('/', '-') + "\"");
    }
    var anchors = Pattern.compile("href=\"#([^\"]+)\"").matcher(pack).results().toList();
    assertThat(anchors).hasSizeGreaterThan(90);
    assertThat(anchors).allMatch(found -> pack.contains("id=\"" + found.group(1) + "\""));
    assertThat(pack).doesNotContain("href=\"../");
  }

  @Test
  void partners_can_frame_the_changes_and_nothing_else() throws Exception {
    var embedded = get("/es/embed/changes?program=medicare");

    assertThat(embedded.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors *")
        .contains("style-src 'sha256-");
    assertThat(embedded.body())
        .doesNotContain("<script")
        .contains("http://localhost:%d/es/changes/medicare-limit".formatted(port))
        .contains("rel=\"noopener noreferrer\"");
    assertThat(get("/es/changes").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'");
    assertThat(get("/es/embed/changes?group=nobody").statusCode()).isEqualTo(404);
    assertThat(library.current().all(GovernmentAction.class)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, interpeter, /en/rights/interpreter-in-the-emergency-room",
    "es, asilo, /es/changes/",
    "en, cover all kids, /en/agenda/cover-all-kids",
    "zh-Hans, 医院, /zh-Hans/rights/",
    "en, connectorcare, /en/rules/matrix?state=MA",
    "ht, lopital, /ht/rights/"
  })
  void a_search_is_posted_and_finds_pages(String tag, String words, String address)
      throws Exception {
    finding.prepare().join();

    var answer = post("/%s/search".formatted(tag), words);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<a href=\"" + address.replace("&", "&amp;"));
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
  }

  @Test
  void nobody_waits_for_a_new_index_while_there_is_one_that_answers() throws Exception {
    finding.prepare().join();
    given.published(
        Kind.RIGHT,
        "harbor-quay",
        "statement: You can walk along the quay.",
        "settings: [home]\nlimits: [It ends at the pier.]",
        "");

    try {
      var meanwhile = post("/en/search", "interpreter hospital");
      finding.prepare().join();

      assertThat(meanwhile.body())
          .contains("/en/rights/interpreter")
          .doesNotContain("getting ready");
      assertThat(post("/en/search", "quay").body()).contains("/en/rights/harbor-quay");
    } finally {
      given.takenDown();
    }
  }

  @Test
  void a_search_that_cannot_be_made_says_what_to_do_and_keeps_the_words() throws Exception {
    var none = post("/en/search", "  ");
    var words = "wages ".repeat(60).strip();
    var many = post("/en/search", words);

    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Type one word or more.");
    assertThat(many.statusCode()).isEqualTo(422);
    assertThat(many.body()).contains("A few words are enough.").contains("value=\"" + words);
    assertThat(post("/en/search", "xylophone").body()).contains("Nothing was found.");
    assertThat(post("/en/search", "<script>").body()).doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lawyer 617-555-0123", "A000 000 000", "somebody@example.org"})
  void whoever_types_what_tells_who_somebody_is_is_asked_first(String words) throws Exception {
    var asked = post("/en/search", words);

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("Nothing was looked for yet.")
        .contains("value=\"" + words)
        .contains("name=\"sure\" value=\"yes\"");
    assertThat(sent("/en/search", "words=617-555-0123&sure=yes").statusCode()).isEqualTo(200);
    assertThat(sent("/en/help", "words=617-555-0123").statusCode()).isEqualTo(422);
    assertThat(sent("/en/help", "words=617-555-0123&sure=yes").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_got_the_pack_from_somebody_can_check_that_nobody_changed_it() throws Exception {
    var pack = bytes("/ar/pack.html");
    var signature = bytes("/ar/pack.sig");
    var pem = body("/ar/pack.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));

    assertThat(isSigned(key, pack, signature)).isTrue();
    pack[pack.length / 2]++;
    assertThat(isSigned(key, pack, signature)).isFalse();
    assertThat(isSigned(key, bytes("/en/pack.html"), signature)).isFalse();
    assertThat(body("/en/pack.pem")).isEqualTo(body("/ar/pack.pem"));
    assertThat(body("/en/cards")).contains("pack.sig").contains("pack.pem");
  }

  private static boolean isSigned(PublicKey key, byte[] file, byte[] signature) throws Exception {
    var check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(file);
    return check.verify(signature);
  }

  private byte[] bytes(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).build();
    return http.send(request, BodyHandlers.ofByteArray()).body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/agenda/none", "/en/cards/none", "/en/campaigns/none", "/xx/agenda"})
  void what_is_not_there_is_not_found(String address) throws Exception {
    assertThat(get(address).statusCode()).isEqualTo(404);
  }

  private String body(String address) throws Exception {
    var answer = get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String address, String words) throws Exception {
    return sent(address, "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }

  private HttpResponse<String> sent(String address, String form) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
