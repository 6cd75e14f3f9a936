package org.konbit.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.konbit.screening.interview.QuestionCounts;
import org.konbit.screening.interview.QuestionCounts.Count;

/** How many questions a thousand made-up families of four are asked. */
final class InterviewFigures {
  private final int families;

  InterviewFigures(boolean isQuick) {
    families = isQuick ? 200 : 1_000;
  }

  List<Figure> measure() {
    var counting = new QuestionCounts();
    var counts = new ArrayList<Count>();
    for (String document : Families.documents(42, families)) {
      counts.add(counting.of(document));
    }
    int people = counts.stream().mapToInt(Count::people).sum();
    int statuses = counts.stream().mapToInt(Count::statuses).sum();
    long free = counts.stream().filter(count -> count.statuses() == 0).count();
    var what = "Questions asked of %,d families of four".formatted(families);
    return List.of(
        line(what, counts, Count::asked),
        line("The same on a form of all questions", counts, Count::all),
        line("The same, as estimated after the first three", counts, Count::estimated),
        Figure.plain(
            "Status asked",
            "of %,d of %,d people (%d %%)".formatted(statuses, people, statuses * 100 / people),
            "%,d families were asked it of nobody".formatted(free)));
  }

  private static Figure line(String what, List<Count> counts, ToIntFunction<Count> of) {
    var numbers = counts.stream().mapToInt(of).toArray();
    return Figure.plain(
        what,
        "median %d".formatted(QuestionCounts.median(numbers)),
        "worst %d".formatted(Arrays.stream(numbers).max().orElseThrow()));
  }
}
