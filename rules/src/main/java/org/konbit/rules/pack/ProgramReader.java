package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Spelling;

/** Reads one program: its conditions, routes, premium, amount, notes and examples. */
final class ProgramReader {
  private static final Set<String> KINDS =
      Set.of(
          "coverage",
          "partial",
          "emergency",
          "food",
          "tax_credit",
          "care",
          "marketplace",
          "savings",
          "cash");
  private static final List<String> OUTCOMES = List.of("eligible", "ineligible", "unknown");

  /** What only a program has. */
  static final List<String> PARTS =
      List.of(
          "kind",
          "offered",
          "meantFor",
          "conditions",
          "routes",
          "premium",
          "amount",
          "apply",
          "notes",
          "examples");

  private final Declared declared;
  private final PackReader packs;
  private final Findings findings;

  ProgramReader(Declared declared, PackReader packs, Findings findings) {
    this.declared = declared;
    this.packs = packs;
    this.findings = findings;
  }

  void read(Fields fields) {
    var id = fields.requiredText("program");
    if (!id.matches("[a-z]{2}\\.[a-z0-9_]+")) {
      fields.problem(
          fields.node(),
          "(%s) is no program id.".formatted(id),
          "Write the place, a dot and a name: ma.standard.");
      fields.hasAny(PARTS);
      findings.lose(fields.file().name(), fields.file().text());
      return;
    }
    int before = findings.grave();
    var program =
        declared.programs.computeIfAbsent(
            id, _ -> new Declared.Program(fields.file(), fields.node(), id));
    fields.text("kind").ifPresent(kind -> kind(fields, program, kind));
    fields.below("offered").ifPresent(offered -> program.offered = Optional.of(offered(offered)));
    fields.below("meantFor").ifPresent(meant -> program.meantFor = Optional.of(cite(meant)));
    conditions(fields, program.conditions);
    fields.items("routes").forEach(item -> route(item, program));
    fields.below("premium").flatMap(this::premium).ifPresent(p -> program.premium = Optional.of(p));
    fields.below("amount").flatMap(this::amount).ifPresent(a -> program.amount = Optional.of(a));
    fields.below("apply").ifPresent(apply -> program.apply = Optional.of(apply(apply, program)));
    fields.items("notes").forEach(item -> note(item, program));
    if (findings.grave() > before) {
      findings.doubt(id);
    }
    fields.items("examples").forEach(this::example);
  }

  private static void kind(Fields fields, Declared.Program program, String kind) {
    if (!KINDS.contains(kind)) {
      fields.problem(
          fields.node(),
          "(%s) is no kind of program.".formatted(kind),
          Spelling.suggestion(kind, KINDS));
    }
    program.kind = kind;
  }

  private static Declared.Offered offered(Fields fields) {
    var offered =
        new Declared.Offered(
            fields.day("from").orElse(PackReader.LONG_AGO),
            fields.day("to"),
            fields.requiredText("cite"));
    fields.nothingElse();
    if (offered.to().filter(to -> to < offered.from()).isPresent()) {
      fields.problem(fields.node(), "The program ends before it begins.", "");
    }
    return offered;
  }

  private static String cite(Fields fields) {
    var cite = fields.requiredText("cite");
    fields.nothingElse();
    return cite;
  }

  private void conditions(Fields fields, Map<String, Declared.Condition> into) {
    var notes = new ArrayList<Fields>();
    for (var item : fields.items("conditions")) {
      if (item.optional("holds").isEmpty() && item.hasAny(List.of("when", "outcomes"))) {
        notes.add(item);
      } else {
        condition(item, into);
      }
    }
    // All that follow are there for the same reason.
    if (!notes.isEmpty()) {
      var first = notes.getFirst();
      first.problem(
          first.node(),
          "A note stands among the conditions here.",
          "Perhaps the line “notes:” is missing before it.");
    }
  }

  private void condition(Fields fields, Map<String, Declared.Condition> into) {
    var id = fields.requiredText("id");
    var text = packs.text(fields, "holds", Optional.empty());
    if (text.isPresent() && !id.isEmpty()) {
      var condition = into.computeIfAbsent(id, Declared.Condition::new);
      packs.put(fields, id, condition.texts, text.get());
    }
    fields.nothingElse();
  }

  private void route(Fields fields, Declared.Program program) {
    var id = fields.requiredText("id");
    var route =
        program.routes.computeIfAbsent(
            id, _ -> new Declared.Route(id, fields.file(), fields.node()));
    fields.source("when").ifPresent(when -> route.when = Optional.of(when));
    conditions(fields, route.conditions);
    fields.nothingElse();
  }

  private Optional<Declared.Premium> premium(Fields fields) {
    var monthly = fields.requiredSource("monthly");
    var cite = fields.requiredText("cite");
    var group = fields.text("group").orElse("");
    var maximum = fields.source("familyMaximum");
    var when = fields.source("when");
    fields.nothingElse();
    return monthly.map(source -> new Declared.Premium(source, cite, group, maximum, when));
  }

  private Optional<Declared.Amount> amount(Fields fields) {
    var yearly = fields.requiredSource("yearly");
    var cite = fields.requiredText("cite");
    fields.nothingElse();
    return yearly.map(source -> new Declared.Amount(source, cite));
  }

  private Program.Apply apply(Fields fields, Declared.Program program) {
    declared.said(fields, program.id + ".summary");
    declared.said(fields, program.id + ".how");
    return GuidanceReader.apply(fields, fields.file());
  }

  private void note(Fields fields, Declared.Program program) {
    var id = fields.requiredText("id");
    var outcomes = fields.words("outcomes");
    var message = fields.requiredText("message");
    if (message.isEmpty()) {
      findings.doubt(program.id); // what is told with it cannot be as an example says
    }
    program.notes.put(
        id,
        new Declared.Note(
            fields.file(),
            fields.node(),
            id,
            fields.source("when"),
            outcomes.isEmpty() ? OUTCOMES : outcomes,
            fields.flag("surely"),
            fields.requiredText("cite"),
            message));
    fields.nothingElse();
  }

  private void example(Fields fields) {
    var name = fields.requiredText("name");
    var household = fields.required("household");
    var expect =
        fields.required("expect").map(value -> new Fields(fields.file(), value, findings).node());
    var premium =
        fields
            .below("expectHousehold")
            .flatMap(below -> {
              var cents =
                  below.required("premiumMonthlyCents").flatMap(n -> below.number(n, false));
              below.nothingElse();
              return cents;
            });
    fields.nothingElse();
    if (household.isPresent() && expect.isPresent()) {
      declared.examples.add(
          new Declared.Example(
              fields.file(), fields.node(), name, household.get(), expect.get(), premium));
    }
  }
}
