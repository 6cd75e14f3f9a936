package org.konbit.rules.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.household.Household;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.IfThen;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.rules.screening.Screening;
import org.konbit.rules.screening.Shown;

/** One member's part of the readable answer. */
final class MemberText {
  // More answers than these nobody reads one by one.
  private static final int FEW = 6;

  private final Wording wording;
  private final FlipText flips;
  private final MemberResult member;
  private final List<String> ranking;

  MemberText(
      RulePacks packs,
      Wording wording,
      Household household,
      Screening screening,
      MemberResult member) {
    this.wording = wording;
    this.flips = new FlipText(wording, household);
    this.member = member;
    this.ranking =
        packs.placeOfState(screening.state()).map(RulePacks.Place::ranking).orElse(List.of());
  }

  void addTo(Sheet sheet) {
    var best = result(member.best());
    sheet.line(0, headline(best));
    best.ifPresent(result -> details(sheet, result));
    alsoOpen(sheet);
    undecided(sheet);
    refused(sheet);
    ifThen(sheet);
    assumptions(sheet);
  }

  private Optional<ProgramResult> result(String id) {
    return member.programs().stream().filter(result -> result.program().equals(id)).findFirst();
  }

  private String headline(Optional<ProgramResult> best) {
    if (best.isPresent()) {
      return "%s can get %s now.".formatted(member.id(), wording.program(member.best()));
    }
    return member.best().equals("unknown")
        ? "What %s can get is not settled yet.".formatted(member.id())
        : "%s can get none of the health coverage known here. What stays open is below."
            .formatted(member.id());
  }

  private void details(Sheet sheet, ProgramResult result) {
    wording.find(result.program() + ".summary").ifPresent(text -> sheet.line(2, text));
    cost(result).ifPresent(cost -> sheet.line(2, "Cost: " + cost));
    result
        .until()
        .ifPresent(day -> sheet.line(2, "It can last until %s.".formatted(Wording.date(day))));
    wording.find(result.program() + ".how").ifPresent(text -> sheet.line(2, "How: " + text));
    sheet.line(2, "Why:");
    reasons(sheet, result, _ -> true);
    notes(sheet, 2, result);
  }

  private Optional<String> cost(ProgramResult result) {
    if (result.premiumMonthlyCents().isPresent()) {
      long cents = result.premiumMonthlyCents().getAsLong();
      return Optional.of(cents == 0 ? "no premium." : Wording.dollars(cents) + " a month.");
    }
    return wording.find(result.program() + ".cost");
  }

  private void notes(Sheet sheet, int indent, ProgramResult result) {
    for (String note : result.notes()) {
      sheet.hanging(indent, "Note: ", wording.sentence(note));
    }
  }

  private void reasons(Sheet sheet, ProgramResult result, Predicate<Because> which) {
    for (Because because : result.because()) {
      if (which.test(because)) {
        sheet.hanging(4, mark(because), reason(because));
      }
    }
  }

  private static String mark(Because because) {
    return because.holds().map(holds -> holds ? "yes  " : "no   ").orElse("open ");
  }

  private String reason(Because because) {
    var text = new StringBuilder(wording.sentence(because.message()));
    because.value().ifPresent(value -> text.append(": ").append(wording.value(value)));
    because
        .limit()
        .filter(limit -> limit.kind() == Kind.INT)
        .map(limit -> measuredAs(because.value(), limit))
        .ifPresent(limit -> text.append(" (limit ").append(wording.value(limit)).append(')'));
    return text.append(" [").append(because.cite()).append(']').toString();
  }

  // A limit that the rule writes out as a number counts what the value counts.
  private static Shown measuredAs(Optional<Shown> value, Shown limit) {
    return value
        .filter(measured -> limit.unit() == Unit.PLAIN && measured.kind() == Kind.INT)
        .map(measured -> new Shown(limit.kind(), measured.unit(), limit.number(), limit.word()))
        .orElse(limit);
  }

