package org.konbit.simulation.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.konbit.simulation.microdata.Serial;
import org.konbit.simulation.run.Estimate;
import org.konbit.simulation.run.Quantity;
import org.konbit.simulation.run.Results;
import org.konbit.simulation.status.Controls;

/** A run as a person reads it in a terminal, with its calibration, misses included. */
public final class TableText {
  private static final List<Quantity> COVERAGE =
      List.of(
          Quantity.NEWLY_ELIGIBLE,
          Quantity.NEWLY_ENROLLED,
          Quantity.NEWLY_INSURED,
          Quantity.COST,
          Quantity.LOSES,
          Quantity.SAVED,
          Quantity.CREDIT_GAINERS,
          Quantity.CREDIT);
  private static final int MOVES = 12;
  private static final int RULE = 80;

  private final Run run;
  private final StringBuilder text = new StringBuilder();

  private TableText(Run run) {
    this.run = run;
  }

  /** The runs one after another. */
  public static String of(List<Run> runs) {
    return runs.stream()
        .map(run -> new TableText(run).written())
        .collect(Collectors.joining("\n" + "─".repeat(RULE) + "\n\n"));
  }

  private String written() {
    heading();
    summary();
    groups();
    moves();
    calibration();
    fits();
    footing();
    return text.toString();
  }

  private void line(String words) {
    text.append(words.stripTrailing()).append('\n');
  }

  private void heading() {
    line(run.about());
    line(String.format(Locale.ROOT, "%s (%s)", run.reform().title(), run.reform().id()));
    line(run.reform().about());
    line(String.format(Locale.ROOT, "Bill: %s", run.reform().bill()));
    var settings = run.settings();
    line(
        String.format(
            Locale.ROOT,
            "Law of %s against the reform on %s; %s; %d draws of statuses; seed %d; scenario %s.",
            settings.before(),
            settings.after(),
            settings.year() < 3 ? "year " + settings.year() : "long run",
            settings.draws(),
            settings.seed(),
            run.scenario() + (settings.isOverrun() ? ", overrun" : "")));
    line("");
  }

  private void summary() {
    line(String.format(Locale.ROOT, "%-34s %16s %14s", "Everyone, a year", "", "90 % ±"));
    for (Quantity quantity : Quantity.values()) {
      var figure = run.results().all().figure(quantity);
      if (figure.value() != 0) {
        line(
            String.format(
                Locale.ROOT,
                "  %-32s %16s %14s",
                quantity.label(),
                shown(quantity, figure.value()),
                shown(quantity, figure.margin())));
      }
    }
    line("");
  }

  private void groups() {
    var shown = COVERAGE.stream().filter(q -> run.results().all().figure(q).value() != 0).toList();
    if (shown.isEmpty()) {
      line("Nothing changes for anybody.");
      line("");
      return;
    }
    String by = "";
    for (Results.Line group : run.results().lines()) {
      boolean isEmpty = shown.stream().allMatch(q -> group.figure(q).value() == 0);
      if (group.by().equals("all") || isEmpty) {
        continue;
      }
      if (!group.by().equals(by)) {
        by = group.by();
        var head = new StringBuilder("%-36s".formatted("By " + by));
        shown.forEach(q -> head.append(" %18s".formatted(shortLabel(q))));
        line(head.toString());
      }
      var cells = new StringBuilder("  %-34s".formatted(group.name()));
      shown.forEach(q -> cells.append(" %18s".formatted(cell(q, group.figure(q)))));
      line(cells.toString());
    }
    line("");
  }

  private static String shortLabel(Quantity quantity) {
    return switch (quantity) {
      case CREDIT_GAINERS -> "returns gaining";
      case CREDIT -> "credit gained";
      case LOSES -> "losing";
      case SAVED -> "saved";
      default -> quantity.label();
    };
  }

  private static String cell(Quantity quantity, Estimate figure) {
    return shown(quantity, figure.value());
  }

  private static String shown(Quantity quantity, double value) {
    return quantity.isDollars()
        ? String.format(Locale.ROOT, "$%,.2f M", value / 1e6)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  private void moves() {
    if (run.results().moves().isEmpty()) {
      return;
    }
    line("Best coverage before → after, the largest moves");
    run.results().moves().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(MOVES)
        .forEach(move ->
            line(String.format(Locale.ROOT, "  %-58s %,12.0f", move.getKey(), move.getValue())));
    var homes = run.results().examples().stream().map(Serial::toString).toList();
    line("Homes to look at with --explain: " + String.join(", ", homes));
    line("");
  }

  private void calibration() {
    line("Held against published figures");
    for (Check check : Check.of(run)) {
      var target = check.target();
      line(
          String.format(
              Locale.ROOT,
              "  %-4s %s %-52s %14s   published %s (%s to %s), %s",
              check.isMet() ? "met" : "MISS",
              target.state(),
              target.quantity(),
              figure(target.unit(), check.reached()),
              figure(target.unit(), target.value()),
              figure(target.unit(), target.low()),
              figure(target.unit(), target.high()),
              target.source()));
    }
    for (Controls controls : run.controls()) {
      line(
          String.format(
              Locale.ROOT,
              "  model of statuses in %s: %.0f expected of %.0f wanted; uninsured share %.3f of"
                  + " %.3f wanted",
              controls.state(),
              controls.total(),
              controls.wanted().values().stream().mapToDouble(Double::doubleValue).sum(),
              controls.uninsuredReached(),
              controls.uninsuredWanted()));
    }
    line("");
  }

  private static String figure(String unit, double value) {
    return unit.equals("share")
        ? String.format(Locale.ROOT, "%.3f", value)
        : unit.equals("dollars")
            ? String.format(Locale.ROOT, "$%,.1f M", value / 1e6)
            : String.format(Locale.ROOT, "%,.0f", value);
  }

  private void fits() {
    if (run.fits().isEmpty()) {
      return;
    }
    var missed = run.fits().stream().filter(fit -> Math.abs(fit.miss()) > 0.01).toList();
    double worst = run.fits().stream().mapToDouble(fit -> Math.abs(fit.miss())).max().orElse(0);
    line(
        String.format(
            Locale.ROOT,
            "The synthetic people were weighted to %d published totals; %d are off by more than 1"
                + " %%, the worst by %.2f %%.",
            run.fits().size(),
            missed.size(),
            worst * 100));
    missed.forEach(fit ->
        line(
            String.format(
                Locale.ROOT,
                "  MISS %s, %s: %,.0f of %,.0f wanted",
                fit.margin(),
                fit.cell(),
                fit.reached(),
                fit.wanted())));
    line("");
  }

  private void footing() {
    line(
        run.people().hasReplicates()
            ? "The margins tell sampling and the drawn statuses; not take-up and costs: run"
                + " --scenario low and high."
            : "The margins tell the drawn statuses alone, not sampling, take-up or costs: run"
                + " --scenario low and high.");
    line(
        String.format(
            Locale.ROOT, "Law %s, reform %s.", brief(run.lawDigest()), brief(run.reformDigest())));
    line("docs/method.md tells how these figures come about and what they cannot tell.");
  }

  private static String brief(String digest) {
    return digest.substring(0, Math.min(19, digest.length()));
  }
}
