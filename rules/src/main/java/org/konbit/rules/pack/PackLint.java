package org.konbit.rules.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Reach;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Eligibility;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Spelling;

/** What the type checker cannot see: circles, dead ends, missing citations, names of nothing. */
final class PackLint {
  private final Declared declared;
  private final List<Problem> problems;

  PackLint(Declared declared, List<Problem> problems) {
    this.declared = declared;
    this.problems = problems;
  }

  void check(Collection<Definition> definitions, Collection<Program> programs) {
    rankings();
    GuidanceReader.check(declared, problems);
    citations();
    circles(definitions, programs);
    programs.forEach(this::deadEnds);
  }

  private void rankings() {
    for (var place : declared.places.values()) {
      for (var ranked : place.ranking()) {
        if (!declared.programs.containsKey(ranked.program())) {
          problem(
              ranked.file(),
              ranked.at(),
              "The ranking names (%s), which no pack defines.".formatted(ranked.program()),
              Spelling.suggestion(ranked.program(), declared.programs.keySet()));
        }
      }
    }
  }

  private void citations() {
    for (var program : declared.programs.values()) {
      program.conditions.values().forEach(condition -> cited(program, condition));
      program
          .routes
          .values()
          .forEach(route -> route.conditions.values().forEach(c -> cited(program, c)));
    }
    for (var definition : declared.definitions.values()) {
      for (var text : definition.texts.values()) {
        requireCite(text);
      }
    }
  }

  private void cited(Declared.Program program, Declared.Condition condition) {
    for (var text : condition.texts.values()) {
      requireCite(text);
      var key = program.id + "." + condition.id;
      if (!text.message().isEmpty() && !text.message().equals(key)) {
        problem(
            text.file(),
            text.at(),
            "The message (%s) is not named after its condition.".formatted(text.message()),
            "Write message: %s".formatted(key));
      }
    }
  }

  private void requireCite(Declared.Text text) {
    if (text.cite().isBlank()) {
      problem(text.file(), text.at(), "The citation is blank.", "Name the law this rests on.");
    }
  }

  private void circles(Collection<Definition> definitions, Collection<Program> programs) {
    var reads = new HashMap<Attribute, Set<Attribute>>();
    for (var definition : definitions) {
      var below = new LinkedHashSet<Attribute>();
      definition.versions().forEach(version -> version.is().readsInto(below));
      reads.put(definition, below);
    }
    for (var program : programs) {
      var below = new LinkedHashSet<Attribute>();
      expressions(program).forEach(expression -> expression.readsInto(below));
      reads.put(program.eligibility(), below);
    }
    var done = new LinkedHashSet<Attribute>();
    for (var start : reads.keySet()) {
      walk(start, reads, done, new ArrayDeque<>());
    }
  }

  private void walk(
      Attribute at,
      Map<Attribute, Set<Attribute>> reads,
      Set<Attribute> done,
      Deque<Attribute> path) {
    if (path.contains(at)) {
      var names = path.stream().map(Attribute::name).collect(Collectors.joining(" ← "));
      var where = place(at);
      problem(
          where.file(),
          where.at(),
          "(%s) rests on itself: %s.".formatted(at.name(), names),
          "Let one of them read the facts instead.");
      done.addAll(path);
      return;
    }
    if (!done.add(at)) {
      return;
    }
    path.push(at);
    reads.getOrDefault(at, Set.of()).forEach(below -> walk(below, reads, done, path));
    path.pop();
  }

  private record Where(PackFile file, Node at) {}

  private Where place(Attribute attribute) {
    var definition = declared.definitions.get(attribute.name());
    if (definition != null) {
      return new Where(definition.file, definition.at);
    }
    var id = attribute.name().replaceAll("\\.eligible$", "");
    var program = declared.programs.get(id);
    if (attribute instanceof Eligibility && program != null) {
      return new Where(program.file, program.at);
    }
    throw new IllegalStateException("Nothing declares %s.".formatted(attribute.name()));
  }

  static List<Expression> expressions(Program program) {
    var expressions = new ArrayList<Expression>();
    conditions(program.conditions()).forEach(c -> expressions.add(c.expression()));
    for (Route route : program.routes()) {
      route.when().ifPresent(when -> expressions.add(when.expression()));
      conditions(route.conditions()).forEach(c -> expressions.add(c.expression()));
    }
    return expressions;
  }

  private static List<CheckedCondition> conditions(List<Condition> conditions) {
    return conditions.stream()
        .flatMap(condition -> condition.texts().stream())
        .map(Condition.Text::holds)
        .toList();
  }

  // A path that contradicts itself whatever the family answers was surely not meant.
  private void deadEnds(Program program) {
    var common = conditions(program.conditions());
    var source = declared.programs.get(program.id());
    if (source == null) {
      return;
    }
    if (singleTexts(program.conditions()) && !Reach.isPossible(expressionsOf(common))) {
      problem(
          source.file,
          source.at,
          "Nobody can ever meet all conditions of %s.".formatted(program.id()),
          "Two of them contradict each other.");
      return;
    }
    for (Route route : program.routes()) {
      var all = new ArrayList<>(expressionsOf(common));
      route.when().ifPresent(when -> all.add(when.expression()));
      all.addAll(expressionsOf(conditions(route.conditions())));
      var at = source.routes.get(route.id());
      boolean single = singleTexts(program.conditions()) && singleTexts(route.conditions());
      if (single && at != null && !Reach.isPossible(all)) {
        problem(
            at.file,
            at.at,
            "Nobody can ever take the route (%s) of %s.".formatted(route.id(), program.id()),
            "Two of its conditions contradict each other.");
      }
    }
  }

  // Texts of different dates need not go together.
  private static boolean singleTexts(List<Condition> conditions) {
    return conditions.stream().allMatch(condition -> condition.texts().size() == 1);
  }

  private static List<Expression> expressionsOf(List<CheckedCondition> conditions) {
    return conditions.stream().map(CheckedCondition::expression).toList();
  }

  private void problem(PackFile file, Node at, String message, String remedy) {
    problems.add(Problem.at(file.name(), at, message).withRemedy(remedy));
  }
}
