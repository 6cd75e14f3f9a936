package org.konbit.rules.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Words;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Spelling;

/** Reads a pack's files into declarations, telling everything that is malformed. */
final class PackReader {
  static final int LONG_AGO = Math.toIntExact(java.time.LocalDate.of(1900, 1, 1).toEpochDay());
  private static final Map<String, Kind> KINDS =
      Map.of(
          "bool", Kind.BOOL, "int", Kind.INT, "rate", Kind.INT, "string", Kind.WORD, "date",
          Kind.DATE);

  private final Declared declared;
  private final List<Problem> problems;

  PackReader(Declared declared, List<Problem> problems) {
    this.declared = declared;
    this.problems = problems;
  }

  void read(PackFile file) {
    var fields = new Fields(file, file.root(), problems);
    if (fields.optional("pack").isPresent()) {
      place(fields);
    }
    facts(fields);
    parameters(fields);
    fields.items("definitions").forEach(this::definition);
    new GuidanceReader(declared, problems).read(fields);
    if (fields.optional("program").isPresent()) {
      new ProgramReader(declared, this).read(fields);
    }
    fields.nothingElse();
  }

  private void place(Fields fields) {
    var file = fields.file();
    var place = fields.requiredText("pack");
    var covers = fields.below("covers");
    int from = covers.flatMap(below -> below.day("from")).orElse(LONG_AGO);
    covers.ifPresent(below -> {
      below.requiredText("cite");
      below.nothingElse();
    });
    var ranking = new java.util.ArrayList<Declared.Ranked>();
    if (fields.optional("ranking").orElse(null) instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Node.Scalar scalar) {
          ranking.add(new Declared.Ranked(scalar.text(), file, item));
        }
      }
    }
    var derived = new LinkedHashMap<String, Source>();
    for (var entry : fields.entries("derived")) {
      if (entry.value() instanceof Node.Scalar scalar) {
        derived.put(entry.key(), new Source(file, scalar));
      }
    }
    var sensitivity = new LinkedHashMap<String, Integer>();
    for (var entry : fields.entries("sensitivity")) {
      fields
          .number(entry.value(), false)
          .ifPresent(number -> sensitivity.put(entry.key(), Math.toIntExact(number)));
    }
    var coarse = new LinkedHashMap<String, Map<String, List<String>>>();
    for (var entry : fields.entries("coarse")) {
      var groups = new LinkedHashMap<String, List<String>>();
      for (var group : fields.entriesOf(entry.value())) {
        groups.put(group.key(), fields.wordsOf(group.value()));
      }
      coarse.put(entry.key(), groups);
    }
    var name = fields.requiredText("name");
    var state = fields.text("state");
    declared.places.put(
        place,
        new Declared.Place(
            file, fields.node(), place, name, state, from, ranking, derived, sensitivity, coarse));
  }

  private void facts(Fields fields) {
    for (var entry : fields.entries("facts")) {
      var fact = new Fields(fields.file(), entry.value(), problems);
      var type = fact.requiredText("type");
      var assume = fact.requiredText("assume");
      fact.requiredText("cite");
      var message = fact.requiredText("message");
      fact.nothingElse();
      long assumed =
          switch (assume) {
            case "true" -> Values.TRUE;
            case "false" -> Values.FALSE;
            case "none", "null" -> Values.NONE;
            default -> fact.optional("assume").flatMap(node -> fact.number(node, false)).orElse(0L);
          };
      declared.facts.put(
          entry.key(),
          new Declared.ExtraFact(
              fields.file(), entry.value(), entry.key(), type, assumed, message));
    }
  }

  private void parameters(Fields fields) {
    for (var entry : fields.entries("parameters")) {
      var id = full(fields.file(), entry.key());
      var below = new Fields(fields.file(), entry.value(), problems);
      var parameter =
          declared.parameters.computeIfAbsent(
              id, _ -> new Declared.Parameter(fields.file(), entry.value(), id));
      new ParameterReader(below, parameter).read();
    }
  }

  private void definition(Fields fields) {
    var id = fields.requiredText("id");
    var type = fields.text("type").orElse("bool");
    var kind = KINDS.get(type);
    if (kind == null) {
      fields.problem(
          fields.node(),
          "(%s) is no type.".formatted(type),
          Spelling.suggestion(type, KINDS.keySet()));
      kind = Kind.BOOL;
    }
    var unit = type.equals("rate") ? Unit.RATE : unit(fields.text("unit").orElse(""));
    var arguments = new LinkedHashMap<String, Kind>();
    for (var entry : fields.entries("args")) {
      arguments.put(
          entry.key(),
          entry.value() instanceof Node.Scalar scalar
              ? KINDS.getOrDefault(scalar.text(), Kind.INT)
              : Kind.INT);
    }
    var fullId = full(fields.file(), id);
    var known = kind;
    var definition =
        declared.definitions.computeIfAbsent(
            fullId,
            _ ->
                new Declared.Definition(
                    fields.file(), fields.node(), fullId, known, unit, arguments));
    text(fields, "is", Optional.of("")).ifPresent(text -> put(fields, id, definition.texts, text));
    fields.nothingElse();
  }

  /** Adds a text; one of the same day in the same file was surely a slip, not a replacement. */
  void put(Fields fields, String id, Map<Integer, Declared.Text> texts, Declared.Text text) {
    var before = texts.put(text.from(), text);
    if (before != null && before.file().equals(text.file())) {
      fields.problem(
          fields.node(),
          "(%s) has a text from this day already, in line (%d).".formatted(id, before.at().line()),
          "Give one of them another id or another from.");
    }
  }

  /**
   * One dated text.
   *
   * @param message given where the text needs none of its own
   */
  Optional<Declared.Text> text(Fields fields, String key, Optional<String> message) {
    var is = fields.requiredSource(key);
    var cite = fields.requiredText("cite");
    int from = fields.day("from").orElse(LONG_AGO);
    var to = fields.day("to");
    var says = message.orElseGet(() -> fields.requiredText("message"));
    var value = fields.source("value");
    var limit = fields.source("limit");
    return is.map(source ->
        new Declared.Text(
            fields.file(), fields.node(), from, to, source, cite, says, value, limit));
  }

  static String full(PackFile file, String id) {
    return id.contains(".") ? id : file.place() + "." + id;
  }

  static Unit unit(String words) {
    var lower = words.toLowerCase(Locale.ROOT);
    if (lower.startsWith("dollars") || lower.startsWith("cents")) {
      return Unit.CENTS;
    }
    return switch (lower.replaceFirst("[ _].*", "")) {
      case "rate" -> Unit.RATE;
      case "percent" -> Unit.PERCENT;
      case "hundredths" -> Unit.HUNDREDTHS_OF_PERCENT;
      case "years", "year" -> Unit.YEARS;
      case "months", "month" -> Unit.MONTHS;
      case "days", "day" -> Unit.DAYS;
      case "people" -> Unit.PEOPLE;
      default -> Unit.PLAIN;
    };
  }

  static long word(String text) {
    return Words.code(text);
  }
}
