package org.konbit.rules.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Reading;
import org.konbit.rules.pack.ExampleCase;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Spelling;

/** Runs the examples that stand beside the rules and tells each expectation that is not met. */
public final class Examples {
  private final Screener screener;
  private final RulePacks packs;

  public Examples(Screener screener) {
    this.screener = screener;
    this.packs = screener.packs();
  }

  /** Every expectation that failed; empty when all hold. */
  public List<Problem> failures() {
    var failures = new ArrayList<Problem>();
    var stopped = new TreeMap<String, List<ExampleCase>>();
    for (var tried : packs.examples().parallelStream().map(this::run).toList()) {
      failures.addAll(tried.failures());
      tried
          .stoppedBy()
          .ifPresent(
              rule -> stopped.computeIfAbsent(rule, _ -> new ArrayList<>()).add(tried.example()));
    }
    stopped.forEach((rule, examples) -> failures.add(stopped(rule, examples)));
    return List.copyOf(failures);
  }

  /**
   * What became of one example.
   *
   * @param stoppedBy what is wrong with the rule that could not be evaluated
   */
  private record Tried(ExampleCase example, List<Problem> failures, Optional<String> stoppedBy) {}

  // A rule that ends in an error stops every family of its state, but it is one rule.
  private static Problem stopped(String rule, List<ExampleCase> examples) {
    var first = examples.getFirst();
    int end = rule.indexOf('\n');
    var message = end < 0 ? rule : rule.substring(0, end);
    var remedy = end < 0 ? "" : rule.substring(end + 1);
    int others = examples.size() - 1;
    return Problem.at(
            first.file(), first.expect(), "Example “%s”: %s".formatted(first.name(), message))
        .withRemedy(
            others == 0
                ? remedy
                : "%s\n%d more examples stop at it.".formatted(remedy, others).strip());
  }

  private Tried run(ExampleCase example) {
    return switch (example.reading()) {
      case Reading.Refused(var problems) -> new Tried(example, problems, Optional.empty());
      case Reading.Accepted(var household) -> run(example, household);
    };
  }

  private Tried run(ExampleCase example, Household household) {
    var failures = new ArrayList<Problem>();
    Screening screening;
    try {
      screening = screener.screen(household, EnumSet.of(Aspect.TIMELINE), Set.of());
    } catch (NotCovered | RuleCannotBeEvaluated e) {
      return new Tried(example, failures, Optional.of(String.valueOf(e.getMessage())));
    }
    if (example.expect() instanceof Node.Mapping members) {
      for (var entry : members.entries()) {
        member(failures, example, screening, entry);
      }
    }
    example
        .premiumMonthlyCents()
        .filter(cents -> cents != screening.premiumMonthlyCents())
        .ifPresent(cents ->
            fail(
                failures,
                example,
                example.expect(),
                "the household pays (%d) cents, not (%d)"
                    .formatted(screening.premiumMonthlyCents(), cents)));
    return new Tried(example, failures, Optional.empty());
  }

  private static void fail(List<Problem> failures, ExampleCase example, Node at, String message) {
    failures.add(
        Problem.at(example.file(), at, "Example “%s”: %s.".formatted(example.name(), message)));
  }

  private void member(
      List<Problem> failures, ExampleCase example, Screening screening, Node.Entry entry) {
    var found = screening.member(entry.key());
    if (found.isEmpty() || !(entry.value() instanceof Node.Mapping expected)) {
      fail(failures, example, entry.value(), "no member has the id (%s)".formatted(entry.key()));
      return;
    }
    var named = new TreeSet<String>();
    for (var expectation : expected.entries()) {
      if (packs.program(expectation.key()).isPresent()) {
        named.add(expectation.key());
        program(failures, example, found.get(), expectation);
      }
    }
    for (var expectation : expected.entries()) {
      if (!named.contains(expectation.key())) {
        other(failures, example, found.get(), expectation, named);
      }
    }
  }

  private void other(
      List<Problem> failures,
      ExampleCase example,
      MemberResult member,
      Node.Entry expectation,
      Set<String> named) {
    switch (expectation.key()) {
      case "best" -> {
        if (!member.best().equals(text(expectation.value()))) {
          fail(
              failures,
              example,
              expectation.value(),
              "%s has best (%s)".formatted(member.id(), member.best()));
        }
      }
      case "missing" -> {
        var missing = new TreeSet<String>();
        member.programs().stream()
            .filter(result -> named.contains(result.program()))
            .forEach(result -> missing.addAll(result.missing()));
        compareMissing(failures, example, expectation.value(), missing);
      }
      default -> derived(failures, example, member, expectation);
    }
  }

