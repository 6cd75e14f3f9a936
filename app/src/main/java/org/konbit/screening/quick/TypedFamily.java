package org.konbit.screening.quick;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.screening.Law;

/** Makes a household of what was typed, or says at each field what is wrong. */
final class TypedFamily {
  /**
   * What became of it.
   *
   * @param problems what is wrong, by the name of the field; empty where there is a household
   */
  record Read(Optional<Household> household, Map<String, String> problems) {}

  private final Law law;
  private final Sheet sheet;
  private final Texts t;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private TypedFamily(Law law, Sheet sheet, Texts t) {
    this.law = law;
    this.sheet = sheet;
    this.t = t;
  }

  static Read read(Law law, Sheet sheet, Texts t) {
    return new TypedFamily(law, sheet, t).read();
  }

  private Read read() {
    var asOf = day();
    var document = document(asOf);
    if (!problems.isEmpty()) {
      return new Read(Optional.empty(), problems);
    }
    var reader =
        new HouseholdReader(
            law.packs().vocabulary(), law.packs().programs().stream().map(Program::id).toList());
    return switch (reader.read("page", document, asOf)) {
      case Reading.Accepted(var household) -> new Read(Optional.of(household), problems);
      case Reading.Refused(var refused) -> {
        refused.forEach(this::note);
        yield new Read(Optional.empty(), problems);
      }
    };
  }

  private LocalDate day() {
    var state =
        law.states().stream().filter(one -> one.code().equals(sheet.value("state"))).findFirst();
    if (state.isEmpty()) {
      problems.put("state", t.localize("screening.quick.wrong-state"));
    }
    try {
      var day = LocalDate.parse(sheet.value("asOf"));
      var first = state.map(Law.State::firstDay).orElse(day);
      if (!day.isBefore(first) && !day.isAfter(Law.LAST_DAY)) {
        return day;
      }
      problems.put(
          "asOf", t.localize("screening.form.date-outside", t.date(first), t.date(Law.LAST_DAY)));
    } catch (DateTimeParseException e) {
      problems.put("asOf", t.localize("screening.form.date-wrong"));
    }
    return Law.LAST_DAY;
  }

  private Node document(LocalDate asOf) {
    var kin = new Kin(sheet, t, problems);
    var answers = new Answers(sheet, t, problems);
    var members = new ArrayList<Node>();
    for (int row = 0; row < sheet.rows(); row++) {
      members.add(answers.of(row, law.packs().vocabulary(), kin.taxes(row)));
    }
    var entries = new ArrayList<Node.Entry>();
    entries.add(Typed.entry("asOf", Typed.word(asOf.toString())));
    entries.add(Typed.entry("state", Typed.word(sheet.value("state"))));
    entries.add(Typed.entry("members", Typed.list(members)));
    entries.add(Typed.entry("relationships", Typed.list(kin.relationships())));
    return Typed.fields(entries);
  }

  // What the reader refuses it tells in English, for it is rare: answers that contradict each
  // other.
  private void note(Problem problem) {
    var said = problem.message() + (problem.remedy().isEmpty() ? "" : " " + problem.remedy());
    problems.putIfAbsent(field(problem.path()), t.localize("screening.quick.wrong-together", said));
  }

  /** The field that a document path is asked in. */
  static String field(String path) {
    var parts = path.split("\\.", 3);
    if (parts[0].equals("relationships")) {
      return Sheet.name(1, Kin.IS);
    }
    if (parts.length < 3 || !parts[0].equals("members")) {
      return List.of("asOf", "state").contains(parts[0]) ? parts[0] : Sheet.name(0, "age");
    }
    int row = Math.max(0, Sheet.number(parts[1].replaceFirst("^p", "")) - 1);
    return Sheet.name(row, fact(parts[2]));
  }

  private static String fact(String path) {
    if (path.equals("birthDate")) {
      return "age";
    }
    if (path.startsWith("income")) {
      return Answers.income(0, "amount");
    }
    if (path.startsWith("insurance.enrolled")) {
      return "insurance.enrolled";
    }
    return path.startsWith("tax.") && !path.equals("tax.taxId") ? Kin.TAXES : path;
  }
}
