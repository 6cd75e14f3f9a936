package org.konbit.referrals.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.database.Acting;
import org.konbit.directory.Offers;
import org.konbit.language.Keys;
import org.konbit.referrals.report.Quarter;
import org.konbit.referrals.report.Report;
import org.konbit.referrals.report.Reports;
import org.konbit.referrals.report.Table;
import org.konbit.web.DeskFrame;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What came of referrals: numbers for a supervisor, and numbers that may be passed on. */
@Controller
class ReportController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Reports reports;
  private final Offers offers;
  private final Organisations organisations;
  private final Clock clock;

  ReportController(Reports reports, Offers offers, Organisations organisations, Clock clock) {
    this.reports = reports;
    this.offers = offers;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/referrals/report")
  ModelAndView report(
      DeskFrame desk,
      @RequestParam(defaultValue = "") String side,
      @RequestParam(defaultValue = "") String quarter,
      @RequestParam(defaultValue = "") String version) {
    return new ModelAndView("referrals/report", "page", pages(desk, side, quarter, version).page());
  }

  @GetMapping("/desk/{lang}/referrals/report.csv")
  ResponseEntity<byte[]> file(
      DeskFrame desk,
      @RequestParam(defaultValue = "") String side,
      @RequestParam(defaultValue = "") String quarter,
      @RequestParam(defaultValue = "") String version) {
    var pages = pages(desk, side, quarter, version);
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(pages.fileName()).build().toString())
        .body(pages.file());
  }

  private ReportPages pages(DeskFrame desk, String sideKey, String written, String version) {
    var today = LocalDate.now(clock);
    var side = sideKey.equals(Keys.of(Reports.Side.GOT)) ? Reports.Side.GOT : Reports.Side.SENT;
    var quarter =
        written.isEmpty()
            ? Quarter.of(today)
            : Quarter.of(written)
                .filter(each -> !each.first().isAfter(today))
                .orElseThrow(NotHere::new);
    boolean isOver = quarter.last().isBefore(today);
    // What may be passed on of a quarter that goes on would tell, from day to day, of each family.
    boolean isOutside = version.equals("outside");
    if (isOutside && !isOver) {
      throw new NotHere();
    }
    var counts = reports.counts(side, quarter);
    return new ReportPages(
        desk,
        new ReportPages.Asked(side, quarter, isOutside, isOver, Quarter.of(today)),
        isOutside ? Report.outside(counts) : Report.inside(counts),
        freshness(side),
        organisations.names());
  }

  /** How far those who send can rely on the directory; and on what it says of whoever gets. */
  private Table freshness(Reports.Side side) {
    return switch (side) {
      case SENT -> ReportPages.freshness("directory", offers.reliance());
      case GOT ->
          ReportPages.freshness(
              "own-entries", offers.reliance(Acting.now().actingFor().orElseThrow(NotHere::new)));
    };
  }
}
