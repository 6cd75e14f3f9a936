package org.konbit.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.konbit.rules.household.Values;

/** Lists what the packs declare, dated, with citation and place. */
final class LawBook {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Declared declared;
  private final List<LawText> texts = new ArrayList<>();

  LawBook(Declared declared) {
    this.declared = declared;
  }

  List<LawText> texts() {
    declared.parameters.values().forEach(this::parameter);
    for (var definition : declared.definitions.values()) {
      texts(LawText.Kind.DEFINITION, definition.id, definition.texts.values());
    }
    declared.programs.values().forEach(this::program);
    return List.copyOf(texts);
  }

  private void parameter(Declared.Parameter parameter) {
    parameter.series.forEach((day, value) ->
        add(parameter, LawText.Kind.PARAMETER, LocalDate.ofEpochDay(day), shown(parameter, value)));
    parameter.table.forEach((year, value) ->
        add(parameter, LawText.Kind.TABLE, LocalDate.of(year, 1, 1), shown(parameter, value)));
  }

  private void add(Declared.Parameter parameter, LawText.Kind kind, LocalDate from, String value) {
    texts.add(
        new LawText(
            kind,
            parameter.id,
            from,
            Optional.empty(),
            value,
            parameter.unitWords,
            parameter.cite,
            parameter.file.name(),
            parameter.at.line(),
            parameter.unverified));
  }

  // Dollars are held as cents.
  private static String shown(Declared.Parameter parameter, Object value) {
    return switch (value) {
      case Long none when none == Values.NONE -> "none";
      case Long cents when parameter.unit == org.konbit.rules.expression.Unit.CENTS ->
          java.math.BigDecimal.valueOf(cents, 2).toPlainString();
      case List<?> words ->
          words.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }

  private void program(Declared.Program program) {
    program.offered.ifPresent(offered ->
        texts.add(
            new LawText(
                LawText.Kind.PROGRAM,
                program.id,
                LocalDate.ofEpochDay(offered.from()),
                offered.to().map(LocalDate::ofEpochDay),
                "offered",
                "",
                offered.cite(),
                program.file.name(),
                program.at.line(),
                false)));
    conditions(program.id, program.conditions.values());
    program.routes.values().forEach(route -> conditions(program.id, route.conditions.values()));
  }

  private void conditions(String program, Collection<Declared.Condition> conditions) {
    for (var condition : conditions) {
      texts(LawText.Kind.CONDITION, program + "." + condition.id, condition.texts.values());
    }
  }

  private void texts(LawText.Kind kind, String id, Collection<Declared.Text> dated) {
    for (var text : dated) {
      texts.add(
          new LawText(
              kind,
              id,
              LocalDate.ofEpochDay(text.from()),
              text.to().map(LocalDate::ofEpochDay),
              BLANKS.matcher(text.is().text().strip()).replaceAll(" "),
              "",
              text.cite(),
              text.file().name(),
              text.at().line(),
              false));
    }
  }
}
