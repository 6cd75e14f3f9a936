package org.konbit.rules.pack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Words;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Spelling;

/** Reads a pack's files into declarations, telling everything that is malformed. */
final class PackReader {
  static final int LONG_AGO = Math.toIntExact(java.time.LocalDate.of(1900, 1, 1).toEpochDay());
  private static final Map<String, Kind> KINDS =
      Map.of(
          "bool", Kind.BOOL, "int", Kind.INT, "rate", Kind.INT, "string", Kind.WORD, "date",
          Kind.DATE);

  private final Declared declared;
  private final Findings findings;

  PackReader(Declared declared, Findings findings) {
    this.declared = declared;
    this.findings = findings;
  }

  void read(PackFile file) {
    var fields = new Fields(file, file.root(), findings);
    if (fields.optional("pack").isPresent()) {
      place(fields);
    }
    facts(fields);
    parameters(fields);
    fields.items("definitions").forEach(this::definition);
    new GuidanceReader(declared, findings).read(fields);
    if (fields.optional("program").isPresent()) {
      new ProgramReader(declared, this, findings).read(fields);
    } else if (fields.hasAny(ProgramReader.PARTS)) {
      // Without its name nothing of a program can be judged.
      fields.required("program");
      findings.lose(file.name(), file.text());
    }
    int before = findings.grave();
    if (fields.hasUnasked()) {
      // Whatever stands below such a name is not unknown as well.
      findings.lose(file.name(), file.text());
    }
    fields.nothingElse();
    if (findings.grave() > before) {
      fields.text("program").ifPresent(findings::doubt);
    }
  }

  private void place(Fields fields) {
    int before = findings.grave();
    new PlaceReader(declared, fields).read();
    if (findings.grave() > before) {
      findings.doubt(fields.requiredText("pack"));
    }
  }

  private void facts(Fields fields) {
    for (var entry : fields.entries("facts")) {
      int before = findings.grave();
      var fact = new Fields(fields.file(), entry.value(), findings);
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
      if (findings.grave() > before) {
        findings.doubtType(Declared.ExtraFact.inConditions(entry.key()));
      }
    }
  }

  private void parameters(Fields fields) {
    for (var entry : fields.entries("parameters")) {
      var id = full(fields.file(), entry.key());
      int before = findings.grave();
      var below = new Fields(fields.file(), entry.value(), findings);
      var parameter =
          declared.parameters.computeIfAbsent(
              id, _ -> new Declared.Parameter(fields.file(), entry.value(), id));
      new ParameterReader(below, parameter).read();
      if (findings.grave() > before) {
        findings.doubtType(id);
      }
    }
  }

  private void definition(Fields fields) {
    int before = findings.grave();
    var id = fields.requiredText("id");
    var kind = kind(fields);
    var unit =
        fields.text("type").filter("rate"::equals).isPresent()
            ? Unit.RATE
            : unit(fields.text("unit").orElse(""));
    var arguments = new LinkedHashMap<String, Kind>();
    for (var entry : fields.entries("args")) {
      arguments.put(entry.key(), argument(fields, entry));
    }
    var fullId = full(fields.file(), id);
    boolean isTyped = findings.grave() == before;
    var definition =
        declared.definitions.computeIfAbsent(
            fullId,
            _ ->
                new Declared.Definition(
                    fields.file(), fields.node(), fullId, kind, unit, arguments));
    text(fields, "is", Optional.of("")).ifPresent(text -> put(fields, id, definition.texts, text));
    fields.nothingElse();
    if (id.isEmpty()) {
      // Whatever it was to be called is not unknown as well.
      declared.definitions.remove(fullId);
      findings.lose(fields.file().name(), fields.singleWords());
    } else if (!isTyped) {
      findings.doubtType(fullId);
    } else if (findings.grave() > before) {
      findings.doubt(fullId);
    }
  }

  private static Kind kind(Fields fields) {
    var type = fields.text("type").orElse("bool");
    var kind = KINDS.get(type);
    if (kind == null) {
      fields.problem(
          fields.node(),
          "(%s) is no type.".formatted(type),
          Spelling.suggestion(type, KINDS.keySet()));
      return Kind.BOOL;
    }
    return kind;
  }

  private static Kind argument(Fields fields, Node.Entry entry) {
    var type = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
    if (!KINDS.containsKey(type)) {
      fields.problem(
          entry.value(),
          "(%s) is no type.".formatted(type),
          Spelling.suggestion(type, KINDS.keySet()));
    }
    return KINDS.getOrDefault(type, Kind.INT);
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