  private void alsoOpen(Sheet sheet) {
    var open =
        member.programs().stream()
            .filter(result -> result.outcome() == Outcome.ELIGIBLE)
            .filter(result -> !result.program().equals(member.best()))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    sheet.line(2, "Also open:");
    for (ProgramResult result : open) {
      var text = new StringBuilder(wording.program(result.program())).append('.');
      wording.find(result.program() + ".summary").ifPresent(s -> text.append(' ').append(s));
      result
          .amountAnnualCents()
          .ifPresent(cents -> text.append(" %s a year.".formatted(Wording.dollars(cents))));
      result
          .premiumMonthlyCents()
          .ifPresent(cents -> text.append(" Costs %s a month.".formatted(Wording.dollars(cents))));
      result.until().ifPresent(day -> text.append(" Until %s.".formatted(Wording.date(day))));
      sheet.hanging(4, "- ", text.toString());
      notes(sheet, 6, result);
    }
  }

  private void undecided(Sheet sheet) {
    var byMissing = new LinkedHashMap<List<String>, List<String>>();
    for (ProgramResult result : member.programs()) {
      if (result.outcome() == Outcome.UNKNOWN) {
        byMissing
            .computeIfAbsent(result.missing(), _ -> new ArrayList<>())
            .add(wording.program(result.program()));
      }
    }
    if (!byMissing.isEmpty()) {
      sheet.line(2, "Not settled, for lack of an answer:");
      byMissing.forEach((missing, names) ->
          sheet.hanging(4, "- ", "%s: needs %s.".formatted(Wording.all(names), needed(missing))));
    }
    // What is not settled may rest on a figure nobody could check: that is told too.
    member.programs().stream()
        .filter(result -> result.outcome() == Outcome.UNKNOWN)
        .flatMap(result -> result.notes().stream())
        .distinct()
        .forEach(note -> sheet.hanging(4, "Note: ", wording.sentence(note)));
  }

  // As the document names them, without saying at each whom it is about: the member's own first.
  private String needed(List<String> missing) {
    var byPerson = new LinkedHashMap<String, List<String>>();
    byPerson.put(member.id(), new ArrayList<>());
    for (String path : missing) {
      var person = Wording.member(path).orElse("");
      var name = person.isEmpty() ? path : path.substring("members..".length() + person.length());
      byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(name);
    }
    var told = new ArrayList<String>();
    byPerson.forEach((person, names) -> {
      if (!names.isEmpty()) {
        boolean isOther = !person.isEmpty() && !person.equals(member.id());
        told.add(Wording.all(names) + (isOther ? " of " + person : ""));
      }
    });
    return String.join("; ", told);
  }

  // A refusal matters where it is of better coverage, or of help beside coverage; not where the
  // program itself is no longer given.
  private boolean matters(ProgramResult result) {
    boolean isOver = result.because().stream().anyMatch(b -> b.condition().equals("offered"));
    if (result.outcome() != Outcome.INELIGIBLE || (isOver && result.flips().isEmpty())) {
      return false;
    }
    int rank = ranking.indexOf(result.program());
    int best = ranking.indexOf(member.best());
    return rank < 0 || (best < 0 && !result.flips().isEmpty()) || rank < best;
  }

  private record Refusal(List<String> reasons, List<String> changes, List<String> notes) {}

  private void refused(Sheet sheet) {
    var same = new LinkedHashMap<Refusal, List<String>>();
    for (ProgramResult result : member.programs()) {
      if (matters(result)) {
        same.computeIfAbsent(refusal(result), _ -> new ArrayList<>())
            .add(wording.program(result.program()));
      }
    }
    if (same.isEmpty()) {
      return;
    }
    sheet.line(2, "Not now:");
    same.forEach((refusal, names) -> {
      sheet.hanging(4, "- ", Wording.all(names) + ".");
      refusal.reasons().forEach(reason -> sheet.hanging(6, "no   ", reason));
      if (!refusal.changes().isEmpty()) {
        sheet.hanging(6, "", "What would change it: " + String.join("; ", refusal.changes()) + ".");
      }
      refusal.notes().forEach(note -> sheet.hanging(6, "Note: ", note));
    });
  }

