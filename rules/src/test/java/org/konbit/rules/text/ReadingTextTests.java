package org.konbit.rules.text;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTextTests {
  @Test
  void yaml_remembers_where_names_and_values_stand() {
    var root = (Node.Mapping) tree(YamlText.parse("f", "a: 1\nb:\n  - x\n  - {c: 'y'}\n"));

    var second = root.entries().get(1);
    var items = (Node.Sequence) second.value();
    var inner = ((Node.Mapping) items.items().get(1)).entries().getFirst();
    assertThat(second).extracting(Node.Entry::line, Node.Entry::column).containsExactly(2, 1);
    assertThat(inner).extracting(Node.Entry::line, Node.Entry::column).containsExactly(4, 6);
    assertThat(inner.value()).isEqualTo(new Node.Scalar(4, 9, "y", true, Node.Kind.WORD));
  }

  @Test
  void json_and_yaml_of_the_same_document_give_the_same_places() {
    var text = "{\"a\": 1,\n \"b\": [\"x\", null, true, -2.50, {\"c\": []}]}";

    assertThat(tree(JsonText.parse("f", text))).isEqualTo(tree(YamlText.parse("f", text)));
  }

  @ParameterizedTest
  @CsvSource({
    "1,NUMBER", "-2.50,NUMBER", "0x10,NUMBER", "1e5,NUMBER", ".5,NUMBER", ".inf,NUMBER",
    "0o17,NUMBER", "1_000,WORD", "2026-06-15,WORD", "yes,WORD", "no,WORD", "off,WORD",
    "true,BOOLEAN", "False,BOOLEAN", "null,NULL", "~,NULL", "'\"null\"',WORD", "none,WORD",
    "12:30,WORD", "CO,WORD"
  })
  void a_yaml_value_is_taken_for_what_it_looks_like(String value, Node.Kind kind) {
    var root = (Node.Mapping) tree(YamlText.parse("f", "a: " + value));

    assertThat(((Node.Scalar) root.entries().getFirst().value()).kind()).isEqualTo(kind);
  }

  @Test
  void numbers_keep_every_digit_they_were_written_with() {
    var root = (Node.Sequence) tree(JsonText.parse("f", "[0.10, 12345678901234567890.123]"));

    assertThat(root.items())
        .extracting(item -> ((Node.Scalar) item).text())
        .containsExactly("0.10", "12345678901234567890.123");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\na: 2|2:1|occurs twice",
        "a: 1\\nb: 1\\na: 2\\nb: 2|3:1|(a, b) occur twice",
        "a: &x 1|1:4|anchor",
        "a: *x|1:4|alias",
        "a: !!str 1|1:4|tag",
        "a: 1\\n---\\nb: 2|2:1|second document",
        "? [a]\\n: 1|1:3|single word",
        "a: [1, 2|1:9|got the stream end.",
        "a: b: c|1:5|cannot be followed",
        "'a: \"\\x\"'|1:1|",
      })
  void broken_yaml_is_told_with_its_place(String text, String place, String part) {
    var problem = problems(YamlText.parse("f.yaml", text.replace("\\n", "\n")));

    if (part != null) {
      assertThat(problem.getFirst().toString()).contains("f.yaml:" + place + ":").contains(part);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1,\\n\"a\": 2}|2:1|occurs twice",
        "[1, 2|1:|cannot be followed",
        "{a: 1}|1:2|cannot be followed",
        "[1] [2]|1:5|follows after the end",
        "[NaN]|1:|without quotation marks",
        "''|1:1|empty",
      })
  void broken_json_is_told_with_its_place(String text, String place, String part) {
    var problem = problems(JsonText.parse("f.json", text.replace("\\n", "\n")));

    assertThat(problem.getFirst().toString()).contains("f.json:" + place).contains(part);
  }

  @Test
  void an_alias_bomb_is_refused_before_it_grows() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(problems(YamlText.parse("f", bomb.toString()))).hasSizeBetween(100, 501);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "- ", "? ", "{", "[{"})
  void endless_nesting_is_refused_quickly(String opening) {
    var text = opening.repeat(2_000_000 / opening.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          problems(YamlText.parse("f", text));
          problems(JsonText.parse("f", text));
        });
  }

  @Test
  void sixty_four_levels_are_read_and_one_more_is_not() {
    var deep = "[".repeat(64) + "]".repeat(64);
    var deeper = "[".repeat(65) + "]".repeat(65);

    assertThat(YamlText.parse("f", deep)).isInstanceOf(Parsed.Tree.class);
    assertThat(JsonText.parse("f", deep)).isInstanceOf(Parsed.Tree.class);
    assertThat(problems(YamlText.parse("f", deeper)).getFirst().message()).contains("64 levels");
    assertThat(problems(JsonText.parse("f", deeper)).getFirst().message()).contains("64 levels");
  }

  @Test
  void a_number_of_a_million_digits_is_no_trouble() {
    var digits = "9".repeat(1_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          problems(JsonText.parse("f", "[" + digits + "]"));
          assertThat(YamlText.parse("f", "[" + digits + "]")).isNotNull();
        });
  }

  @Test
  void more_than_two_megabytes_are_refused() {
    var text = "a".repeat(2_000_001);

    assertThat(problems(YamlText.parse("f", text)).getFirst().message()).contains("2 MB");
    assertThat(problems(JsonText.parse("f", text.getBytes(UTF_8))).getFirst().message())
        .contains("2 MB");
  }

  @Test
  void other_encodings_than_utf_8_are_named() {
    var latin = new byte[] {'a', ':', ' ', 'b', '\n', 'c', ':', ' ', (byte) 0xe9};

    assertThat(problems(YamlText.parse("f", "a: é".getBytes(UTF_16))).getFirst().message())
        .contains("UTF-16");
    assertThat(problems(YamlText.parse("f", "a: é".getBytes(UTF_16LE))).getFirst().message())
        .contains("UTF-16");
    assertThat(problems(YamlText.parse("f", latin)).getFirst().toString())
        .startsWith("f:2:4: The text is not UTF-8 here.");
  }

  @Test
  void a_byte_order_mark_before_utf_8_is_passed_over() {
    var root = (Node.Mapping) tree(YamlText.parse("f", "\ufeffa: 1".getBytes(UTF_8)));

    assertThat(root.entries().getFirst().key()).isEqualTo("a");
    assertThat(tree(JsonText.parse("f", "\ufeff[]"))).isEqualTo(new Node.Sequence(1, 1, List.of()));
  }

  @ParameterizedTest
  @ValueSource(chars = {0, 7, 0x1b, 0x7f, 0x85, 0x9b, 0x202e, 0x2066, 0xfeff, 0xfffe, 0xd800})
  void characters_that_show_nothing_or_mislead_are_refused(char hidden) {
    var problem = problems(YamlText.parse("f", "a: 1\nb: x" + hidden + "y")).getFirst();

    assertThat(problem.toString()).startsWith("f:2:5: ").doesNotContain("" + hidden);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void no_text_whatever_ends_in_an_exception(long seed) {
    var random = new Random(seed);
    var pieces =
        new String[] {
          "a",
          ":",
          " ",
          "\n",
          "- ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "\\",
          "\\u12",
          "\\U00110000",
          "|",
          ">",
          "&a ",
          "*a",
          "!",
          "!!x ",
          "%YAML 9.9",
          "%TAG ! x",
          "---",
          "...",
          "?",
          "#",
          "@",
          "`",
          "\t",
          "1e9",
          "\r",
          "é",
          "😀",
          "<<",
          "true",
          "null",
          "\\uD800",
          "\\x0"
        };
    var text = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }

    assertThat(YamlText.parse("f", text.toString())).isNotNull();
    assertThat(JsonText.parse("f", text.toString())).isNotNull();
  }

  private static Node tree(Parsed parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Tree.class);
    return ((Parsed.Tree) parsed).root();
  }

  private static List<Problem> problems(Parsed parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Refused.class);
    return ((Parsed.Refused) parsed).problems();
  }
}
