package org.konbit.rules.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Reach;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Eligibility;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;

/** What the type checker cannot see: circles, dead ends, missing citations, names of nothing. */
final class PackLint {
  private final Declared declared;
  private final Vocabulary vocabulary;
  private final Findings findings;

  PackLint(Declared declared, Vocabulary vocabulary, Findings findings) {
    this.declared = declared;
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  void check(Collection<Definition> definitions, Collection<Program> programs) {
    rankings();
    declared.asked.forEach(this::asked);
    GuidanceReader.check(declared, findings);
    citations();
    circles(definitions, programs);
    programs.forEach(this::deadEnds);
  }

  private void rankings() {
    for (var place : declared.places.values()) {
      for (var ranked : place.ranking()) {
        if (!declared.programs.containsKey(ranked.program())
            && findings.lostFileOf(ranked.program()).isEmpty()) {
          slightly(
              ranked.file(),
              ranked.at(),
              "The ranking names (%s), which no pack defines.".formatted(ranked.program()),
              Spelling.suggestion(ranked.program(), declared.programs.keySet()));
        }
      }
    }
  }

  // A fact that is asked for under another name would be asked as if nothing were said of it.
  private void asked(Declared.Asked asked) {
    var names = vocabulary.facts().stream().map(Fact::name).toList();
    var at = asked.at();
    int found = names.indexOf(at.key());
    if (found < 0) {
      if (findings.lostFileOf(at.key()).isEmpty()) {
        findings.addSlight(
            Problem.at(
                    asked.file().name(),
                    at,
                    "This says how to ask for (%s), which no pack declares and no document states."
                        .formatted(at.key()))
                .withRemedy(Spelling.suggestion(at.key(), names)));
      }
      return;
    }
    var options = vocabulary.facts().get(found).options();
    if (at.value() instanceof Node.Mapping groups && !options.isEmpty()) {
      groups.entries().forEach(group -> answers(asked, group.value(), options));
    }
  }

  private void answers(Declared.Asked asked, Node group, List<String> options) {
    if (group instanceof Node.Sequence words) {
      for (Node item : words.items()) {
        if (item instanceof Node.Scalar word && !options.contains(word.text())) {
          slightly(
              asked.file(),
              item,
              "(%s) is no answer to %s.".formatted(Shown.of(word.text()), asked.at().key()),
              Spelling.suggestion(word.text(), options));
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
        slightly(
            text.file(),
            text.at(),
            "The message (%s) is not named after its condition.".formatted(text.message()),
            "Write message: %s".formatted(key));
      }
    }
  }

  private void requireCite(Declared.Text text) {
    // That there is none at all is told already.
    if (text.cite().isBlank() && !text.cite().isEmpty()) {
      slightly(text.file(), text.at(), "The citation is blank.", "Name the law this rests on.");
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
      var where = where(at);
      problem(
          where.file(),
          where.at(),
          "(%s) rests on itself: %s.".formatted(at.name(), names),
          "Let one of them read the facts instead.");
      path.forEach(member -> findings.doubt(where(member).id()));
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

  private record Where(String id, PackFile file, Node at) {}

  private Where where(Attribute attribute) {
    var definition = declared.definitions.get(attribute.name());
    if (definition != null) {
      return new Where(definition.id, definition.file, definition.at);
    }
    var id = attribute.name().replaceAll("\\.eligible$", "");
    var program = declared.programs.get(id);
    if (attribute instanceof Eligibility && program != null) {
      return new Where(program.id, program.file, program.at);
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
    var source = declared.programs.get(program.id());
    if (source == null) {
      return;
    }
    int heldFrom =
        Optional.ofNullable(declared.places.get(source.place()))
            .map(Declared.Place::coversFrom)
            .orElse(PackReader.LONG_AGO);
    if (!canHold(program.conditions(), List.of(), heldFrom)) {
      findings.doubt(program.id());
      problem(
          source.file,
          source.at,
          "Nobody can ever meet all conditions of %s.".formatted(program.id()),
          "Two of them contradict each other.");
      return;
    }
    for (Route route : program.routes()) {
      var all = new ArrayList<>(program.conditions());
      all.addAll(route.conditions());
      var when = route.when().map(CheckedCondition::expression).stream().toList();
      var at = source.routes.get(route.id());
      if (at != null && !canHold(all, when, heldFrom)) {
        findings.doubt(program.id());
        problem(
            at.file,
            at.at,
            "Nobody can ever take the route (%s) of %s.".formatted(route.id(), program.id()),
            "Two of its conditions contradict each other.");
      }
    }
  }

  // Texts of different dates need not go together, but on some day of the law that is held they
  // must.
  private static boolean canHold(
      List<Condition> conditions, List<Expression> always, int heldFrom) {
    if (conditions.stream().allMatch(condition -> condition.texts().size() == 1)) {
      return Reach.isPossible(together(conditions, always, _ -> true));
    }
    var days = new TreeSet<Integer>();
    days.add(heldFrom);
    for (var condition : conditions) {
      for (var text : condition.texts()) {
        days.add(Math.max(heldFrom, text.from()));
        days.add(Math.max(heldFrom, text.to() == Integer.MAX_VALUE ? heldFrom : text.to() + 1));
      }
    }
    return days.stream()
        .map(day -> together(conditions, always, text -> text.from() <= day && day <= text.to()))
        .anyMatch(Reach::isPossible);
  }

  private static List<Expression> together(
      List<Condition> conditions, List<Expression> always, Predicate<Condition.Text> inForce) {
    var together = new ArrayList<>(always);
    for (var condition : conditions) {
      condition.texts().stream()
          .filter(inForce)
          .forEach(text -> together.add(text.holds().expression()));
    }
    return together;
  }

  private void slightly(PackFile file, Node at, String message, String remedy) {
    findings.addSlight(Problem.at(file.name(), at, message).withRemedy(remedy));
  }

  private void problem(PackFile file, Node at, String message, String remedy) {
    findings.add(Problem.at(file.name(), at, message).withRemedy(remedy));
  }
}