  private Refusal refusal(ProgramResult result) {
    return new Refusal(
        result.because().stream()
            .filter(because -> because.holds().filter(holds -> !holds).isPresent())
            .map(this::reason)
            .toList(),
        result.flips().stream().map(flips::of).toList(),
        result.notes().stream().map(wording::sentence).toList());
  }

  private record Result(String best, Map<String, Outcome> programs) {}

  private void ifThen(Sheet sheet) {
    var byFact = new LinkedHashMap<String, Map<Result, List<String>>>();
    for (IfThen one : member.ifThen()) {
      byFact
          .computeIfAbsent(one.fact(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(new Result(one.best(), one.programs()), _ -> new ArrayList<>())
          .add(wording.option(one.fact(), one.value()));
    }
    byFact.forEach((fact, results) -> {
      var told = told(results);
      // Answers that all lead to the same are no reason to give one.
      if (told.size() > 1) {
        var question = "If it were answered: %s (%s)".formatted(wording.question(fact), fact);
        sheet.hanging(2, "", question);
        told.forEach((result, answers) -> sheet.hanging(4, "- ", with(answers, result)));
      }
    });
  }

  private Map<String, List<String>> told(Map<Result, List<String>> results) {
    var shared = shared(results.keySet());
    var told = new LinkedHashMap<String, List<String>>();
    results.forEach((result, answers) ->
        told.computeIfAbsent(told(result, shared), _ -> new ArrayList<>()).addAll(answers));
    // What holds for most answers is told last, for all that were not named.
    most(told)
        .ifPresent(result -> {
          told.remove(result);
          told.put(result, List.of());
        });
    return told;
  }

  private static Optional<String> most(Map<String, List<String>> told) {
    return told.entrySet().stream()
        .filter(one -> told.size() > 1 && one.getValue().size() > FEW)
        .max(Comparator.comparingInt(one -> one.getValue().size()))
        .map(Map.Entry::getKey);
  }

  private static String with(List<String> answers, String result) {
    return answers.isEmpty()
        ? "With any other answer: %s.".formatted(result)
        : "With %s: %s.".formatted(Wording.either(quoted(answers)), result);
  }

  private static List<String> quoted(List<String> answers) {
    return answers.stream().map("“%s”"::formatted).toList();
  }

  private static Set<String> shared(Set<Result> results) {
    var shared = new LinkedHashSet<String>();
    boolean isFirst = true;
    for (Result result : results) {
      var open = open(result);
      if (isFirst) {
        shared.addAll(open);
      } else {
        shared.retainAll(open);
      }
      isFirst = false;
    }
    return shared;
  }

  private static Set<String> open(Result result) {
    var open = new LinkedHashSet<String>();
    result
        .programs()
        .forEach((program, outcome) -> {
          if (outcome == Outcome.ELIGIBLE) {
            open.add(program);
          }
        });
    return open;
  }

  private String told(Result result, Set<String> shared) {
    var best =
        switch (result.best()) {
          case "none" -> "no health coverage known here";
          case "unknown" -> "still not settled";
          default -> wording.program(result.best());
        };
    var others = open(result);
    others.removeAll(shared);
    others.remove(result.best());
    return others.isEmpty()
        ? best
        : best + "; also " + Wording.all(others.stream().map(wording::program).toList());
  }

  private void assumptions(Sheet sheet) {
    if (!member.assumes().isEmpty()) {
      sheet.line(2, "Taken for granted until answered:");
      member.assumes().forEach(key -> sheet.hanging(4, "- ", wording.sentence(key)));
    }
  }
}
