package org.konbit.referrals.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.GivenClients;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.exchange.Change;
import org.konbit.referrals.exchange.GivenReferrals;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class ReportsTests {
  @LocalServerPort private int port;
  @Autowired private Reports reports;
  @Autowired private GivenReferrals given;
  @Autowired private GivenEntries entries;
  @Autowired private GivenStaff staff;
  @Autowired private SettableClock clock;

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void a_supervisor_reads_what_came_of_referrals_and_passes_on_what_names_nobody() {
    var harbor = staff.organisation("Harbor of the Report");
    var valley = staff.organisation("Valley of the Report");
    var quarter = theNextQuarterBegins();
    someReferrals(harbor, valley);

    var sent = worker(harbor).call(() -> reports.counts(Reports.Side.SENT, quarter));
    var got = worker(valley).call(() -> reports.counts(Reports.Side.GOT, quarter));
    var others =
        worker(staff.organisation("River of the Report"))
            .call(() -> reports.counts(Reports.Side.SENT, quarter));
    var gotByNavigator =
        GivenClients.navigator(valley).call(() -> reports.counts(Reports.Side.GOT, quarter));

    assertThat(sent.whole().all()).as("survivors are not counted").isEqualTo(4);
    assertThat(sent.reach())
        .isEqualTo(
            Map.of(Counts.Reach.BEGUN, 1, Counts.Reach.ANSWERED, 2, Counts.Reach.UNANSWERED, 1));
    assertThat(sent.answer()).isEqualTo(Map.of(Counts.InTime.IN_TIME, 2, Counts.InTime.LATE, 1));
    assertThat(sent.whole().hoursToAnswer()).as("of 2, 5 and many").hasValue(5L);
    assertThat(sent.whole().hoursToService()).hasValue(7L);
    assertThat(sent.outcome()).isEqualTo(Map.of(Outcome.RECEIVED_SERVICE, 1));
    assertThat(sent.reason()).isEqualTo(Map.of(DeclineReason.AT_CAPACITY, 1));
    assertThat(sent.partner()).isEqualTo(Map.of(valley, 4));
    assertThat(sent.need()).isEqualTo(Map.of(Need.FOOD, 2, Need.LEGAL, 1, Need.WORK, 1));
    assertThat(sent.unmet()).isEqualTo(Map.of(Need.LEGAL, 1, Need.WORK, 1));
    assertThat(got.whole().all()).isEqualTo(4);
    assertThat(got.need()).as("what a receiver has forgotten").isEmpty();
    assertThat(gotByNavigator.whole().all()).as("without what an attorney got").isEqualTo(3);
    assertThat(others.whole().all()).isZero();
    page(harbor, quarter);
  }

  @Test
  void an_answer_is_in_time_by_what_the_service_says_and_a_late_question_stays_late() {
    var harbor = staff.organisation("Harbor of the Hours");
    var valley = staff.organisation("Valley of the Hours");
    var quarter = theNextQuarterBegins();
    var quick =
        entries
            .entry(valley, "Partner")
            .offers("Help", Need.FOOD)
            .answering(Duration.ofHours(4))
            .listed()
            .service();
    var late = given.drafted(harbor, valley, quick, Need.FOOD, "Altagracia");
    var inTime = given.drafted(harbor, valley, quick, Need.FOOD, "Berenice");
    given.send(late);
    given.send(inTime);
    clock.pass(Duration.ofHours(3));
    given.move(valley, inTime.id(), Change.to(State.ACCEPTED));
    clock.pass(Duration.ofHours(2));
    given.move(valley, late.id(), Change.to(State.NEEDS_INFORMATION));
    given.move(harbor, late.id(), Change.to(State.SENT));
    given.move(valley, late.id(), Change.to(State.ACCEPTED));

    var sent = worker(harbor).call(() -> reports.counts(Reports.Side.SENT, quarter));

    assertThat(sent.answer()).isEqualTo(Map.of(Counts.InTime.IN_TIME, 1, Counts.InTime.LATE, 1));
  }

  @Test
  void a_partner_reads_how_fresh_its_own_entries_are_whatever_the_quarter() {
    var valley = staff.organisation("Valley of the Entries");
    entries.entry(valley, "Partner").offers("Help", Need.FOOD).listed();
    var file = "/desk/en/referrals/report.csv?side=got";
    var fresh = "How fresh your own entries are today,";

    assertThat(visitor(valley, Role.PROGRAMME_MANAGER).open(file).body())
        .contains(fresh + "confirmed within 6 months,1", fresh + "confirmed longer ago,0");
    clock.pass(Duration.ofDays(200));
    assertThat(visitor(valley, Role.PROGRAMME_MANAGER).open(file).body())
        .contains(fresh + "confirmed within 6 months,0", fresh + "confirmed longer ago,1");
  }

  /** So that all of it happens in one quarter, whatever the day is. */
  private Quarter theNextQuarterBegins() {
    var next = Quarter.of(Quarter.of(LocalDate.now(clock)).last().plusDays(1));
    passUntil(next.first());
    return next;
  }

  private void passUntil(LocalDate day) {
    clock.pass(
        Duration.between(
            clock.instant(), day.atStartOfDay(clock.getZone()).plusHours(9).toInstant()));
  }

  private void page(UUID organisation, Quarter quarter) {
    var report = "/desk/en/referrals/report";
    var ours = "?side=sent&quarter=" + quarter;
    assertThat(visitor(organisation, Role.PROGRAMME_MANAGER).open(report).body())
        .contains("67 percent", "5 hours", "No place now", "For use inside", "<rect width=\"100\"")
        .contains("How fresh the directory is today")
        .doesNotContain("Altagracia", "The version to pass on");
    var early = visitor(organisation, Role.NAVIGATOR).open(report + ours + "&version=outside");
    assertThat(early.status()).as("while the quarter goes on").isEqualTo(404);
    assertThat(visitor(organisation, Role.EDITOR).open(report).status()).isEqualTo(404);

    passUntil(quarter.last().plusDays(2));

    var later = visitor(organisation, Role.PROGRAMME_MANAGER).open(report + ours);
    assertThat(later.body()).contains("The version to pass on");
    assertThat(later.open(report + ours + "&version=outside").body())
        .contains("This may be passed on", "not told")
        .doesNotContain("No place now", "67 percent");
    var file = later.open(report + ".csv" + ours);
    assertThat(file.body())
        .contains("How far families came,Sent,4\r\n", "No place now,1")
        .contains("What came of referrals,of the answers came in time,67 percent\r\n");
    assertThat(file.answer().headers().firstValue("Content-Disposition").orElseThrow())
        .contains("referrals-sent-%s-inside-only.csv".formatted(quarter));
  }

  /** One helped, one declined late, a legal one that has arrived, one unanswered; one unseen. */
  private void someReferrals(UUID harbor, UUID valley) {
    var helped = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    var arrived = given.sent(harbor, valley, Need.LEGAL, "Altagracia");
    var declined = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.sent(harbor, valley, Need.WORK, "Altagracia");
    given.sent(harbor, staff.organisation("Lantern House"), Need.SAFETY, "Altagracia");
    clock.pass(Duration.ofHours(2));
    given.move(valley, arrived.id(), Change.to(State.RECEIVED));
    clock.pass(Duration.ofHours(3));
    given.move(valley, helped.id(), Change.to(State.ACCEPTED));
    clock.pass(Duration.ofHours(2));
    given.move(valley, helped.id(), Change.to(State.IN_SERVICE));
    given.move(valley, helped.id(), Change.ended(State.COMPLETED, Outcome.RECEIVED_SERVICE));
    var due = given.status(harbor, declined.id()).orElseThrow().dueAt();
    clock.pass(Duration.between(clock.instant(), due).plusHours(1));
    given.move(valley, declined.id(), Change.declined(DeclineReason.AT_CAPACITY));
  }

  private DeskVisitor visitor(UUID organisation, Role role) {
    return new DeskVisitor(port).with(staff.session(staff.person(organisation, role)));
  }
}
