package org.konbit.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Comparison;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;
import org.konbit.rules.text.Problem;

/** Puts definitions and programs together from their checked conditions. */
final class Assembly {
  private final Declared declared;
  private final Compilation compilation;
  private final Findings findings;

  Assembly(Declared declared, Compilation compilation, Findings findings) {
    this.declared = declared;
    this.compilation = compilation;
    this.findings = findings;
  }

  /** Asks for every condition there is to be checked. */
  void want() {
    for (var definition : declared.definitions.values()) {
      definition.texts.values().forEach(text -> compilation.want(definition, text.is()));
    }
    declared.programs.values().forEach(this::want);
    for (var place : declared.places.values()) {
      place
          .derived()
          .forEach((name, source) ->
              compilation.want(Unusable.derived(place.place(), name), source, Optional.empty()));
    }
  }

  private void want(Declared.Program program) {
    program.conditions.values().forEach(condition -> want(program, condition));
    for (var route : program.routes.values()) {
      route.when.ifPresent(when -> want(program, when, Kind.BOOL));
      route.conditions.values().forEach(condition -> want(program, condition));
    }
    program.premium.ifPresent(premium -> {
      want(program, premium.monthly(), Kind.INT);
      premium.familyMaximum().ifPresent(max -> want(program, max, Kind.INT));
      premium.when().ifPresent(when -> want(program, when, Kind.BOOL));
    });
    program.amount.ifPresent(amount -> want(program, amount.yearly(), Kind.INT));
    for (var note : program.notes.values()) {
      note.when().ifPresent(when -> want(program, when, Kind.BOOL));
    }
  }

  private void want(Declared.Program program, Source source, Kind kind) {
    compilation.want(program.id, source, Optional.of(kind));
  }

  private void want(Declared.Program program, Declared.Condition condition) {
    for (var text : condition.texts.values()) {
      want(program, text.is(), Kind.BOOL);
      text.value().ifPresent(value -> compilation.want(program.id, value, Optional.empty()));
      text.limit().ifPresent(limit -> compilation.want(program.id, limit, Optional.empty()));
    }
  }

  void assemble(Map<String, Definition> definitions, Map<String, Program> programs) {
    for (var definition : declared.definitions.values()) {
      Optional.ofNullable(definitions.get(definition.id))
          .ifPresent(made -> made.is(versions(definition)));
    }
    for (var program : declared.programs.values()) {
      Optional.ofNullable(programs.get(program.id))
          .ifPresent(made -> made.consistsOf(parts(program)));
    }
  }

  private List<Definition.Version> versions(Declared.Definition definition) {
    var versions = new ArrayList<Definition.Version>();
    for (var text : definition.texts.values()) {
      int to = lastDay(definition.texts, text, definition.id, definition.id);
      checked(text.is())
          .ifPresent(is -> versions.add(new Definition.Version(text.from(), to, is.expression())));
    }
    return versions;
  }

  // Without an end of its own, a text holds until the day before the next one.
  private int lastDay(
      SortedMap<Integer, Declared.Text> texts, Declared.Text text, String id, String owner) {
    var later = texts.tailMap(text.from() + 1);
    var next = later.isEmpty() ? null : later.firstKey();
    if (text.to().isEmpty()) {
      return next == null ? Integer.MAX_VALUE : next - 1;
    }
    int to = text.to().get();
    if (to < text.from()) {
      problem(text, owner, "(%s) ends before it begins.".formatted(id));
    } else if (next != null && to >= next) {
      problem(text, owner, "(%s) overlaps its next text, of %s.".formatted(id, date(next)));
    } else if (next != null && to < next - 1) {
      problem(
          text,
          owner,
          "(%s) leaves a gap before its next text: nothing holds from %s to %s."
              .formatted(id, date(to + 1), date(next - 1)));
    }
    return to;
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  private void problem(Declared.Text text, String owner, String message) {
    findings.doubt(owner);
    findings.add(
        Problem.at(text.file().name(), text.at(), message)
            .withRemedy("Let each text end on the day before the next begins."));
  }

  private Program.Parts parts(Declared.Program program) {
    var offered =
        program
            .offered
            .map(given ->
                new Program.Offered(
                    given.from(), given.to().orElse(Integer.MAX_VALUE), given.cite()))
            .orElse(new Program.Offered(PackReader.LONG_AGO, Integer.MAX_VALUE, ""));
    return new Program.Parts(
        offered,
        program.meantFor.orElseGet(() -> citesOfRoutes(program)),
        conditions(program.id, program.conditions.values()),
        program.routes.values().stream().map(route -> route(program.id, route)).toList(),
        program.premium.flatMap(this::premium),
        program.amount.flatMap(amount ->
            checked(amount.yearly()).map(yearly -> new Program.Amount(yearly, amount.cite()))),
        program.notes.values().stream().map(this::note).toList(),
        program.apply);
  }

  private static String citesOfRoutes(Declared.Program program) {
    return program.routes.values().stream()
        .flatMap(route -> route.conditions.values().stream().limit(1))
        .map(condition -> condition.texts.lastEntry().getValue().cite())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private Route route(String program, Declared.Route route) {
    return new Route(
        route.id,
        route.when.flatMap(this::checked),
        conditions(program, route.conditions.values()));
  }

  private List<Condition> conditions(String program, Iterable<Declared.Condition> conditions) {
    var made = new ArrayList<Condition>();
    for (var condition : conditions) {
      var texts = new ArrayList<Condition.Text>();
      for (var text : condition.texts.values()) {
        int to = lastDay(condition.texts, text, condition.id, program);
        checked(text.is()).ifPresent(holds -> texts.add(text(text, to, holds)));
      }
      if (!texts.isEmpty()) {
        made.add(new Condition(condition.id, texts));
      }
    }
    return made;
  }

  private Condition.Text text(Declared.Text text, int to, CheckedCondition holds) {
    var compared = Comparison.firstIn(holds.expression());
    var value = text.value().flatMap(this::checked).map(CheckedCondition::expression);
    var limit = text.limit().flatMap(this::checked).map(CheckedCondition::expression);
    return new Condition.Text(
        text.from(),
        to,
        holds,
        text.cite(),
        text.message(),
        value.or(() -> compared.map(Comparison::left)).filter(Assembly::canBeShown),
        limit
            .or(() -> value.isPresent() ? Optional.empty() : compared.map(Comparison::right))
            .filter(Assembly::canBeShown),
        compared.filter(Comparison::isUnderOrReaches).isPresent());
  }

  private static boolean canBeShown(Expression expression) {
    return expression.standsAlone() && expression.kind().isSingle();
  }

  private Optional<Program.Premium> premium(Declared.Premium premium) {
    return checked(premium.monthly())
        .map(monthly ->
            new Program.Premium(
                monthly,
                premium.cite(),
                premium.group(),
                premium.familyMaximum().flatMap(this::checked),
                premium.when().flatMap(this::checked)));
  }

  private Program.Note note(Declared.Note note) {
    return new Program.Note(
        note.id(),
        note.when().flatMap(this::checked),
        note.outcomes(),
        note.surely(),
        note.cite(),
        note.message());
  }

  private Optional<CheckedCondition> checked(Source source) {
    return compilation.of(source);
  }
}
