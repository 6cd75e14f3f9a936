package org.konbit.screening.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Program;

/** Which programs read a figure or a definition, themselves or through other definitions. */
final class Readers {
  private final Map<String, Set<String>> programs = new HashMap<>();

  Readers(RulePacks packs) {
    packs.programs().forEach(this::note);
  }

  /** The ids of the programs that read what has this id, in the packs' order. */
  List<String> of(String id) {
    return List.copyOf(programs.getOrDefault(id, Set.of()));
  }

  private void note(Program program) {
    var read = new HashSet<Attribute>();
    conditions(program.conditions(), read);
    program
        .routes()
        .forEach(route -> {
          route.when().ifPresent(when -> follow(when, read));
          conditions(route.conditions(), read);
        });
    program
        .premium()
        .ifPresent(premium -> {
          follow(premium.monthly(), read);
          premium.when().ifPresent(when -> follow(when, read));
          premium.familyMaximum().ifPresent(maximum -> follow(maximum, read));
        });
    program.amount().ifPresent(amount -> follow(amount.yearly(), read));
    for (var attribute : read) {
      programs.computeIfAbsent(attribute.name(), _ -> new LinkedHashSet<>()).add(program.id());
    }
  }

  private static void conditions(List<Condition> conditions, Set<Attribute> read) {
    for (var condition : conditions) {
      condition.texts().forEach(text -> follow(text.holds(), read));
    }
  }

  private static void follow(CheckedCondition condition, Set<Attribute> read) {
    follow(condition.expression(), read);
  }

  // Another program's outcome is where one program ends and the next begins.
  private static void follow(Expression expression, Set<Attribute> read) {
    var here = new LinkedHashSet<Attribute>();
    expression.readsInto(here);
    for (var attribute : here) {
      if (read.add(attribute) && attribute instanceof Definition definition) {
        definition.versions().forEach(version -> follow(version.is(), read));
      }
    }
  }
}
