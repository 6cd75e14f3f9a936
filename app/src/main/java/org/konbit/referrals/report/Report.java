package org.konbit.referrals.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.directory.Need;
import org.konbit.language.Keys;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Outcome;

/**
 * What is told of the counts of one quarter: all of it to those who work with the people anyway, or
 * what may be passed on.
 *
 * @param all how many there are; nothing if they are too few to be told
 * @param inTime out of a hundred that were answered, how many in time
 * @param known out of a hundred that are over, of how many is known what came of it
 * @param recalled out of a hundred, how many were taken back
 */
public record Report(
    OptionalInt all,
    OptionalInt inTime,
    OptionalInt known,
    OptionalInt recalled,
    Optional<Long> hoursToAnswer,
    Optional<Long> hoursToService,
    List<Table> tables) {
  /** All there is. */
  public static Report inside(Counts counts) {
    var whole = counts.whole();
    int inTime = counts.answer().getOrDefault(Counts.InTime.IN_TIME, 0);
    return new Report(
        OptionalInt.of(whole.all()),
        percent(inTime, whole.answered()),
        percent(whole.known(), whole.over()),
        percent(whole.recalled(), whole.all()),
        whole.hoursToAnswer(),
        whole.hoursToService(),
        Stream.of(
                Stream.of(stages(counts), ordered("age", Counts.Age.values(), counts.age())),
                shared(counts),
                Stream.of(sized("unmet", counts.unmet(), Need::key)))
            .flatMap(tables -> tables)
            .filter(table -> !table.rows().isEmpty())
            .toList());
  }

  /**
   * What may be passed on. How long open ones wait changes from day to day and is not in it; a need
   * that nobody met is, if enough families had it.
   */
  public static Report outside(Counts counts) {
    var whole = counts.whole();
    if (SmallCells.isSmall(whole.all())) {
      return new Report(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
    var stages = tellable(stages(counts), counts);
    boolean isAnsweredTold = stages.rows().get(1).many().isPresent();
    int inTime = counts.answer().getOrDefault(Counts.InTime.IN_TIME, 0);
    var tables = new ArrayList<Table>(List.of(stages));
    shared(counts).map(Table::forOutside).forEach(tables::add);
    tables.add(
        sized(
            "unmet",
            counts.unmet().entrySet().stream()
                .filter(each -> !SmallCells.isSmall(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            Need::key));
    return new Report(
        OptionalInt.of(whole.all()),
        isAnsweredTold ? share(inTime, whole.answered()) : OptionalInt.empty(),
        share(whole.known(), whole.over()),
        share(whole.recalled(), whole.all()),
        whole.hoursToAnswer().filter(_ -> whole.answered() >= SmallCells.LEAST),
        whole.hoursToService().filter(_ -> whole.begun() >= SmallCells.LEAST),
        tables.stream().filter(table -> !table.rows().isEmpty()).toList());
  }

  /** Tables that stand by themselves, each with a total that is told. */
  private static Stream<Table> shared(Counts counts) {
    return Stream.of(
        ordered("outcome", Outcome.values(), counts.outcome()),
        sized("reason", counts.reason(), DeclineReason::key),
        sized("need", counts.need(), Need::key),
        sized("partner", counts.partner(), Object::toString));
  }

  /** How many came at least so far. */
  private static Table stages(Counts counts) {
    return new Table(
        "reach",
        Stream.of(Counts.Reach.values())
            .map(reach -> new Table.Row(Keys.of(reach), OptionalInt.of(counts.reached(reach))))
            .toList());
  }

  /** The same without the steps that would tell of a hidden count on one side of them. */
  private static Table tellable(Table stages, Counts counts) {
    var reaches = List.of(Counts.Reach.values());
    var parts = reaches.stream().map(each -> counts.reach().getOrDefault(each, 0)).toList();
    var hidden = SmallCells.hidden(parts);
    var rows = new ArrayList<Table.Row>();
    for (int i = 0; i < reaches.size(); i++) {
      int step = i;
      boolean isTold =
          i == 0
              || hidden
                  .filter(places ->
                      places.stream().allMatch(place -> place < step)
                          || places.stream().allMatch(place -> place >= step))
                  .isPresent();
      var row = stages.rows().get(i);
      rows.add(isTold ? row : new Table.Row(row.name(), OptionalInt.empty()));
    }
    return new Table(stages.key(), rows);
  }

  private static <E extends Enum<E>> Table ordered(String key, E[] all, Map<E, Integer> counts) {
    return new Table(
        key,
        counts.isEmpty()
            ? List.of()
            : Stream.of(all)
                .map(each ->
                    new Table.Row(Keys.of(each), OptionalInt.of(counts.getOrDefault(each, 0))))
                .toList());
  }

  private static <T> Table sized(String key, Map<T, Integer> counts, Function<T, String> name) {
    return new Table(
        key,
        counts.entrySet().stream()
            .map(each -> new Table.Row(name.apply(each.getKey()), OptionalInt.of(each.getValue())))
            .sorted(
                Comparator.comparingInt((Table.Row row) -> -row.many().orElse(0))
                    .thenComparing(Table.Row::name))
            .toList());
  }

  private static OptionalInt percent(int part, int of) {
    return of == 0 ? OptionalInt.empty() : OptionalInt.of((200 * part + of) / (2 * of));
  }

  /** The same, unless it tells of few. */
  private static OptionalInt share(int part, int of) {
    return SmallCells.isSmall(part) || SmallCells.isSmall(of - part)
        ? OptionalInt.empty()
        : percent(part, of);
  }
}
