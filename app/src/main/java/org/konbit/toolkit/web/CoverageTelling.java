package org.konbit.toolkit.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.konbit.language.Texts;
import org.konbit.rules.overview.Matrix;
import org.konbit.screening.Law;
import org.konbit.screening.LawTables;
import org.konbit.toolkit.content.Group;

/** Puts what the rule packs give a group into words. Nothing in it is typed by hand. */
final class CoverageTelling {
  /** Everyone's income in it, in percent of the poverty guideline. */
  static final int PERCENT = 100;

  private final Law law;
  private final LawTables tables;
  private final Texts t;
  private final LocalDate today;

  CoverageTelling(Law law, LawTables tables, Texts t, LocalDate today) {
    this.law = law;
    this.tables = tables;
    this.t = t;
    this.today = today;
  }

  /** What a group can get in a state. */
  Coverage of(Group group, Law.State state) {
    var day = state.nearest(today);
    var now = tables.on(law, state, day, PERCENT);
    var later = tables.after(law, state, day, PERCENT);
    var statuses = new ArrayList<Coverage.Status>();
    var notes = new LinkedHashSet<String>();
    for (int row = 0; row < now.rows().size(); row++) {
      if (LawGroups.isOf(group, now.rows().get(row))) {
        statuses.add(status(row, now, later));
        now.rows().get(row).cells().forEach(cell -> notes.addAll(cell.notes()));
      }
    }
    return new Coverage(
        state.code(),
        state.name(),
        t.localize("toolkit.coverage.heading", state.name(), t.date(day)),
        statuses,
        notes.stream().map(this::pack).toList());
  }

  private Coverage.Status status(int row, Matrix now, List<Matrix> later) {
    var first = now.rows().get(row);
    var people =
        IntStream.range(0, now.profiles().size())
            .mapToObj(column -> person(row, column, now, later))
            .toList();
    return new Coverage.Status(
        pack("us.option.immigration.status." + first.status()), variant(first.variant()), people);
  }

  private String variant(String variant) {
    return variant.isEmpty()
        ? ""
        : t.localize(
            "screening.variant."
                + variant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
  }

  private Coverage.Person person(int row, int column, Matrix now, List<Matrix> later) {
    var id = now.profiles().get(column).id().replace('_', '-');
    var turns = new ArrayList<Coverage.Turn>();
    var held = best(now, row, column);
    for (var table : later) {
      var best = best(table, row, column);
      if (!best.equals(held)) {
        turns.add(
            new Coverage.Turn(
                table.asOf().toString(),
                t.localize("toolkit.coverage.from", t.date(table.asOf())),
                words(best)));
        held = best;
      }
    }
    return new Coverage.Person(
        t.localize("screening.profile." + id),
        t.localize("screening.profile." + id + "-who"),
        words(best(now, row, column)),
        turns);
  }

  private static String best(Matrix table, int row, int column) {
    return table.rows().get(row).cells().get(column).best();
  }

  private Coverage.Said words(String best) {
    return switch (best) {
      case "none" -> new Coverage.Said(t.localize("screening.matrix.none"), Optional.empty());
      case "unknown" -> new Coverage.Said(t.localize("screening.matrix.open"), Optional.empty());
      default -> said(law.program(t.language().tag(), best));
    };
  }

  private Coverage.Said pack(String key) {
    return law.find(t.language().tag(), key)
        .map(CoverageTelling::said)
        .orElseGet(() -> new Coverage.Said(key, Optional.of(Items.WRITTEN_IN)));
  }

  private static Coverage.Said said(Law.Words words) {
    return new Coverage.Said(words.text(), words.language());
  }
}
