package org.konbit.screening.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.pack.Guidance;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;

/** Tells what a program is: what it covers and costs, how to apply, what to bring. */
final class ProgramTelling {
  private enum Group {
    HEALTH,
    FOOD,
    MONEY
  }

  // Notes on what applying may give away: never folded, never left off the paper.
  private static final Set<String> WARNINGS = Set.of("data_shared", "removal_order");

  private final Law law;
  private final RuleWords words;

  ProgramTelling(Law law, RuleWords words) {
    this.law = law;
    this.words = words;
  }

  /** A program that is open, without the notes that are told elsewhere. */
  AnswerPage.Coverage told(ProgramResult result, Set<String> toldElsewhere) {
    var id = result.program();
    var apply = law.packs().program(id).flatMap(Program::apply);
    return new AnswerPage.Coverage(
        id,
        Mark.of(law, id),
        words.program(id),
        words.find(id + ".summary"),
        costs(result),
        amount(result),
        result.until().map(day -> words.t().localize("screening.answer.until", words.date(day))),
        words.find(id + ".how"),
        apply.flatMap(how -> law.packs().guidance().channel(how.through())).map(this::where),
        apply.map(Program.Apply::bring).orElse(List.of()).stream()
            .flatMap(paper -> law.packs().guidance().paper(paper).stream())
            .map(paper -> words.say(paper.message()))
            .toList(),
        notes(result, toldElsewhere, true),
        notes(result, toldElsewhere, false));
  }

  private List<Said> notes(ProgramResult result, Set<String> toldElsewhere, boolean isWarning) {
    return result.notes().stream()
        .filter(note -> !toldElsewhere.contains(note))
        .filter(note -> isWarning(result.program(), note) == isWarning)
        .map(words::say)
        .toList();
  }

  private boolean isWarning(String program, String message) {
    return law.packs().program(program).map(Program::notes).orElse(List.of()).stream()
        .anyMatch(note -> note.message().equals(message) && WARNINGS.contains(note.id()));
  }

  private AnswerPage.Where where(Guidance.Channel channel) {
    return new AnswerPage.Where(words.say(channel.message()), channel.link(), channel.phone());
  }

  private List<Said> costs(ProgramResult result) {
    var costs = new ArrayList<Said>();
    result
        .premiumMonthlyCents()
        .ifPresent(cents ->
            costs.add(
                Said.own(
                    cents == 0
                        ? words.t().localize("screening.answer.no-premium")
                        : words.t().localize("screening.answer.premium", words.dollars(cents)))));
    words.find(result.program() + ".cost").ifPresent(costs::add);
    return costs;
  }

  private Optional<String> amount(ProgramResult result) {
    return result.amountAnnualCents().isPresent()
        ? Optional.of(
            words
                .t()
                .localize(
                    "screening.answer.amount",
                    words.dollars(result.amountAnnualCents().getAsLong())))
        : Optional.empty();
  }

  /** The names of programs in the order in which they stand under their headings. */
  List<String> names(List<ProgramResult> results) {
    return results.stream()
        .sorted(Comparator.comparing(this::groupOf))
        .map(result -> words.program(result.program()).text())
        .toList();
  }

  private Group groupOf(ProgramResult result) {
    return group(law.packs().program(result.program()).map(Program::kind).orElse("care"));
  }

  /** Programs under the headings of what they give. */
  List<AnswerPage.Kind> kinds(List<ProgramResult> results, Set<String> toldElsewhere) {
    var groups = new LinkedHashMap<Group, List<AnswerPage.Coverage>>();
    for (Group group : Group.values()) {
      groups.put(group, new ArrayList<>());
    }
    for (ProgramResult result : results) {
      groups
          .computeIfAbsent(groupOf(result), _ -> new ArrayList<>())
          .add(told(result, toldElsewhere));
    }
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(this::kind)
        .toList();
  }

  private AnswerPage.Kind kind(Map.Entry<Group, List<AnswerPage.Coverage>> group) {
    var heading =
        switch (group.getKey()) {
          case HEALTH -> "screening.answer.also-health";
          case FOOD -> "screening.answer.also-food";
          case MONEY -> "screening.answer.also-money";
        };
    return new AnswerPage.Kind(words.t().localize(heading), group.getValue());
  }

  private static Group group(String kind) {
    return switch (kind) {
      case "food" -> Group.FOOD;
      case "tax_credit", "cash" -> Group.MONEY;
      default -> Group.HEALTH;
    };
  }
}
