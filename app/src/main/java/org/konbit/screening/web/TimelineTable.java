package org.konbit.screening.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.konbit.language.Texts;
import org.konbit.rules.overview.LawChange;
import org.konbit.rules.overview.Matrix;
import org.konbit.rules.pack.LawText;
import org.konbit.screening.Law;
import org.konbit.screening.Law.Words;
import org.konbit.screening.LawTables;
import org.konbit.screening.web.TimelinePage.Day;
import org.konbit.screening.web.TimelinePage.Figure;
import org.konbit.screening.web.TimelinePage.Shift;
import org.konbit.screening.web.TimelinePage.Standing;
import org.konbit.screening.web.TimelinePage.Text;
import org.konbit.screening.web.TimelinePage.Topic;

/** Puts the changes of law into the reader's words. */
final class TimelineTable {
  private static final int NAMED = 3;

  private final Law law;
  private final Texts t;
  private final LawWords words;
  private final Amounts amounts;
  private final TimelineQuestion question;
  private final LawTables tables;
  private final Readers readers;
  private final List<String> ours;

  TimelineTable(Law law, Texts t, TimelineQuestion question, LawTables tables) {
    this.law = law;
    this.t = t;
    this.words = new LawWords(law, t);
    this.amounts = new Amounts(t);
    this.question = question;
    this.tables = tables;
    this.readers = new Readers(law.packs());
    this.ours = law.programs(question.state());
  }

  TimelinePage.Timeline timeline() {
    var byDay =
        law.timeline().between(question.state().code(), question.from(), question.to()).stream()
            .collect(
                Collectors.groupingBy(
                    LawChange::date, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    var days =
        byDay.entrySet().stream()
            .map(entry ->
                new Day(
                    entry.getKey().toString(),
                    t.date(entry.getKey()),
                    shifts(entry.getValue().getFirst()),
                    topics(entry.getValue())))
            .toList();
    return new TimelinePage.Timeline(
        t.localize(
            "screening.timeline.summary",
            question.state().name(),
            t.date(question.from()),
            t.date(question.to()),
            days.size()),
        days);
  }

  // --- who it touches ------------------------------------------------------------------------

  private record Turn(String from, String to, List<Integer> rows) {}

  private List<Shift> shifts(LawChange change) {
    var date = change.date();
    if (!date.isAfter(question.state().firstDay())) {
      return List.of(); // no law is held for the day before
    }
    var before = tables.on(law, question.state(), date.minusDays(1), question.percent());
    var after = tables.on(law, question.state(), date, question.percent());
    var people = new LinkedHashMap<Turn, List<String>>();
    for (int column = 0; column < before.profiles().size(); column++) {
      var name = words.column(before.profiles().get(column)).name();
      turns(before, after, column)
          .forEach(turn -> people.computeIfAbsent(turn, _ -> new ArrayList<>()).add(name));
    }
    return people.entrySet().stream()
        .map(entry -> shift(entry.getKey(), entry.getValue(), before))
        .toList();
  }

  private static List<Turn> turns(Matrix before, Matrix after, int column) {
    var rows = new LinkedHashMap<String, List<Integer>>();
    var turns = new ArrayList<Turn>();
    for (int row = 0; row < before.rows().size(); row++) {
      var from = before.rows().get(row).cells().get(column).best();
      var to = after.rows().get(row).cells().get(column).best();
      if (!from.equals(to)) {
        rows.computeIfAbsent(from + " " + to, _ -> new ArrayList<>()).add(row);
      }
    }
    rows.forEach((key, found) -> {
      var ends = key.split(" ", 2);
      turns.add(new Turn(ends[0], ends[1], found));
    });
    return turns;
  }

  private Shift shift(Turn turn, List<String> who, Matrix matrix) {
    return new Shift(
        t.list(who),
        Mark.of(law, turn.from()),
        words.best(turn.from()),
        Mark.of(law, turn.to()),
        words.best(turn.to()),
        turn.rows().size() == matrix.rows().size(),
        turn.rows().stream()
            .map(matrix.rows()::get)
            .map(row -> new Standing(words.status(row.status()), words.variant(row.variant())))
            .toList());
  }

  // --- what changes --------------------------------------------------------------------------

  private List<Topic> topics(List<LawChange> changes) {
    var byPrograms = new LinkedHashMap<List<String>, List<LawChange>>();
    for (var change : changes) {
      byPrograms.computeIfAbsent(programs(change), _ -> new ArrayList<>()).add(change);
    }
    return byPrograms.entrySet().stream()
        .sorted(Comparator.comparingInt(TimelineTable::rank))
        .map(entry -> topic(entry.getKey(), entry.getValue()))
        .toList();
  }

  // What reaches fewer programs says more about each; what reaches none comes last.
  private static int rank(Map.Entry<List<String>, List<LawChange>> topic) {
    return topic.getKey().isEmpty() ? Integer.MAX_VALUE : topic.getKey().size();
  }

  private List<String> programs(LawChange change) {
    var ids =
        switch (change.what()) {
          case PROGRAM -> List.of(change.id());
          case CONDITION -> List.of(program(change.id()));
          case PARAMETER, TABLE, DEFINITION -> readers.of(change.id());
        };
    return ids.stream()
        .filter(ours::contains)
        .sorted(Comparator.comparingInt(ours::indexOf))
        .toList();
  }

  private static String program(String condition) {
    return condition.substring(0, condition.lastIndexOf('.'));
  }

  private Topic topic(List<String> programs, List<LawChange> changes) {
    var figures = new ArrayList<Figure>();
    var texts = new ArrayList<Text>();
    var cites = new LinkedHashSet<String>();
    for (var change : changes) {
      if (!change.cite().isEmpty()) {
        cites.add(change.cite());
      }
      if (change.what() == LawText.Kind.PARAMETER || change.what() == LawText.Kind.TABLE) {
        figures.add(figure(change));
      } else {
        texts.add(text(change));
      }
    }
    return new Topic(
        programs.stream().limit(NAMED).map(words::program).toList(),
        Math.max(0, programs.size() - NAMED),
        figures,
        texts,
        List.copyOf(cites));
  }

  private Figure figure(LawChange change) {
    return new Figure(
        name(change.id()),
        amounts.shown(change.before(), change.unit()),
        amounts.shown(change.after(), change.unit()),
        Amounts.unit(change.unit()),
        change.isUnverified());
  }

  private Text text(LawChange change) {
    var what = change.before().isEmpty() ? "begins" : change.after().isEmpty() ? "ends" : "changes";
    return switch (change.what()) {
      case PROGRAM ->
          new Text(
              t.localize("screening.timeline.program-" + what),
              law.program(t.language().tag(), change.id()),
              "",
              "");
      case CONDITION ->
          new Text(
              t.localize("screening.timeline.condition-" + what),
              words.say(change.id()),
              change.before(),
              change.after());
      case PARAMETER, TABLE, DEFINITION ->
          new Text(
              t.localize("screening.timeline.definition-" + what),
              new Words(name(change.id()), Optional.of("en")),
              change.before(),
              change.after());
    };
  }

  // us.guideline_first: the packs name figures in English words.
  private static String name(String id) {
    return id.substring(id.indexOf('.') + 1).replace('_', ' ').replace('.', ' ');
  }
}
