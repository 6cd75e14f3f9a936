package org.konbit.toolkit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "hello <img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">here</a>",
        "[here](javascript:alert(1))",
        "[here](JAVASCRIPT:alert(1))",
        "[here](data:text/html;base64,PHNjcmlwdD4=)",
        "[here](http://example.org)",
        "[here](//example.org)",
        "[here](https://example.org/\"onmouseover=\"x)",
        "![picture](https://example.org/x.png)",
        "<https://example.org/?a=<script>>",
        "| a |\n| --- |\n| <svg onload=alert(1)> |"
      })
  void what_a_writer_pastes_can_do_no_harm(String text) {
    var html = Markdown.of(text).html();

    assertThat(html)
        .doesNotContainPattern("<(script|img|svg|iframe|object|style)")
        .doesNotContainPattern("href=\"(?!https:|tel:|\\.\\./|\")")
        .doesNotContainPattern("<[^>]* on[a-z]+=");
  }

  @Test
  void links_lead_outward_quietly_and_inward_in_the_readers_language() {
    var html =
        Markdown.of("[law](https://example.org/law) [care](right:emergency-care) [call](tel:211)")
            .html();

    assertThat(html)
        .contains("<a rel=\"noopener noreferrer\" href=\"https://example.org/law\">")
        .contains("<a href=\"../rights/emergency-care\">")
        .contains("<a href=\"tel:211\">");
  }

  @Test
  void a_table_and_a_heading_stay_what_they_are() {
    var body = Markdown.of("## When\n\n| Day | What |\n| --- | --- |\n| 1 | begins |\n");

    assertThat(body.html()).contains("<h2>When</h2>").contains("<td>begins</td>");
    assertThat(body.sentences()).anyMatch(line -> line.contains("begins"));
  }

  @Test
  void directions_that_turn_a_text_round_are_taken_out() {
    var right =
        (Right) ContentReader.read(Kind.RIGHT, "turned", right("Care\u202Eerac", "limits: [One.]"));

    assertThat(right.title()).isEqualTo("Careerac");
  }

  @Test
  void a_right_without_limits_is_refused() {
    assertThatThrownBy(
            () -> ContentReader.read(Kind.RIGHT, "bare", right("Care", "howToUse: [Ask.]")))
        .isInstanceOf(ContentRefused.class)
        .hasMessageContaining("right/bare.md")
        .hasMessageContaining("without its limits");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    var text =
        """
        ---
        title: Care
        statment: Typed wrong.
        settings: [moon]
        limits: [One.]
        jurisdictions: [Mars]
        audiences: [community]
        checkedOn: tomorrow
        ---
        """;

    assertThatThrownBy(() -> ContentReader.read(Kind.RIGHT, "wrong", text))
        .hasMessageContaining("(statment) is not known here")
        .hasMessageContaining("(moon)")
        .hasMessageContaining("(Mars)")
        .hasMessageContaining("(tomorrow)")
        .hasMessageContaining("without a source");
  }

  @Test
  void news_alone_carries_no_right() {
    var text = right("Care", "limits: [One.]").replace("kind: law", "kind: news");

    assertThatThrownBy(() -> ContentReader.read(Kind.RIGHT, "news", text))
        .hasMessageContaining("News alone is not enough");
  }

  private static String right(String title, String more) {
    return """
    ---
    title: %s
    statement: You can get care.
    settings: [hospital]
    %s
    jurisdictions: [US]
    audiences: [community]
    checkedOn: 2026-11-22
    sources:
      - {title: A law, publisher: A state, readOn: 2026-11-22, kind: law, confidence: A}
    ---
    """
        .formatted(title, more);
  }
}
