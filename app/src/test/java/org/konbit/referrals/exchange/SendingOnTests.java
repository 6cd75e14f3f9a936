package org.konbit.referrals.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.NotHere;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.GivenClients;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Families who are sent on, who go by themselves, and who were only told of somebody. */
@KonbitTest
@Import(Superuser.class)
class SendingOnTests {
  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff staff;
  @Autowired private GivenClients clients;
  @Autowired private GivenEntries entries;
  @Autowired private Drafts drafts;
  @Autowired private Sending sending;
  @Autowired private Referrals referrals;
  @Autowired private Handovers handovers;
  @Autowired private Superuser superuser;
  @Autowired private TransactionOperations transactions;

  private UUID harbor;
  private UUID valley;
  private UUID river;

  @BeforeEach
  void threePartners() {
    harbor = staff.organisation("Harbor Clinic");
    valley = staff.organisation("Valley Legal Aid");
    river = staff.organisation("River Center");
  }

  @Test
  void a_family_is_sent_on_with_a_consent_of_its_own_and_whoever_named_the_next_learns_nothing() {
    var first = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    var service = entries.entry(river, "River").offers("Food", Need.FOOD).listed().service();
    given.move(valley, first.id(), Change.rerouted(service));

    var status = given.status(harbor, first.id()).orElseThrow();
    assertThat(status.state()).isEqualTo(State.REROUTED);
    assertThat(status.suggested()).hasValue(service);
    assertThat(GivenReferrals.left(superuser, first.id())).as("with whoever named it").isZero();
    var next =
        GivenReferrals.draft(first, river, service, Draft.Warmth.WARM, Optional.of(first.id()));
    worker(harbor).run(() -> drafts.write(next));
    assertThatThrownBy(() -> send(next.id()))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.why()).isEqualTo(Refused.Why.CONSENT_MISSING));
    assertThat(GivenReferrals.left(superuser, next.id())).as("before the family agreed").isZero();
    clients.consent(harbor, first.client(), river, GivenReferrals.SHARED);
    send(next.id());

    assertThat(given.status(river, next.id()).orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(got(river, next.id()).shared()).contains("Altagracia");
    assertThat(given.status(valley, next.id())).as("whoever named it").isEmpty();
    assertThat(worker(harbor).call(() -> referrals.next(first.id()))).hasValue(next.id());
  }

  @Test
  void of_whoever_goes_by_themselves_the_partner_learns_the_need_and_nothing_else() {
    var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");
    var own = GivenReferrals.draft(one, valley, one.service(), Draft.Warmth.SELF, Optional.empty());
    worker(harbor).run(() -> drafts.write(own));

    send(own.id()); // without any consent

    var got = got(valley, own.id());
    assertThat(got.need()).isEqualTo(Need.FOOD);
    assertThat(got.shared()).isEmpty();
    assertThat(got.message()).isEmpty();
    var status = given.status(valley, own.id()).orElseThrow();
    assertThat(status.sharedUntil()).as("the end of a consent that nobody needs").isEmpty();
    given.move(valley, own.id(), Change.to(State.ACCEPTED));
    given.move(valley, own.id(), Change.to(State.IN_SERVICE));
    given.move(valley, own.id(), Change.ended(State.COMPLETED, Outcome.RECEIVED_SERVICE));
    assertThat(given.status(harbor, own.id()).orElseThrow().outcome())
        .hasValue(Outcome.RECEIVED_SERVICE);
    assertThatThrownBy(() -> sharing(one, Draft.Warmth.SELF, Set.of(FieldGroup.NAME)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void that_a_family_was_told_of_somebody_is_the_senders_own_note() {
    var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");

    worker(harbor).run(() -> drafts.end(one.id(), true));

    assertThat(given.status(valley, one.id())).isEmpty();
    assertThat(GivenReferrals.left(superuser, one.id())).isZero();
    assertThatThrownBy(() -> send(one.id())).as("it never leaves").isInstanceOf(NotHere.class);
    assertThatThrownBy(() -> worker(harbor).run(() -> drafts.end(one.id(), false)))
        .as("nor is it thrown away")
        .isInstanceOf(NotHere.class);
    assertThat(worker(harbor).call(() -> referrals.about(one.client())))
        .singleElement()
        .satisfies(about -> assertThat(about.state()).isEqualTo(State.LOGGED_ONLY));
    given.send(given.again(one)); // it stands in nobody's way
    assertThat(worker(valley).call(() -> referrals.about(one.client())))
        .as("what another organisation is told of a person it does not have")
        .isEmpty();
  }

  @Test
  void no_message_and_no_note_tells_a_number_that_a_government_gave() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");

    assertThatThrownBy(() ->
            worker(harbor).run(() -> drafts.write(saying(one, "Her number is A 123 456 789."))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("123");
  }

  private void send(UUID id) {
    worker(harbor).run(() -> sending.send(id, UUID.randomUUID()));
  }

  private Handovers.Handover got(UUID organisation, UUID id) {
    return worker(organisation)
        .call(() -> transactions.execute(_ -> handovers.one(id)))
        .orElseThrow();
  }

  private static Draft saying(GivenReferrals.Given like, String message) {
    return new Draft(
        UUID.randomUUID(),
        like.client(),
        like.to(),
        like.service(),
        Need.FOOD,
        Track.ORDINARY,
        Draft.Warmth.WARM,
        Draft.Urgency.SOON,
        Draft.Contact.PERSON_CALLS,
        GivenReferrals.SHARED,
        message,
        Optional.empty());
  }

  private static Draft sharing(
      GivenReferrals.Given like, Draft.Warmth warmth, Set<FieldGroup> share) {
    return new Draft(
        UUID.randomUUID(),
        like.client(),
        like.to(),
        like.service(),
        Need.FOOD,
        Track.ORDINARY,
        warmth,
        Draft.Urgency.SOON,
        Draft.Contact.PERSON_CALLS,
        share,
        "",
        Optional.empty());
  }
}
