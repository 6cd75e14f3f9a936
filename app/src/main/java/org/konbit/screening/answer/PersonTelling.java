package org.konbit.screening.answer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;

/** Tells one member's part of an answer. */
final class PersonTelling {
  // What the packs call the note on 8 USC 1182(a)(4), by which whatever is used may count.
  private static final String PUBLIC_CHARGE = "public_charge";

  /** A note of one or several programs. */
  private record Noted(String id, String message, String cite) {}

  private final Law law;
  private final RuleWords words;
  private final MemberLabels labels;
  private final ProgramTelling programs;
  private final ReasonTelling reasons;
  private final OpenTelling open;
  private final Set<String> shared;
  private final Set<List<Said>> cautioned = new HashSet<>();

  /**
   * @param shared programs that are open to the whole family and told once
   */
  PersonTelling(
      FamilyScreening family,
      RuleWords words,
      MemberLabels labels,
      ReasonTelling reasons,
      Set<String> shared) {
    this.law = family.law();
    this.words = words;
    this.labels = labels;
    this.programs = new ProgramTelling(law, words);
    this.reasons = reasons;
    this.open = new OpenTelling(law, words);
    this.shared = shared;
  }

  AnswerPage.Person told(Standing standing, int number) {
    var member = standing.member();
    var sure = standing.sure();
    var all = Stream.concat(sure.stream(), standing.also().stream()).toList();
    var notes = notes(all);
    // What is still open may turn out to be got: it is better decided with the caution in mind.
    var charge = publicCharge(notes(withOpen(standing, all)), all);
    var goodToKnow = ofSeveral(notes);
    var elsewhere = new LinkedHashSet<String>();
    notes.keySet().stream()
        .filter(note -> isCaution(note) || goodToKnow.containsKey(note))
        .forEach(note -> elsewhere.add(note.message()));
    var refused = standing.refusals();
    return new AnswerPage.Person(
        anchor(number),
        labels.of(member.id()).heading(),
        sure.map(result -> Mark.of(law, result.program())).orElse(Mark.of(law, member.best())),
        headline(standing),
        sure.map(result -> programs.told(result, elsewhere)),
        charge,
        goodToKnow.entrySet().stream().map(this::caution).toList(),
        programs.kinds(
            standing.also().stream().filter(one -> !shared.contains(one.program())).toList(),
            elsewhere),
        shared.isEmpty() ? Optional.empty() : Optional.of(words.programs(List.copyOf(shared))),
        open.asks(standing),
        open.supposed(standing),
        reasons.turnings(refused),
        sure.map(reasons::reasons).orElse(List.of()),
        reasons.refusals(refused),
        member.assumes().stream().map(words::say).toList());
  }

  private static List<ProgramResult> withOpen(Standing standing, List<ProgramResult> all) {
    return Stream.concat(all.stream(), standing.with(Outcome.UNKNOWN).stream()).toList();
  }

  static String anchor(int number) {
    return "person-" + (number + 1);
  }

  private String headline(Standing standing) {
    var label = labels.of(standing.member().id());
    var kind =
        standing.sure().isPresent()
            ? (standing.isOpen() ? "at-least" : "can-get")
            : (standing.isOpen() ? "not-settled" : "nothing-known");
    var name = standing.sure().map(sure -> words.program(sure.program()).text()).orElse("");
    return label.isReader()
        ? words.t().localize("screening.answer.you-" + kind, name)
        : words.t().localize("screening.answer.they-" + kind, label.name(), name);
  }

  // The same sentence may stand with different citations; it is told once, with the first.
  private Map<Noted, Set<String>> notes(List<ProgramResult> results) {
    var byMessage = new LinkedHashMap<String, Noted>();
    var notes = new LinkedHashMap<Noted, Set<String>>();
    for (ProgramResult result : results) {
      for (String message : result.notes()) {
        var note = byMessage.computeIfAbsent(message, key -> noted(result.program(), key));
        notes.computeIfAbsent(note, _ -> new LinkedHashSet<>()).add(result.program());
      }
    }
    return notes;
  }

  private Noted noted(String program, String message) {
    return law.packs().program(program).map(Program::notes).orElse(List.of()).stream()
        .filter(note -> note.message().equals(message))
        .findFirst()
        .map(note -> new Noted(note.id(), message, note.cite()))
        .orElse(new Noted("", message, ""));
  }

  private static boolean isCaution(Noted note) {
    return note.id().equals(PUBLIC_CHARGE);
  }

  private Optional<AnswerPage.Charge> publicCharge(
      Map<Noted, Set<String>> notes, List<ProgramResult> open) {
    var cautions = new LinkedHashMap<Noted, Set<String>>();
    notes.forEach((note, about) -> {
      if (isCaution(note)) {
        cautions.put(note, about);
      }
    });
    if (cautions.isEmpty()) {
      return Optional.empty();
    }
    foldFederal(cautions);
    var others = new LinkedHashSet<>(open.stream().map(ProgramResult::program).toList());
    cautions.values().forEach(others::removeAll);
    var told = cautions.entrySet().stream().map(this::caution).toList();
    boolean isNew = cautioned.add(told.stream().map(AnswerPage.Caution::text).toList());
    return Optional.of(
        new AnswerPage.Charge(
            told,
            others.isEmpty() ? Optional.empty() : Optional.of(words.programs(List.copyOf(others))),
            !isNew));
  }

  // A state's caution says all that the federal one says, and more.
  private static void foldFederal(Map<Noted, Set<String>> cautions) {
    var ofState = cautions.keySet().stream().filter(note -> !isFederal(note)).findFirst();
    if (ofState.isPresent()) {
      for (Noted note : cautions.keySet().stream().filter(PersonTelling::isFederal).toList()) {
        var about = cautions.remove(note);
        cautions.computeIfAbsent(ofState.get(), _ -> new LinkedHashSet<>()).addAll(about);
      }
    }
  }

  private static boolean isFederal(Noted note) {
    return note.message().startsWith("us.");
  }

  private static Map<Noted, Set<String>> ofSeveral(Map<Noted, Set<String>> notes) {
    var ofSeveral = new LinkedHashMap<Noted, Set<String>>();
    notes.forEach((note, about) -> {
      if (!isCaution(note) && about.size() > 1) {
        ofSeveral.put(note, about);
      }
    });
    return ofSeveral;
  }

  private AnswerPage.Caution caution(Map.Entry<Noted, Set<String>> note) {
    return new AnswerPage.Caution(
        words.say(note.getKey().message()),
        words.programs(List.copyOf(note.getValue())),
        note.getKey().cite());
  }

  /** Programs that every member can get on the same terms, so that they are told once. */
  static Set<String> shared(List<Standing> family) {
    var shared = new LinkedHashSet<String>();
    if (family.size() < 2) {
      return shared;
    }
    for (ProgramResult first : family.getFirst().also()) {
      if (family.stream().allMatch(standing -> isAlike(standing, first))) {
        shared.add(first.program());
      }
    }
    return shared;
  }

  private static boolean isAlike(Standing standing, ProgramResult first) {
    return standing.also().stream()
        .filter(result -> result.program().equals(first.program()))
        .anyMatch(result ->
            result.outcome() == Outcome.ELIGIBLE
                && result.notes().equals(first.notes())
                && result.amountAnnualCents().isEmpty()
                && result.until().equals(first.until()));
  }
}
