package org.konbit.referrals.exchange;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Consent;
import org.konbit.clients.ConsentTerms;
import org.konbit.clients.Consents;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.GivenClients;
import org.konbit.clients.Purpose;
import org.konbit.directory.Need;
import org.konbit.directory.WorkingDays;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.Keeping;
import org.konbit.referrals.exchange.Refused.Why;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.IllegalMove;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.ResponseClock;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@KonbitTest
@Import(Superuser.class)
class ReferralTests {
  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff staff;
  @Autowired private GivenClients clients;
  @Autowired private GivenEntries entries;
  @Autowired private Entries all;
  @Autowired private Keeping keeping;
  @Autowired private Drafts drafts;
  @Autowired private Sending sending;
  @Autowired private Moves moves;
  @Autowired private Referrals referrals;
  @Autowired private Conversation conversation;
  @Autowired private Handovers handovers;
  @Autowired private Consents consents;
  @Autowired private ClockWork clockWork;
  @Autowired private Organisations organisations;
  @Autowired private SettableClock clock;
  @Autowired private TransactionOperations transactions;
  @Autowired private Superuser superuser;

  private UUID harbor;
  private UUID valley;

  @BeforeEach
  void twoPartners() {
    harbor = staff.organisation("Harbor Clinic");
    valley = staff.organisation("Valley Legal Aid");
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void the_receiver_gets_what_was_agreed_and_nothing_else() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");

    var got = shared(one.id()).orElseThrow();
    assertThat(got.shared()).contains("Altagracia", "617-555-0142", "two months behind");
    assertThat(got.shared()).doesNotContain("1987", "\"ht\"", "YES");
    assertThat(got.message()).isEqualTo("Speaks with us on Tuesdays.");
    assertThat(given.status(harbor, one.id()).orElseThrow().state()).isEqualTo(State.SENT);
  }

  @Test
  void a_draft_is_nobody_else_s() {
    var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");

    assertThat(given.status(valley, one.id())).isEmpty();
    assertThat(shared(one.id())).isEmpty();
    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
  }

  @Test
  void a_consent_that_was_withdrawn_or_ended_between_draft_and_send_sends_nothing() {
    var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");
    var other = given.drafted(harbor, valley, Need.FOOD, "Altagracia");
    withdraw(one);

    refused(Why.CONSENT_MISSING, () -> given.send(one));
    clock.pass(Duration.ofDays(200));
    refused(Why.CONSENT_MISSING, () -> given.send(other));

    assertThat(given.status(harbor, one.id())).isEmpty();
    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
  }

  @Test
  void a_consent_for_less_or_for_somebody_else_is_none() {
    var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");
    withdraw(one);
    clients.consent(harbor, one.client(), valley, Set.of(FieldGroup.NAME));
    clients.consent(
        harbor, one.client(), staff.organisation("River Center"), GivenReferrals.SHARED);

    refused(Why.CONSENT_MISSING, () -> given.send(one));
  }

  @Test
  void the_same_person_is_referred_to_a_service_once_at_a_time() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    var again = given.again(one);

    refused(Why.ALREADY_OPEN, () -> given.send(again));
    assertThat(given.status(harbor, again.id())).isEmpty();
    given.move(valley, one.id(), Change.declined(DeclineReason.AT_CAPACITY));
    given.send(again);