  private void derived(
      List<Problem> failures, ExampleCase example, MemberResult member, Node.Entry expectation) {
    var shown = member.derived().get(expectation.key());
    if (shown == null) {
      var names = new ArrayList<>(member.derived().keySet());
      packs.programs().forEach(program -> names.add(program.id()));
      var suggestion = Spelling.suggestion(expectation.key(), names);
      failures.add(
          Problem.at(
                  example.file(),
                  expectation,
                  "Nothing is called (%s).".formatted(expectation.key()))
              .withRemedy(suggestion));
      return;
    }
    var found = shown.map(PlainText::of).orElse("unknown");
    if (!same(found, text(expectation.value()))) {
      fail(
          failures,
          example,
          expectation.value(),
          "%s has %s (%s)".formatted(member.id(), expectation.key(), found));
    }
  }

  private static boolean same(String found, String expected) {
    if (found.equals(expected)) {
      return true;
    }
    boolean numbers = found.matches("-?[0-9.]+") && expected.matches("-?[0-9.]+");
    return numbers && new BigDecimal(found).compareTo(new BigDecimal(expected)) == 0;
  }

  private void program(
      List<Problem> failures, ExampleCase example, MemberResult member, Node.Entry expectation) {
    var result =
        member.programs().stream()
            .filter(candidate -> candidate.program().equals(expectation.key()))
            .findFirst();
    if (result.isEmpty()) {
      fail(
          failures,
          example,
          expectation.value(),
          "%s is no program of this household’s state".formatted(expectation.key()));
      return;
    }
    if (expectation.value() instanceof Node.Mapping details) {
      details.entries().forEach(detail -> detail(failures, example, result.get(), detail));
    } else {
      outcome(failures, example, result.get(), expectation.value());
    }
  }

  private static void outcome(
      List<Problem> failures, ExampleCase example, ProgramResult result, Node expected) {
    if (!result.outcome().word().equals(text(expected))) {
      var missing = result.missing().isEmpty() ? "" : " for lack of " + result.missing();
      fail(
          failures,
          example,
          expected,
          "%s is (%s)%s".formatted(result.program(), result.outcome().word(), missing));
    }
  }

  private void detail(
      List<Problem> failures, ExampleCase example, ProgramResult result, Node.Entry detail) {
    var at = detail.value();
    switch (detail.key()) {
      case "outcome" -> outcome(failures, example, result, at);
      case "premiumMonthlyCents" ->
          cents(failures, example, result, at, result.premiumMonthlyCents(), "premium");
      case "amountAnnualCents" ->
          cents(failures, example, result, at, result.amountAnnualCents(), "amount");
      case "until" -> {
        var until = result.until().map(Object::toString).orElse("none");
        if (!until.equals(text(at))) {
          fail(failures, example, at, "%s lasts until (%s)".formatted(result.program(), until));
        }
      }
      case "missing" -> compareMissing(failures, example, at, new TreeSet<>(result.missing()));
      case "note" -> {
        if (!areTold(result.notes(), at)) {
          fail(
              failures,
              example,
              at,
              "%s has the notes %s".formatted(result.program(), result.notes()));
        }
      }
      default -> fail(failures, example, at, "(%s) cannot be expected".formatted(detail.key()));
    }
  }

  // "true" is any note, "false" none; a key is that one among others; a list is those and no more.
  private static boolean areTold(List<String> notes, Node expected) {
    if (expected instanceof Node.Sequence list) {
      return notes.equals(list.items().stream().map(Examples::text).toList());
    }
    return switch (text(expected)) {
      case "true" -> !notes.isEmpty();
      case "false" -> notes.isEmpty();
      default -> notes.contains(text(expected));
    };
  }

  private static void cents(
      List<Problem> failures,
      ExampleCase example,
      ProgramResult result,
      Node at,
      OptionalLong found,
      String what) {
    var text = found.isPresent() ? Long.toString(found.getAsLong()) : "none";
    if (!text.equals(text(at))) {
      fail(
          failures,
          example,
          at,
          "%s has the %s (%s) in cents".formatted(result.program(), what, text));
    }
  }

  private static void compareMissing(
      List<Problem> failures, ExampleCase example, Node at, Set<String> found) {
    var expected = new TreeSet<String>();
    if (at instanceof Node.Sequence list) {
      list.items().forEach(item -> expected.add(text(item)));
    }
    if (!expected.equals(found)) {
      fail(failures, example, at, "what is missing is %s".formatted(found));
    }
  }

  private static String text(Node node) {
    return Optional.of(node)
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .map(scalar -> scalar.isNull() ? "none" : scalar.text())
        .orElse("");
  }
}
