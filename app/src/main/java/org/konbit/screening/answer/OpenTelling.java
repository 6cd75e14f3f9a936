package org.konbit.screening.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konbit.rules.screening.IfThen;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;

/** Tells what is not settled: the answers that are missing, and what each of them would bring. */
final class OpenTelling {
  private record Result(String best, List<String> open) {}

  private final Law law;
  private final RuleWords words;

  OpenTelling(Law law, RuleWords words) {
    this.law = law;
    this.words = words;
  }

  /** Each missing answer, with the programs that wait for it. */
  List<AnswerPage.Ask> asks(Standing standing) {
    var waiting = new LinkedHashMap<String, List<String>>();
    for (ProgramResult result : standing.with(Outcome.UNKNOWN)) {
      for (String path : result.missing()) {
        waiting.computeIfAbsent(path, _ -> new ArrayList<>()).add(result.program());
      }
    }
    var asks = new ArrayList<AnswerPage.Ask>();
    waiting.forEach((path, programs) ->
        asks.add(
            new AnswerPage.Ask(
                "ask-%s-%d".formatted(standing.member().id(), asks.size()),
                AnswerForm.EDIT + path,
                words.question(path),
                words.who(path),
                words.programs(programs))));
    return asks;
  }

  /** What each possible answer would bring, question by question. */
  List<AnswerPage.Supposed> supposed(Standing standing) {
    var byFact = new LinkedHashMap<String, Map<Result, List<String>>>();
    for (IfThen one : standing.member().ifThen()) {
      byFact
          .computeIfAbsent(one.fact(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(new Result(one.best(), open(one)), _ -> new ArrayList<>())
          .add(words.option(one.fact(), one.value()));
    }
    var supposed = new ArrayList<AnswerPage.Supposed>();
    byFact.forEach((path, results) -> {
      var shared = shared(results.keySet());
      supposed.add(
          new AnswerPage.Supposed(
              words.question(path),
              words.who(path),
              results.entrySet().stream()
                  .map(one -> supposedCase(one.getKey(), one.getValue(), shared))
                  .toList()));
    });
    return supposed;
  }

  private AnswerPage.Case supposedCase(Result result, List<String> answers, Set<String> shared) {
    var others = new ArrayList<>(result.open());
    others.removeAll(shared);
    others.remove(result.best());
    return new AnswerPage.Case(
        Mark.of(law, result.best()),
        best(result.best()),
        others.isEmpty()
            ? java.util.Optional.empty()
            : java.util.Optional.of(words.programs(others)),
        words.either(answers));
  }

  /** A best coverage in words: a program id, {@code none} or {@code unknown}. */
  Said best(String best) {
    return switch (best) {
      case "none" -> Said.own(words.t().localize("screening.answer.none"));
      case "unknown" -> Said.own(words.t().localize("screening.answer.open"));
      default -> words.program(best);
    };
  }

  private static List<String> open(IfThen one) {
    return one.programs().entrySet().stream()
        .filter(program -> program.getValue() == Outcome.ELIGIBLE)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> shared(Set<Result> results) {
    var shared = new LinkedHashSet<String>();
    results.stream().findFirst().ifPresent(first -> shared.addAll(first.open()));
    results.forEach(result -> shared.retainAll(result.open()));
    return shared;
  }
}
