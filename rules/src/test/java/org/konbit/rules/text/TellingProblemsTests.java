package org.konbit.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingProblemsTests {
  @Test
  void a_problem_is_shown_with_its_line_a_caret_and_the_remedy() {
    var problem =
        Problem.at("home.yaml", 2, 3, "The name (pregnent) is not known.")
            .withRemedy("Did you mean pregnant?");

    assertThat(Rendering.of(problem, "id: p1\n  pregnent: false\n"))
        .isEqualTo(
            """
            home.yaml:2:3: The name (pregnent) is not known.
                pregnent: false
                ^
            Did you mean pregnant?
            """);
  }

  @Test
  void a_document_on_one_line_is_shown_only_around_the_place() {
    var text = "x".repeat(500) + "HERE" + "y".repeat(500);

    var shown = Rendering.of(Problem.at("f", 1, 501, "Wrong."), text).lines().toList();

    assertThat(shown.get(1)).hasSizeLessThan(110).startsWith("  …xxx").contains("HERE");
    assertThat(shown.get(2).indexOf('^')).isEqualTo(shown.get(1).indexOf("HERE"));
  }

  @Test
  void a_place_beyond_the_text_is_no_trouble() {
    assertThat(Rendering.of(Problem.at("f", 9, 9, "Wrong."), "a")).isEqualTo("f:9:9: Wrong.\n");
    assertThat(Rendering.of(Problem.at("f", 1, 9, "Wrong."), "a")).contains("  a\n   ^");
  }

  @Test
  void a_value_is_shown_short_and_harmless() {
    assertThat(Shown.of("<script>alert('x')</script>"))
        .isEqualTo("\\u003cscript\\u003ealert(\\u0027x\\u0027)…");
    assertThat(Shown.of("a\u001b[31m\u202e")).isEqualTo("a\\u001b[31m\\u202e");
    assertThat(Shown.of("9".repeat(1_000_000))).hasSize(40).endsWith("…");
  }

  @ParameterizedTest
  @CsvSource({
    "pregnent,pregnant",
    "filed_on,filedOn",
    "Age,age",
    "incmoe,income",
    "satte,state",
    "asylum_pendng,asylum_pending"
  })
  void a_slip_of_the_pen_is_recognised(String word, String meant) {
    var names = List.of("age", "filedOn", "income", "pregnant", "state", "asylum_pending");

    assertThat(Spelling.nearest(word, names)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "shoe_size", "e", "zzzzzzzz"})
  void nothing_is_suggested_where_nothing_is_close(String word) {
    assertThat(Spelling.nearest(word, List.of("age", "income", "is", "A"))).isEmpty();
  }

  @Test
  void problems_without_end_are_cut_off_with_a_word() {
    var problems = new Problems("f");
    for (int i = 1; i <= 10_000; i++) {
      problems.add(Problem.at("f", i, 1, "Wrong."));
    }

    assertThat(problems.all()).hasSize(501);
    assertThat(problems.all().getLast().message()).contains("more problems");
  }
}
