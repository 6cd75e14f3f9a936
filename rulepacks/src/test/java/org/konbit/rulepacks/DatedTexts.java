package org.konbit.rulepacks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Parameter;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Program;

/** The texts, definitions and figures of a program that hold on some dates only. */
final class DatedTexts {
  // Before this day no screening is made.
  private static final int FIRST = (int) LocalDate.of(2022, 1, 1).toEpochDay();

  /** One of them, from its first day to its last. */
  record Span(String what, int from, int to) {
    boolean holdsOn(int day) {
      return from <= day && day <= to;
    }

    @Override
    public String toString() {
      return "%s from %s%s"
          .formatted(
              what,
              LocalDate.ofEpochDay(from),
              to == Integer.MAX_VALUE ? "" : " to " + LocalDate.ofEpochDay(to));
    }
  }

  private final List<Span> spans = new ArrayList<>();

  private DatedTexts() {}

  /** Those that hold on any day that is screened, of what changes on such a day. */
  static List<Span> of(Program program) {
    var texts = new DatedTexts();
    texts.offered(program);
    program.conditions().forEach(texts::condition);
    program.routes().forEach(route -> route.conditions().forEach(texts::condition));
    return texts.spans;
  }

  private void offered(Program program) {
    var offered = program.offered();
    add("before it is offered", 0, offered.from() - 1);
    if (offered.to() != Integer.MAX_VALUE) {
      add("while it is offered", offered.from(), offered.to());
      add("after it is offered", offered.to() + 1, Integer.MAX_VALUE);
    }
  }

  private void condition(Condition condition) {
    var texts = condition.texts();
    boolean isDated = texts.size() > 1 || texts.getLast().to() != Integer.MAX_VALUE;
    add("before " + condition.id(), 0, texts.getFirst().from() - 1);
    for (var text : texts) {
      if (isDated || text.from() > FIRST) {
        add(condition.id(), text.from(), text.to());
      }
    }
    if (texts.getLast().to() != Integer.MAX_VALUE) {
      add("after " + condition.id(), texts.getLast().to() + 1, Integer.MAX_VALUE);
    }
  }

  /** What changes of one thing that conditions read. */
  static List<Span> of(Attribute attribute) {
    var texts = new DatedTexts();
    if (attribute instanceof Definition definition && definition.versions().size() > 1) {
      definition
          .versions()
          .forEach(version -> texts.add(definition.name(), version.from(), version.to()));
    }
    if (attribute instanceof Parameter parameter && parameter.days().length > 1) {
      var days = parameter.days();
      for (int i = 0; i < days.length; i++) {
        int to = i + 1 < days.length ? days[i + 1] - 1 : Integer.MAX_VALUE;
        texts.add(parameter.name(), days[i], to);
      }
    }
    return texts.spans;
  }

  /** Every definition and figure that the program rests on, itself or through another. */
  static Set<Attribute> readBy(Program program) {
    var read = new HashSet<Attribute>();
    for (var route : program.routes()) {
      route.when().ifPresent(when -> gather(when.expression(), read));
      route.conditions().forEach(condition -> gather(condition, read));
    }
    program.conditions().forEach(condition -> gather(condition, read));
    program.premium().ifPresent(premium -> gather(premium.monthly().expression(), read));
    program.amount().ifPresent(amount -> gather(amount.yearly().expression(), read));
    return read;
  }

  private static void gather(Condition condition, Set<Attribute> read) {
    condition.texts().forEach(text -> gather(text.holds().expression(), read));
  }

  private static void gather(Expression expression, Set<Attribute> read) {
    var here = new ArrayList<Attribute>();
    expression.readsInto(here);
    for (var attribute : here) {
      if (read.add(attribute) && attribute instanceof Definition definition) {
        definition.versions().forEach(version -> gather(version.is(), read));
      }
    }
  }

  // Texts that begin and end together are shown by one example.
  private void add(String what, int from, int to) {
    if (to >= FIRST && spans.stream().noneMatch(span -> span.from() == from && span.to() == to)) {
      spans.add(new Span(what, from, to));
    }
  }
}
