package org.konbit.referrals.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the database itself lets neither side do, whatever statement they send. */
@KonbitTest
class ReferralGuardTests {
  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff staff;
  @Autowired private Statuses statuses;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;

  private UUID harbor;
  private UUID valley;

  @BeforeEach
  void twoPartners() {
    harbor = staff.organisation("Harbor Clinic");
    valley = staff.organisation("Valley Legal Aid");
  }

  @Test
  void the_database_allows_the_moves_of_the_rules_and_no_others() {
    int allowed = 0;
    for (var track : Track.values()) {
      for (var from : State.values()) {
        for (var to : State.values()) {
          for (var by : Mover.values()) {
            boolean may =
                jdbc.sql("SELECT referral_may_move(:track, :from, :to, :by)")
                    .param("track", track.name())
                    .param("from", from.name())
                    .param("to", to.name())
                    .param("by", by.name())
                    .query(Boolean.class)
                    .single();
            // A draft has no status yet.
            assertThat(may)
                .as("%s: %s to %s by %s", track, from, to, by)
                .isEqualTo(from != State.DRAFT && track.allows(from, to, by));
            allowed += may ? 1 : 0;
          }
        }
      }
    }
    assertThat(allowed).isGreaterThan(30);
  }

  @Test
  void no_statement_of_either_side_passes_the_rules_by() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    var third = staff.organisation("River Center");

    guarded(harbor, "UPDATE referral_status SET state = 'ACCEPTED' WHERE id = :id", one.id());
    guarded(
        valley,
        "UPDATE referral_status SET state = 'EXPIRED', closed_at = now() WHERE id = :id",
        one.id());
    guarded(valley, "UPDATE referral_status SET withdrawn_at = now() WHERE id = :id", one.id());
    guarded(valley, "UPDATE referral_status SET due_at = now() WHERE id = :id", one.id());
    guarded(harbor, "UPDATE referral_status SET reminded = 100 WHERE id = :id", one.id());
    guarded(
        harbor,
        "UPDATE referral_status SET to_organisation_id = from_organisation_id WHERE id = :id",
        one.id());
    guarded(harbor, "DELETE FROM referral_status WHERE id = :id", one.id());
    assertThat(changed(third, "UPDATE referral_status SET state = 'ACCEPTED' WHERE id = :id", one))
        .isZero();
    assertThat(changed(third, "DELETE FROM referral_status WHERE id = :id", one)).isZero();
  }

  @Test
  void how_long_an_answer_may_take_and_whether_it_came_in_time_is_nobody_s_to_change() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, one.id(), Change.to(State.NEEDS_INFORMATION));

    for (var side : List.of(harbor, valley)) {
      guarded(side, "UPDATE referral_status SET answer_hours = 1 WHERE id = :id", one.id());
      guarded(side, "UPDATE referral_status SET answered_in_time = false WHERE id = :id", one.id());
    }
    assertThat(given.status(harbor, one.id()).orElseThrow().answersWithin())
        .isEqualTo(Offers.USUAL_ANSWER);
  }

  @Test
  void how_it_came_to_where_it_is_is_noted_by_the_database_and_by_nobody_else() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, one.id(), Change.to(State.NEEDS_INFORMATION));
    given.move(harbor, one.id(), Change.to(State.SENT));
    given.move(valley, one.id(), Change.to(State.ACCEPTED));

    for (var side : List.of(harbor, valley)) {
      assertThat(steps(side, one))
          .extracting(step -> step.to() + " by " + step.by())
          .containsExactly(
              "NEEDS_INFORMATION by RECEIVER", "SENT by SENDER", "ACCEPTED by RECEIVER");
      guarded(side, "UPDATE referral_status SET went_to = '{}' WHERE id = :id", one.id());
      guarded(side, "UPDATE referral_status SET went_at[1] = now() WHERE id = :id", one.id());
    }
    assertThat(steps(staff.organisation("River Center"), one)).isEmpty();
  }

  @Test
  void of_what_goes_back_and_forth_for_ever_the_last_200_steps_are_kept() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, one.id(), Change.to(State.ACCEPTED));
    given.move(valley, one.id(), Change.to(State.IN_SERVICE));
    worker(valley)
        .run(() ->
            transactions.executeWithoutResult(_ -> {
              for (int i = 0; i < 202; i++) {
                jdbc.sql("UPDATE referral_status SET state = :to WHERE id = :id")
                    .param("to", i % 2 == 0 ? "ON_HOLD" : "IN_SERVICE")
                    .param("id", one.id())
                    .update();
              }
            }));

    assertThat(steps(valley, one))
        .hasSize(200)
        .last()
        .matches(step -> step.to() == State.IN_SERVICE);
  }

  @Test
  void a_mistake_has_its_reason_and_nobody_gives_it_another() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    guarded(
        harbor,
        "UPDATE referral_status SET state = 'ENTERED_IN_ERROR', closed_at = now() WHERE id = :id",
        one.id());
    guarded(harbor, "UPDATE referral_status SET mistake = 'OTHER' WHERE id = :id", one.id());
    guarded(
        harbor,
        """
        UPDATE referral_status SET state = 'RECALLED', mistake = 'OTHER', closed_at = now()
         WHERE id = :id
        """,
        one.id());

    given.move(harbor, one.id(), Change.mistaken(Mistake.SENT_TWICE, ""));

    assertThat(given.status(valley, one.id()).orElseThrow().mistake()).hasValue(Mistake.SENT_TWICE);
    for (var side : List.of(harbor, valley)) {
      guarded(side, "UPDATE referral_status SET mistake = 'OTHER' WHERE id = :id", one.id());
      guarded(side, "UPDATE referral_status SET mistake = NULL WHERE id = :id", one.id());
    }
  }

  private List<Step> steps(UUID organisation, GivenReferrals.Given one) {
    return worker(organisation).call(() -> transactions.execute(_ -> statuses.steps(one.id())));
  }

  private void guarded(UUID organisation, String sql, UUID id) {
    assertThatThrownBy(() ->
            worker(organisation)
                .run(() ->
                    transactions.executeWithoutResult(_ -> jdbc.sql(sql).param("id", id).update())))
        .as(sql)
        .isInstanceOf(DataAccessException.class);
  }

  private int changed(UUID organisation, String sql, GivenReferrals.Given one) {
    return worker(organisation)
        .call(() -> transactions.execute(_ -> jdbc.sql(sql).param("id", one.id()).update()));
  }
}
