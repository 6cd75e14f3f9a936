package org.konbit.referrals.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.State;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.testing.Superuser;
import org.konbit.vault.Audit;
import org.konbit.vault.SealedFields;
import org.konbit.vault.testing.KilledTransactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The process ends between any two steps of a sending: it was sent wholly or not at all. */
@KonbitTest
@Import(Superuser.class)
class KilledSendingTests {
  private static final int STEPS = 3;

  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff staff;
  @Autowired private Drafts drafts;
  @Autowired private Sharing sharing;
  @Autowired private Statuses statuses;
  @Autowired private Commands commands;
  @Autowired private Places places;
  @Autowired private Offers offers;
  @Autowired private ClockWork clockWork;
  @Autowired private Audit audit;
  @Autowired private SealedFields fields;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Superuser superuser;
  @Autowired private SettableClock clock;

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void killed_between_any_two_steps_nothing_is_half_sent_and_the_same_command_ends_it() {
    var harbor = staff.organisation("Harbor Clinic");
    var valley = staff.organisation("Valley Legal Aid");
    for (int committed = 0; committed < STEPS; committed++) {
      var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");
      var key = UUID.randomUUID();
      var killed = sending(committed);

      assertThatThrownBy(() -> worker(harbor).run(() -> killed.send(one.id(), key)))
          .isInstanceOf(KilledTransactions.Killed.class);

      assertThat(given.status(valley, one.id())).as("killed after %d", committed).isEmpty();
      assertThat(given.status(harbor, one.id())).isEmpty();
      assertThat(given.seen(valley, "handover", "id", one.id())).isZero();
      worker(harbor).run(() -> sending(STEPS).send(one.id(), key));
      worker(harbor).run(() -> sending(STEPS).send(one.id(), key));
      assertThat(given.seen(valley, "handover", "id", one.id())).isEqualTo(1);
      assertThat(given.status(valley, one.id()).orElseThrow().state()).isEqualTo(State.SENT);
    }
  }

  @Test
  void what_a_killed_sending_left_with_the_receiver_is_swept_up() {
    var harbor = staff.organisation("Harbor Clinic");
    var valley = staff.organisation("Valley Legal Aid");
    var one = given.drafted(harbor, valley, Need.FOOD, "Altagracia");
    assertThatThrownBy(
            () -> worker(harbor).run(() -> sending(STEPS - 1).send(one.id(), UUID.randomUUID())))
        .isInstanceOf(KilledTransactions.Killed.class);
    assertThat(left(one.id())).isEqualTo(1);

    clock.pass(Duration.ofHours(2));
    clockWork.run();

    assertThat(left(one.id())).isZero();
  }

  @Test
  void killed_before_what_follows_from_a_move_the_clock_does_it() {
    var harbor = staff.organisation("Harbor Clinic");
    var valley = staff.organisation("Valley Legal Aid");
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.places(valley, one.service(), 1);
    given.move(valley, one.id(), Change.to(State.ACCEPTED));
    assertThat(given.placesLeft(valley, one.service())).isZero();
    var killed = moves(1);

    assertThatThrownBy(() ->
            worker(harbor)
                .run(() ->
                    killed.move(
                        one.id(),
                        1,
                        Change.mistaken(Mistake.WRONG_PERSON, "Altagracia"),
                        UUID.randomUUID())))
        .isInstanceOf(KilledTransactions.Killed.class);
    assertThat(given.seen(valley, "handover", "id", one.id())).as("hidden at once").isZero();
    assertThat(left(one.id())).isEqualTo(1);
    clockWork.run();

    assertThat(left(one.id())).isZero();
    assertThat(given.placesLeft(valley, one.service())).isEqualTo(1);
    clockWork.run();
    assertThat(given.placesLeft(valley, one.service())).as("once").isEqualTo(1);
  }

  private Sending sending(int committed) {
    var killed = killed(committed);
    return new Sending(
        jdbc,
        drafts,
        sharing,
        new Handovers(jdbc, fields, audit, killed, clock()),
        statuses,
        commands,
        offers,
        audit,
        killed,
        clock());
  }

  private Moves moves(int committed) {
    var killed = killed(committed);
    var handovers = new Handovers(jdbc, fields, audit, killed, clock());
    return new Moves(
        statuses,
        handovers,
        places,
        new Settling(statuses, handovers, places, killed, clock()),
        commands,
        drafts,
        offers,
        audit,
        killed,
        clock());
  }

  private TransactionTemplate killed(int committed) {
    return new TransactionTemplate(new KilledTransactions(transactions, committed));
  }

  private Clock clock() {
    return clock;
  }

  private int left(UUID id) {
    return superuser
        .sql()
        .sql("SELECT count(*) FROM handover WHERE id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
