package org.konbit.referrals.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.language.Keys;
import org.konbit.language.Texts;
import org.konbit.referrals.report.Quarter;
import org.konbit.referrals.report.Report;
import org.konbit.referrals.report.Reports.Side;
import org.konbit.referrals.report.Table;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;

/** Says a report in words, as a page and as a file. */
final class ReportPages {
  /**
   * What was asked for.
   *
   * @param current the quarter it is
   */
  record Asked(Side side, Quarter quarter, boolean isOutside, boolean isOver, Quarter current) {}

  private static final int QUARTERS = 8;
  private static final String BYTE_ORDER_MARK = "\ufeff"; // so that spreadsheets read UTF-8
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");

  private final DeskFrame desk;
  private final Texts t;
  private final Asked asked;
  private final Report report;
  private final Table freshness;
  private final Map<UUID, String> partners;

  ReportPages(
      DeskFrame desk, Asked asked, Report report, Table freshness, Map<UUID, String> partners) {
    this.desk = desk;
    this.t = desk.frame().t();
    this.asked = asked;
    this.report = report;
    this.freshness = freshness;
    this.partners = partners;
  }

  /** What is public anyway: how fresh the directory is, which no family can be worked out of. */
  static Table freshness(String key, Offers.Reliance reliance) {
    return new Table(
        key,
        List.of(
            new Table.Row("confirmed", OptionalInt.of(reliance.confirmed())),
            new Table.Row("stale", OptionalInt.of(reliance.stale())),
            new Table.Row("never", OptionalInt.of(reliance.never()))));
  }

  ReportPage page() {
    boolean hasOther = asked.isOutside() || asked.isOver();
    return new ReportPage(
        desk,
        Stream.of(Side.values())
            .map(side ->
                new Box(
                    Keys.of(side),
                    t.localize("referrals.side." + Keys.of(side)),
                    "",
                    side == asked.side()))
            .toList(),
        asked.current().andBefore(QUARTERS).stream()
            .map(each -> new Box(each.toString(), months(each), "", each.equals(asked.quarter())))
            .toList(),
        span(asked.quarter()),
        asked.isOutside(),
        asked.isOver(),
        hasOther ? address("report", !asked.isOutside()) : "",
        address("report.csv", asked.isOutside()),
        figures(),
        report.tables().stream().map(this::chart).toList(),
        chart(freshness));
  }

  private String span(Quarter quarter) {
    return t.localize("referrals.report.span", t.date(quarter.first()), t.date(quarter.last()));
  }

  /** The same in fewer words, for a list on a phone. */
  private String months(Quarter quarter) {
    return t.localize(
        "referrals.report.span",
        t.month(YearMonth.from(quarter.first())),
        t.month(YearMonth.from(quarter.last())));
  }

  private String address(String place, boolean isOutside) {
    return "%s/referrals/%s?side=%s&quarter=%s%s"
        .formatted(
            desk.home(),
            place,
            Keys.of(asked.side()),
            asked.quarter(),
            isOutside ? "&version=outside" : "");
  }

  private List<ReportPage.Figure> figures() {
    var figures = new ArrayList<ReportPage.Figure>();
    figures.add(figure("all", report.all(), "number"));
    figures.add(figure("in-time", report.inTime(), "percent"));
    report.hoursToAnswer().ifPresent(hours -> figures.add(hours("to-answer", hours)));
    report.hoursToService().ifPresent(hours -> figures.add(hours("to-service", hours)));
    figures.add(figure("known", report.known(), "percent"));
    figures.add(figure("recalled", report.recalled(), "percent"));
    return figures;
  }

  private ReportPage.Figure figure(String key, OptionalInt value, String unit) {
    return new ReportPage.Figure(
        value.isPresent()
            ? t.localize("referrals.report." + unit, value.getAsInt())
            : t.localize("referrals.report.untold"),
        t.localize("referrals.figure." + key));
  }

  private ReportPage.Figure hours(String key, long hours) {
    return new ReportPage.Figure(
        t.localize("referrals.report.hours", hours), t.localize("referrals.figure." + key));
  }

  private ReportPage.Chart chart(Table table) {
    int most = table.rows().stream().mapToInt(row -> row.many().orElse(0)).max().orElse(0);
    String help = "referrals.table.%s-help".formatted(table.key());
    return new ReportPage.Chart(
        table.key(),
        t.localize("referrals.table." + table.key()),
        t.has(help) ? t.localize(help) : "",
        table.rows().stream()
            .map(row ->
                new ReportPage.Bar(
                    name(table, row), many(row), most == 0 ? 0 : 100 * row.many().orElse(0) / most))
            .toList());
  }

  private String name(Table table, Table.Row row) {
    return switch (table.key()) {
      case "partner" -> partners.getOrDefault(UUID.fromString(row.name()), "");
      case "directory", "own-entries" -> t.localize("referrals.fresh." + row.name());
      case "need", "unmet" -> t.localize(Need.of(row.name()).orElseThrow().messageKey());
      default -> t.localize("referrals.%s.%s".formatted(table.key(), row.name()));
    };
  }

  private String many(Table.Row row) {
    return row.many().isPresent()
        ? t.localize("referrals.report.number", row.many().getAsInt())
        : t.localize("referrals.report.hidden");
  }

  String fileName() {
    return "referrals-%s-%s%s.csv"
        .formatted(Keys.of(asked.side()), asked.quarter(), asked.isOutside() ? "" : "-inside-only");
  }

  /** A line for each count; one that is hidden says so. */
  byte[] file() {
    var out = new StringBuilder(BYTE_ORDER_MARK);
    try (var csv = CSVFormat.RFC4180.print(out)) {
      csv.printRecord("table", "row", "count");
      for (var figure : figures()) {
        csv.printRecord(t.localize("referrals.report.heading"), figure.label(), figure.value());
      }
      for (var table : Stream.concat(report.tables().stream(), Stream.of(freshness)).toList()) {
        String heading = t.localize("referrals.table." + table.key());
        for (var row : table.rows()) {
          csv.printRecord(
              heading,
              harmless(name(table, row)),
              row.many().isPresent() ? Integer.toString(row.many().getAsInt()) : "hidden");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  // A spreadsheet runs what begins like a formula, and partners choose their names.
  private static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
