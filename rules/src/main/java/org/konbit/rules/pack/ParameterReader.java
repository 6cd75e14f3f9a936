package org.konbit.rules.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konbit.rules.household.Values;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Shown;

/** Reads one parameter: its unit, its citation, and its dated values or its table by year. */
final class ParameterReader {
  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

  private final Fields fields;
  private final Declared.Parameter parameter;
  private final boolean dollars;

  ParameterReader(Fields fields, Declared.Parameter parameter) {
    this.fields = fields;
    this.parameter = parameter;
    var unit = fields.requiredText("unit");
    this.dollars = unit.toLowerCase(Locale.ROOT).startsWith("dollars");
    parameter.unitWords = unit;
    parameter.unit = PackReader.unit(unit);
    parameter.cite = fields.requiredText("cite");
    parameter.unverified |= fields.flag("unverified");
  }

  void read() {
    var options = fields.words("options");
    for (var entry : fields.entries("from")) {
      fields
          .dayOf(entry.key(), entry.value())
          .ifPresent(day -> parameter.series.put(day, value(entry.value(), options)));
    }
    for (var entry : fields.entries("table")) {
      var year = year(entry);
      var row = fields.number(entry.value(), dollars);
      if (year.isPresent() && row.isPresent()) {
        parameter.table.put(year.get(), row.get());
      }
    }
    fields.nothingElse();
    if (!fields.isFaulty() && parameter.series.isEmpty() && parameter.table.isEmpty()) {
      fields.problem(fields.node(), "This parameter has no value.", "Give it from: or table:.");
    }
  }

  private Optional<Integer> year(Node.Entry entry) {
    if (YEAR.matcher(entry.key()).matches()) {
      return Optional.of(Integer.parseInt(entry.key()));
    }
    fields.problem(entry, "(%s) is no year.".formatted(Shown.of(entry.key())), "Write it as 2026.");
    return Optional.empty();
  }

  private Object value(Node node, List<String> options) {
    if (node instanceof Node.Sequence) {
      return fields.wordsOf(node);
    }
    if (!(node instanceof Node.Scalar scalar)) {
      fields.problem(node, "A value or a list of words is wanted here.", "");
      return 0L;
    }
    return switch (scalar.kind()) {
      case BOOLEAN -> scalar.text().equals("true");
      case NUMBER -> fields.number(node, dollars).orElse(0L);
      case NULL -> Values.NONE;
      case WORD -> {
        if (!options.isEmpty() && !options.contains(scalar.text())) {
          fields.problem(node, "(%s) is not among the options.".formatted(scalar.text()), "");
        }
        yield scalar.text();
      }
    };
  }
}
