package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final int SHOWN = 3;
  private static final Pattern WORD = Pattern.compile("'([^']*)'");

  /**
   * A text to check.
   *
   * @param owner the id of the definition, program or place that it belongs to
   * @param isDefinition whether other texts read what it gives, by the owner's id
   */
  private record Task(
      String owner,
      boolean isDefinition,
      Source source,
      Optional<Kind> expected,
      SequencedMap<String, Kind> arguments) {
    String place() {
      return source.file().place();
    }
  }

  private record Refused(Task task, List<ConditionProblem> refusals) {
    // A function that nobody declares is unknown by its whole name and by its last part.
    boolean isPartOfAnother(ConditionProblem refusal) {
      return !refusal.name().isEmpty()
          && refusals.stream().anyMatch(other -> other.name().endsWith("." + refusal.name()));
    }

    boolean givesAnotherType() {
      return refusals.stream()
          .anyMatch(refusal -> refusal.nature() == ConditionProblem.Nature.OTHER_TYPE);
    }
  }

  private final List<Task> tasks = new ArrayList<>();
  // By identity: a source is one place in one file, and its hash would go through the whole file.
  private final IdentityHashMap<Source, CheckedCondition> done = new IdentityHashMap<>();

  void want(String owner, Source source, Optional<Kind> expected) {
    tasks.add(new Task(owner, false, source, expected, new LinkedHashMap<>()));
  }

  void want(Declared.Definition definition, Source source) {
    tasks.add(
        new Task(definition.id, true, source, Optional.of(definition.kind), definition.arguments));
  }

  void run(Conditions conditions, Findings findings) {
    var results =
        tasks.parallelStream()
            .map(task ->
                conditions.check(
                    task.place(), task.source().text(), task.expected(), task.arguments()))
            .toList();
    var refused = new ArrayList<Refused>();
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case Conditions.Result.Accepted(var condition) ->
            done.put(tasks.get(i).source(), condition);
        case Conditions.Result.Refused(var refusals) ->
            refused.add(new Refused(tasks.get(i), refusals));
      }
    }
    report(refused, findings);
  }

  private static void report(List<Refused> refused, Findings findings) {
    // Who reads a definition that gives something else than it says is not wrong for that, too.
    for (var one : refused) {
      if (one.task().isDefinition() && one.givesAnotherType()) {
        findings.doubtType(one.task().owner());
      }
    }
    var unknown = new TreeMap<String, List<Problem>>();
    refused.forEach(one -> report(one, unknown, findings));
    unknown.values().forEach(same -> findings.add(once(same)));
    if (findings.isEmpty()) {
      // Nothing that was told explains these.
      refused.forEach(one ->
          one.refusals().forEach(refusal -> findings.add(problem(one.task().source(), refusal))));
    }
  }

  private static void report(
      Refused refused, Map<String, List<Problem>> unknown, Findings findings) {
    var task = refused.task();
    boolean isMisled = findings.readsUntyped(task.place(), task.source().text(), task.owner());
    for (ConditionProblem refusal : refused.refusals()) {
      if (refused.isPartOfAnother(refusal)) {
        continue;
      }
      var problem = problem(task.source(), refusal);
      switch (refusal.nature()) {
        case UNKNOWN_NAME -> {
          var explanation = findings.explanation(task.place(), refusal.name());
          if (explanation.isPresent()) {
            findings.doubt(task.owner(), explanation.get());
          } else {
            unknown.computeIfAbsent(refusal.name(), _ -> new ArrayList<>()).add(problem);
          }
        }
        case OTHER_TYPE, OTHER -> {
          if (!isMisled) {
            findings.add(problem);
          }
        }
      }
    }
    findings.doubt(task.owner(), task.owner());
  }

  // A name that is read in ten places is declared wrongly in one, or nowhere.
  private static Problem once(List<Problem> same) {
    var ordered =
        same.stream()
            .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
            .toList();
    var first = ordered.getFirst();
    if (ordered.size() == 1) {
      return first;
    }
    var others =
        ordered.stream()
            .skip(1)
            .limit(SHOWN)
            .map(other -> "%s:%d:%d".formatted(other.file(), other.line(), other.column()))
            .collect(Collectors.joining(", "));
    int more = ordered.size() - 1 - SHOWN;
    return first.withRemedy(
        "%s\nIt is read at %s%s, too."
            .formatted(first.remedy(), others, more > 0 ? " and %d more".formatted(more) : "")
            .strip());
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
