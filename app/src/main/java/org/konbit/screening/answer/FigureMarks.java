package org.konbit.screening.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.pack.LawText;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Program;

/**
 * Which conditions rest on a figure that nobody could verify. A definition that is true or false is
 * not looked into: what it rests on is told by the programs' own notes, to those it concerns.
 */
final class FigureMarks {
  private final Set<String> unverified = new HashSet<>();
  private final Map<Attribute, Boolean> known = new HashMap<>();
  private final Set<String> conditions = new HashSet<>();

  private FigureMarks(RulePacks packs) {
    packs.lawTexts().stream()
        .filter(LawText::isUnverified)
        .map(LawText::id)
        .forEach(unverified::add);
    packs.programs().forEach(this::note);
  }

  /** The message keys of those conditions. */
  static Set<String> unverified(RulePacks packs) {
    return Set.copyOf(new FigureMarks(packs).conditions);
  }

  private void note(Program program) {
    note(program.conditions());
    program.routes().forEach(route -> note(route.conditions()));
  }

  private void note(List<Condition> all) {
    for (Condition condition : all) {
      for (Condition.Text text : condition.texts()) {
        if (rests(text.holds().expression())) {
          conditions.add(text.message());
        }
      }
    }
  }

  private boolean rests(Expression expression) {
    var read = new HashSet<Attribute>();
    expression.readsInto(read);
    return read.stream().anyMatch(this::rests);
  }

  private boolean rests(Attribute attribute) {
    var before = known.putIfAbsent(attribute, false);
    if (before != null) {
      return before;
    }
    boolean rests =
        switch (attribute) {
          case Definition definition ->
              definition.kind() == Kind.INT
                  && definition.versions().stream().anyMatch(version -> rests(version.is()));
          default -> attribute.kind() == Kind.INT && unverified.contains(attribute.name());
        };
    known.put(attribute, rests);
    return rests;
  }
}
