package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.ConditionProblem;
import org.konbit.rules.expression.Conditions;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.text.Problem;

/**
 * Checks every condition of the packs once, side by side on all cores: checking is most of the time
 * that loading takes.
 */
final class Compilation {
  private static final Pattern WORD = Pattern.compile("'([^']*)'");

  private record Task(
      Source source, Optional<Kind> expected, SequencedMap<String, Kind> arguments) {}

  private final List<Task> tasks = new ArrayList<>();
  // By identity: a source is one place in one file, and its hash would go through the whole file.
  private final IdentityHashMap<Source, CheckedCondition> done = new IdentityHashMap<>();

  void want(Source source, Kind expected) {
    want(source, Optional.of(expected), new LinkedHashMap<>());
  }

  void want(Source source, Optional<Kind> expected, SequencedMap<String, Kind> arguments) {
    tasks.add(new Task(source, expected, arguments));
  }

  void run(Conditions conditions, List<Problem> problems) {
    var results =
        tasks.parallelStream()
            .map(task ->
                conditions.check(
                    task.source().file().place(),
                    task.source().text(),
                    task.expected(),
                    task.arguments()))
            .toList();
    for (int i = 0; i < results.size(); i++) {
      var source = tasks.get(i).source();
      switch (results.get(i)) {
        case Conditions.Result.Accepted(var condition) -> done.put(source, condition);
        case Conditions.Result.Refused(var refusals) ->
            refusals.forEach(refusal -> problems.add(problem(source, refusal)));
      }
    }
  }

  private static Problem problem(Source source, ConditionProblem refusal) {
    var position = source.position(refusal.offset());
    return Problem.at(source.file().name(), position[0], position[1], refusal.message())
        .withRemedy(refusal.remedy());
  }

  /** Adds every word written out in a condition. */
  void words(WordCodes words) {
    for (Task task : tasks) {
      var source = task.source();
      var matcher = WORD.matcher(source.text());
      while (matcher.find()) {
        words.add(matcher.group(1), source.file(), source.node());
      }
    }
  }

  Optional<CheckedCondition> of(Source source) {
    return Optional.ofNullable(done.get(source));
  }
}