    assertThat(given.status(valley, again.id())).isPresent();
    assertThat(GivenReferrals.left(superuser, one.id()))
        .as("what is left of the one that was declined")
        .isZero();
  }

  @Test
  void nothing_is_sent_within_one_organisation_nor_to_one_that_left() {
    var own = entries.entry(harbor, "Harbor").offers("Food", Need.FOOD).listed().service();
    var sent = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    var inside = GivenReferrals.draft(sent, harbor, own, Draft.Warmth.WARM, Optional.empty());
    refused(Why.OWN_ORGANISATION, () -> worker(harbor).run(() -> drafts.write(inside)));

    var leaver = staff.organisation("Leaving Partner");
    var one = given.drafted(harbor, leaver, Need.FOOD, "Altagracia");
    var administrator = GivenClients.staff(staff.coalition(), Role.COALITION_ADMINISTRATOR);
    administrator.run(() -> organisations.suspend(leaver, true));
    try {
      refused(Why.RECEIVER_LEFT, () -> given.send(one));
    } finally {
      administrator.run(() -> organisations.suspend(leaver, false));
    }
  }

  @Test
  void a_family_is_not_sent_round_in_a_circle() {
    var first = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, first.id(), Change.rerouted(UUID.randomUUID()));
    var next =
        GivenReferrals.draft(
            first, valley, first.service(), Draft.Warmth.WARM, Optional.of(first.id()));

    refused(Why.CHAIN_CYCLE, () -> worker(harbor).run(() -> drafts.write(next)));
  }

  @Test
  void the_same_command_sent_twice_is_done_once_and_another_under_its_key_is_refused() {
    var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");
    var key = UUID.randomUUID();
    worker(harbor).run(() -> sending.send(one.id(), key));
    worker(harbor).run(() -> sending.send(one.id(), key));
    var other = given.drafted(harbor, valley, Need.FOOD, "Berenice");

    refused(Why.KEY_REUSED, () -> worker(harbor).run(() -> sending.send(other.id(), key)));

    assertThat(given.status(valley, other.id())).isEmpty();
    var accept = UUID.randomUUID();
    worker(valley).run(() -> moves.move(one.id(), 0, Change.to(State.ACCEPTED), accept));
    worker(valley).run(() -> moves.move(one.id(), 0, Change.to(State.ACCEPTED), accept));
    assertThat(given.status(harbor, one.id()).orElseThrow().changes()).isEqualTo(1);
  }

  @Test
  void a_withdrawn_consent_hides_at_once_and_the_clock_leaves_nothing() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, one.id(), Change.to(State.ACCEPTED));
    worker(harbor).run(() -> conversation.write(one.id(), "Ask for Altagracia."));
    assertThat(shared(one.id())).isPresent();

    withdraw(one);

    assertThat(shared(one.id())).as("at once").isEmpty();
    assertThat(given.seen(valley, "handover_note", "referral_id", one.id())).isZero();
    assertThat(given.status(valley, one.id()).orElseThrow().state()).isEqualTo(State.ACCEPTED);
    clockWork.run();
    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
  }

  @Test
  void a_consent_that_ends_hides_what_was_shared() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, one.id(), Change.to(State.WAITLISTED));
    clock.pass(Duration.ofDays(200));

    refused(Why.NOT_SHARED, () -> given.move(valley, one.id(), Change.to(State.ACCEPTED)));
    clockWork.run();

    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
    assertThat(given.status(harbor, one.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void what_nobody_answers_is_reminded_of_twice_and_then_over() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    var status = given.status(harbor, one.id()).orElseThrow();
    clockWork.run();
    assertThat(reminded(one.id())).isZero();

    clock.pass(Duration.between(clock.instant(), status.halfAt()).plusSeconds(1));
    clockWork.run();
    assertThat(reminded(one.id())).isEqualTo(50);
    clock.pass(Duration.between(clock.instant(), status.dueAt()).plusSeconds(1));
    clockWork.run();
    assertThat(reminded(one.id())).isEqualTo(100);
    assertThat(clockWork.run()).as("a second run at the same time").isZero();
    clock.pass(Duration.between(clock.instant(), status.expiresAt()).plusSeconds(1));
    clockWork.run();

    assertThat(given.status(harbor, one.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
  }

  @Test
  void a_service_has_its_own_time_to_answer_frozen_when_it_is_sent() {
    var quick =
        entries
            .entry(valley, "Partner")
            .offers("Help", Need.FOOD)
            .answering(Duration.ofHours(4))
            .listed();
    var one = given.drafted(harbor, valley, quick.service(), Need.FOOD, "Altagracia");
    given.send(one);
    answersWithin(quick, 100);
    var slow = given.drafted(harbor, valley, quick.service(), Need.FOOD, "Berenice");
    given.send(slow);

    var sent = given.status(valley, one.id()).orElseThrow();
    assertThat(sent.answersWithin()).isEqualTo(Duration.ofHours(4));
    assertAsked(sent, sent.sentAt(), 4);
    var later = given.status(valley, slow.id()).orElseThrow();
    assertAsked(later, later.sentAt(), 100);
    given.move(valley, one.id(), Change.to(State.NEEDS_INFORMATION));
    clock.pass(Duration.ofDays(7));
    given.move(harbor, one.id(), Change.to(State.SENT));
    var again = given.status(valley, one.id()).orElseThrow();
    assertAsked(again, again.changedAt(), 4);
    passUntil(again.halfAt());
    assertThat(reminded(one.id())).isEqualTo(50);
    passUntil(again.dueAt());
    assertThat(reminded(one.id())).isEqualTo(100);
    passUntil(again.expiresAt());
    assertThat(given.status(harbor, one.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
  }

  private void passUntil(Instant moment) {
    clock.pass(Duration.between(clock.instant(), moment).plusSeconds(1));
    clockWork.run();
  }

  private void answersWithin(GivenEntries.Given listed, int hours) {
    var was = all.wholes(List.of(listed.entry())).getFirst().service(listed.service());
    worker(valley).run(() -> keeping.put(GivenEntries.answering(was.orElseThrow(), hours)));
  }

  private void assertAsked(Status status, Instant since, int hours) {
    var expected =
        ResponseClock.from(since, Duration.ofHours(hours), WorkingDays.ofTheWeek(clock.getZone()));
    assertThat(status.answersWithin()).isEqualTo(expected.within());
    // The clock goes on between the two looks at it.
    assertThat(status.halfAt()).isCloseTo(expected.half(), within(1, SECONDS));
    assertThat(status.dueAt()).isCloseTo(expected.due(), within(1, SECONDS));
    assertThat(status.expiresAt()).isCloseTo(expected.expires(), within(1, SECONDS));
  }

  @Test
  void a_question_and_its_answer_begin_the_time_anew() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    var before = given.status(harbor, one.id()).orElseThrow();
    given.move(valley, one.id(), Change.to(State.NEEDS_INFORMATION));
    worker(valley).run(() -> conversation.write(one.id(), "How many are they?"));
    clock.pass(Duration.ofDays(30));
    clockWork.run();
    worker(harbor).run(() -> conversation.write(one.id(), "Four."));
    given.move(harbor, one.id(), Change.to(State.SENT));

    var after = given.status(valley, one.id()).orElseThrow();
    assertThat(after.state()).isEqualTo(State.SENT);
    assertThat(after.dueAt()).isAfter(before.dueAt());
    assertThat(notes(valley, after)).containsExactly("us: How many are they?", "them: Four.");
    assertThat(notes(harbor, after)).containsExactly("them: How many are they?", "us: Four.");
  }

  @Test
  void legal_staff_alone_see_a_legal_referral_and_the_sender_learns_no_reason() {
    var one = given.sent(harbor, valley, Need.LEGAL, "Altagracia");
    var navigator = GivenClients.navigator(valley);

    Optional<Handovers.Handover> seenByNavigator =
        navigator.call(() -> transactions.execute(_ -> handovers.one(one.id())));
    assertThat(seenByNavigator).isEmpty();
    assertThatThrownBy(() ->
            navigator.run(
                () -> moves.move(one.id(), 0, Change.to(State.RECEIVED), UUID.randomUUID())))
        .isInstanceOf(NotHere.class);
    assertThatThrownBy(
            () -> given.move(valley, one.id(), Change.declined(DeclineReason.NOT_ELIGIBLE)))
        .isInstanceOf(IllegalMove.class);
    given.move(valley, one.id(), Change.to(State.RECEIVED));
    given.move(valley, one.id(), Change.to(State.CLOSED));

    var seen = given.status(harbor, one.id()).orElseThrow();
    assertThat(seen.state()).isEqualTo(State.CLOSED);
    assertThat(seen.reason()).isEmpty();
    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
  }

  @Test
  void whoever_helps_survivors_sends_nothing_without_a_written_release() {
    var shelter = staff.organisation("Lantern House");
    entries.entry(shelter, "Lantern House").offers("Shelter", Need.SAFETY).listed();
    var service = entries.entry(valley, "Partner").offers("Help", Need.FOOD).listed().service();
    var client = clients.client(shelter, "Altagracia", "Fictional");
    var spoken = consentOf(shelter, client, ConsentTerms.Means.SPOKEN, 60);
    var one = given.drafted(shelter, valley, service, Need.FOOD, client, spoken);
    var cold = GivenReferrals.draft(one, valley, service, Draft.Warmth.COLD, Optional.empty());
    worker(shelter).run(() -> drafts.write(cold));

    refused(Why.RELEASE_MISSING, () -> given.send(one));
    refused(
        Why.RELEASE_MISSING,
        () -> worker(shelter).run(() -> sending.send(cold.id(), UUID.randomUUID())));
    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
    assertThat(GivenReferrals.left(superuser, cold.id())).isZero();
    assertThat(given.status(valley, cold.id())).as("that somebody is there").isEmpty();

    var signed = consentOf(shelter, client, ConsentTerms.Means.SIGNED, 30);
    worker(shelter).run(() -> sending.send(cold.id(), UUID.randomUUID()));
    assertThat(given.status(valley, cold.id()))
        .as("the spoken one holds longer")
        .hasValueSatisfying(each ->
            assertThat(each.sharedUntil().orElseThrow())
                .isBefore(clock.instant().plus(Duration.ofDays(32))));
    worker(shelter).run(() -> consents.withdraw(signed, Consent.How.WRITTEN));
    assertThat(given.status(valley, cold.id()).orElseThrow().state()).isEqualTo(State.RECALLED);
  }

  private UUID consentOf(UUID shelter, UUID client, ConsentTerms.Means means, int days) {
    var id = UUID.randomUUID();
    var terms =
        new ConsentTerms(
            valley,
            Purpose.REFERRAL,
            GivenReferrals.SHARED,
            clients.today().plusDays(days),
            "ht",
            "",
            ConsentTerms.Capacity.SELF,
            means,
            "May we tell them?");
    worker(shelter).run(() -> consents.give(id, client, terms));
    return id;
  }

  @Test
  void nobody_learns_whether_somebody_came_to_a_program_for_survivors() {
    var lantern = staff.organisation("Lantern House");
    var one = given.sent(harbor, lantern, Need.SAFETY, "Altagracia");

    assertThat(given.status(harbor, one.id()).orElseThrow().track()).isEqualTo(Track.UNSEEN);
    for (var state : List.of(State.ACCEPTED, State.RECEIVED, State.CLOSED)) {
      assertThatThrownBy(() -> given.move(lantern, one.id(), Change.to(state)))
          .isInstanceOf(IllegalMove.class);
    }
  }

  @Test
  void the_outcome_of_a_service_is_told_to_whoever_sent() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, one.id(), Change.to(State.ACCEPTED));
    given.move(valley, one.id(), Change.to(State.IN_SERVICE));
    given.move(valley, one.id(), Change.ended(State.COMPLETED, Outcome.RECEIVED_SERVICE));

    var seen = given.status(harbor, one.id()).orElseThrow();
    assertThat(seen.outcome()).hasValue(Outcome.RECEIVED_SERVICE);
    assertThat(seen.closedAt()).isPresent();
  }

  @Test
  void the_partner_reads_which_mistake_it_was_and_never_what_the_sender_says_of_it() {
    for (var need : List.of(Need.FOOD, Need.LEGAL)) {
      var one = given.sent(harbor, valley, need, "Altagracia");
      var key = UUID.randomUUID();
      var change = Change.mistaken(Mistake.WRONG_PERSON, "Meant for Altagracia’s aunt.");
      worker(harbor).run(() -> moves.move(one.id(), 0, change, key));
      worker(harbor).run(() -> moves.move(one.id(), 0, change, key));

      assertThat(given.status(valley, one.id()).orElseThrow().mistake())
          .hasValue(Mistake.WRONG_PERSON);
      assertThat(mistakeWords(harbor, one)).isEqualTo("Meant for Altagracia’s aunt.");
      assertThat(mistakeWords(valley, one)).isEmpty();
      assertThat(mistakeWords(staff.organisation("River Center"), one)).isEmpty();
      assertThat(shared(one.id())).isEmpty();
      assertThat(GivenReferrals.left(superuser, one.id())).isZero();
    }
  }

  @Test
  void what_is_kept_nowhere_is_not_kept_of_a_mistake_either() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");

    assertThatThrownBy(
            () -> given.move(harbor, one.id(), Change.mistaken(Mistake.OTHER, "Is A 123 456 789.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("123");

    assertThat(given.status(valley, one.id()).orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(mistakeWords(harbor, one)).isEmpty();
  }

  @Test
  void a_mistake_is_told_with_a_reason_and_one_of_no_name_in_words() {
    assertThatThrownBy(() -> Change.to(State.ENTERED_IN_ERROR))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Change.mistaken(Mistake.OTHER, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Change.mistaken(Mistake.SENT_TWICE, "a".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Change.mistaken(Mistake.SENT_TWICE, "Altagracia").toString())
        .doesNotContain("Altagracia");
  }

  private String mistakeWords(UUID organisation, GivenReferrals.Given one) {
    return worker(organisation).call(() -> referrals.mistakeWords(one.id()));
  }

  private void withdraw(GivenReferrals.Given one) {
    worker(one.from()).run(() -> consents.withdraw(one.consent(), Consent.How.SPOKEN));
  }

  private Optional<Handovers.Handover> shared(UUID id) {
    return worker(valley).call(() -> transactions.execute(_ -> handovers.one(id)));
  }

  private List<String> notes(UUID organisation, Status status) {
    return worker(organisation)
        .call(() -> transactions.execute(_ -> conversation.all(status, organisation)))
        .stream()
        .map(note -> (note.isOurs() ? "us: " : "them: ") + note.text())
        .toList();
  }

  private int reminded(UUID id) {
    return superuser
        .sql()
        .sql("SELECT reminded FROM referral_status WHERE id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private static void refused(Why why, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(why))
        .hasMessageNotContaining("Altagracia");
  }
}
