package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.ExampleCase;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Examples;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Rendering;

/** The examples that stand beside the rules: all hold, and together they show all of the law. */
class ExampleTests {
  private static final Map<String, List<Problem>> FAILURES =
      new Examples(Shipped.SCREENER)
          .failures().stream().collect(Collectors.groupingBy(Problem::file));

  /** What an example says of one program for one member. */
  private record Expectation(Household household, int member, String program, Outcome outcome) {}

  private static final List<Expectation> EXPECTED = expectations();

  static Stream<String> files() {
    return Shipped.PACKS.examples().stream().map(ExampleCase::file).distinct();
  }

  static Stream<String> programs() {
    return Shipped.PACKS.programs().stream().map(Program::id);
  }

  @Test
  void there_are_examples_and_they_stand_in_every_place() {
    assertThat(files().map(file -> file.substring(0, 2)).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(
            Shipped.PACKS.places().stream().map(place -> place.id()).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void every_example_holds(String file) {
    var failures = FAILURES.getOrDefault(file, List.of());

    assertThat(Rendering.of(failures, Shipped.PACKS.text(file))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void every_program_is_shown_given_refused_and_open(String program) {
    var shown = EnumSet.noneOf(Outcome.class);
    EXPECTED.stream()
        .filter(one -> one.program().equals(program))
        .forEach(one -> shown.add(one.outcome()));

    // What is open to everyone without a condition can neither be refused nor left open.
    assertThat(shown)
        .isEqualTo(
            isForEveryone(program) ? EnumSet.of(Outcome.ELIGIBLE) : EnumSet.allOf(Outcome.class));
  }

  private static boolean isForEveryone(String id) {
    var nothingKnown =
        Household.of(Shipped.PACKS.vocabulary(), LocalDate.of(2026, 6, 15), List.of("p1"))
            .with(Vocabulary.STATE, 0, Words.code(id.startsWith("ct.") ? "CT" : "MA"));
    return Shipped.outcomes(nothingKnown).get("p1 " + id) == Outcome.ELIGIBLE;
  }

  @Test
  void every_route_is_taken_by_an_example() {
    var untaken = new TreeMap<String, Object>();
    for (var program : Shipped.PACKS.programs()) {
      program.routes().forEach(route -> untaken.put(program.id() + " by " + route.id(), route));
    }
    assertThat(untaken).isNotEmpty();

    for (var expected : EXPECTED) {
      var program = Shipped.PACKS.program(expected.program()).orElseThrow();
      if (expected.outcome() == Outcome.ELIGIBLE) {
        var frame = new Frame(Shipped.PACKS.environment(), expected.household());
        program.routes().stream()
            .filter(route -> route.leadsIn(frame, expected.member()) == Values.TRUE)
            .forEach(route -> untaken.remove(program.id() + " by " + route.id()));
      }
    }

    assertThat(untaken.keySet()).isEmpty();
  }

  @Test
  void every_dated_text_is_shown_by_an_example_on_a_day_it_is_in_force() {
    var unshown = new TreeSet<String>();

    for (var program : Shipped.PACKS.programs()) {
      var days = days(program.id());
      DatedTexts.of(program).stream()
          .filter(span -> days.stream().noneMatch(span::holdsOn))
          .forEach(span -> unshown.add(program.id() + ": " + span));
    }

    assertThat(unshown).isEmpty();
  }

  @Test
  void every_dated_figure_is_shown_by_an_example_of_a_program_that_rests_on_it() {
    var days = new HashMap<Attribute, Set<Integer>>();
    for (var program : Shipped.PACKS.programs()) {
      for (var attribute : DatedTexts.readBy(program)) {
        days.computeIfAbsent(attribute, _ -> new TreeSet<>()).addAll(days(program.id()));
      }
    }
    assertThat(days).isNotEmpty();
    var unshown = new TreeSet<String>();

    days.forEach((attribute, shown) ->
        DatedTexts.of(attribute).stream()
            .filter(span -> shown.stream().noneMatch(span::holdsOn))
            .forEach(span -> unshown.add(span.toString())));

    assertThat(unshown).isEmpty();
  }

  private static Set<Integer> days(String program) {
    return EXPECTED.stream()
        .filter(expected -> expected.program().equals(program))
        .map(expected -> (int) expected.household().asOf().toEpochDay())
        .collect(Collectors.toSet());
  }

  private static List<Expectation> expectations() {
    var all = new ArrayList<Expectation>();
    for (ExampleCase example : Shipped.PACKS.examples()) {
      var household = example.household().orElseThrow();
      for (var member : ((Node.Mapping) example.expect()).entries()) {
        int number = household.ids().indexOf(member.key());
        for (var expected : ((Node.Mapping) member.value()).entries()) {
          if (Shipped.PACKS.program(expected.key()).isPresent()) {
            outcome(expected.value())
                .map(word -> Outcome.valueOf(word.toUpperCase(Locale.ROOT)))
                .ifPresent(outcome ->
                    all.add(new Expectation(household, number, expected.key(), outcome)));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static Optional<String> outcome(Node expected) {
    return switch (expected) {
      case Node.Scalar scalar -> Optional.of(scalar.text());
      case Node.Mapping details -> details.find("outcome").map(node -> ((Node.Scalar) node).text());
      case Node.Sequence _ -> Optional.empty();
    };
  }
}
