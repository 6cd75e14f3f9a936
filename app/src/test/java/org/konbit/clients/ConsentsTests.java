package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.clients.FieldGroup.CONTACT;
import static org.konbit.clients.FieldGroup.NAME;
import static org.konbit.clients.FieldGroup.NEED_NOTE;
import static org.konbit.clients.GivenClients.navigator;
import static org.konbit.clients.GivenClients.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.NotHere;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@KonbitTest
class ConsentsTests {
  @Autowired private Consents consents;
  @Autowired private GivenClients given;
  @Autowired private GivenEntries entries;
  @Autowired private Withdrawals withdrawals;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;

  private final UUID harbor = UUID.randomUUID();
  private UUID valley;
  private UUID pantry;
  private UUID ana;
  private UUID consent;

  @BeforeEach
  void aConsent() {
    valley = given.partner("Valley Legal Aid");
    pantry = given.partner("Third Partner");
    ana = given.client(harbor, "Ana", "Pérez");
    consent = given.consent(harbor, ana, valley, GivenClients.NAME_AND_CONTACT);
    withdrawals.forget();
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void what_was_agreed_to_is_kept_with_its_language_and_interpreter() {
    var kept = navigator(harbor).call(() -> consents.of(ana)).getFirst();

    assertThat(kept.id()).isEqualTo(consent);
    assertThat(kept.receiver()).isEqualTo(valley);
    assertThat(kept.purpose()).isEqualTo(Purpose.REFERRAL);
    assertThat(kept.shares()).isEqualTo(GivenClients.NAME_AND_CONTACT);
    assertThat(kept.language()).isEqualTo("ht");
    assertThat(kept.interpreter()).isEqualTo("Widelene Fictional");
    assertThat(kept.capacity()).isEqualTo(ConsentTerms.Capacity.SELF);
    assertThat(kept.withdrawal()).isEmpty();
  }

  @Test
  void it_covers_what_it_names_and_nothing_more() {
    assertThat(isValid(valley, Purpose.REFERRAL, Set.of(NAME))).isTrue();
    assertThat(isValid(valley, Purpose.REFERRAL, Set.of(NAME, CONTACT))).isTrue();
    assertThat(isValid(valley, Purpose.REFERRAL, Set.of(NAME, NEED_NOTE))).isFalse();
    assertThat(isValid(pantry, Purpose.REFERRAL, Set.of(NAME))).isFalse();
    assertThat(isValid(valley, Purpose.KEPT_SCREENING, Set.of(NAME))).isFalse();
    assertThat(
            navigator(harbor)
                .call(() ->
                    consents.isValid(
                        given.client(harbor, "Luis"),
                        valley,
                        Purpose.REFERRAL,
                        Set.of(NAME),
                        now())))
        .isFalse();
  }

  @Test
  void two_consents_do_not_add_up_to_a_third() {
    given.consent(harbor, ana, valley, Set.of(NEED_NOTE));

    assertThat(isValid(valley, Purpose.REFERRAL, Set.of(NAME, NEED_NOTE))).isFalse();
  }

  @Test
  void it_holds_through_its_last_day_and_not_before_it_was_given() {
    var last = given.today().plusMonths(6);
    var zone = clock.getZone();

    assertThat(holdsAt(last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1))).isTrue();
    assertThat(holdsAt(last.plusDays(1).atStartOfDay(zone).toInstant())).isFalse();
    assertThat(holdsAt(now().minusSeconds(60))).isFalse();
  }

  @Test
  void withdrawn_it_holds_no_more_and_who_shared_by_it_is_told_once() {
    var before = now();
    clock.pass(Duration.ofMinutes(5));

    navigator(harbor).run(() -> consents.withdraw(consent, Consent.How.SPOKEN));
    navigator(harbor).run(() -> consents.withdraw(consent, Consent.How.WRITTEN));

    assertThat(holdsAt(now())).isFalse();
    assertThat(holdsAt(before)).isTrue();
    assertThat(withdrawals.heard()).containsExactly(new ConsentWithdrawn(harbor, consent, ana));
    assertThat(navigator(harbor).call(() -> consents.of(ana)).getFirst().withdrawal())
        .hasValueSatisfying(each -> assertThat(each.how()).isEqualTo(Consent.How.SPOKEN));
  }

  @Test
  void if_what_was_shared_cannot_be_taken_back_nothing_is_withdrawn() {
    withdrawals.failNext();

    assertThatThrownBy(
            () -> navigator(harbor).run(() -> consents.withdraw(consent, Consent.How.SPOKEN)))
        .isInstanceOf(Withdrawals.CannotTakeBack.class);

    assertThat(isValid(valley, Purpose.REFERRAL, Set.of(NAME))).isTrue();
  }

  @Test
  void a_withdrawal_waits_for_what_is_being_shared_and_then_takes_it_back() throws Exception {
    var isAsked = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var withdrawal =
          navigator(harbor)
              .call(() ->
                  transactions.execute(_ -> {
                    assertThat(
                            consents.covering(ana, valley, Purpose.REFERRAL, Set.of(NAME), now()))
                        .hasValue(consent);
                    var begun =
                        threads.submit(() ->
                            navigator(harbor)
                                .run(() -> {
                                  isAsked.countDown();
                                  consents.withdraw(consent, Consent.How.SPOKEN);
                                }));
                    awaitWaiting(isAsked);
                    assertThat(withdrawals.heard()).isEmpty();
                    return begun;
                  }));
      withdrawal.get();
    }

    assertThat(withdrawals.heard()).hasSize(1);
  }

  /** Until the database says that a statement waits for a lock on a row. */
  private void awaitWaiting(CountDownLatch isAsked) {
    try {
      isAsked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    int waiting = 0;
    while (waiting == 0) {
      waiting =
          jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Integer.class).single();
      Thread.onSpinWait();
    }
  }

  @Test
  void what_may_not_be_agreed_to_is_refused_and_nothing_kept() {
    var late = given.today().plusMonths(12).plusDays(1);
    var elena = given.client(harbor, "Elena");
    for (var terms :
        List.of(
            terms(valley, Set.of(NAME), given.today().minusDays(1)),
            terms(valley, Set.of(NAME), late),
            terms(harbor, Set.of(NAME), given.today()))) {
      assertThatThrownBy(() -> give(elena, terms)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> give(elena, terms(UUID.randomUUID(), Set.of(NAME), given.today())))
        .isInstanceOf(NotHere.class);
    assertThatThrownBy(() -> give(UUID.randomUUID(), terms(valley, Set.of(NAME), given.today())))
        .isInstanceOf(NotHere.class);
    assertThatThrownBy(() -> terms(valley, Set.of(), given.today()))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(navigator(harbor).call(() -> consents.of(elena))).isEmpty();
  }

  @Test
  void at_a_program_for_survivors_a_consent_ends_within_three_months() {
    var lantern = given.partner("Lantern House");
    entries.entry(lantern, "Lantern House").offers("Shelter", Need.SAFETY).listed();
    var elena = given.client(lantern, "Elena");
    var today = given.today();

    assertThatThrownBy(() ->
            navigator(lantern)
                .run(() ->
                    consents.give(
                        UUID.randomUUID(), elena, terms(valley, Set.of(NAME), today.plusDays(91)))))
        .isInstanceOf(IllegalArgumentException.class);
    navigator(lantern)
        .run(() ->
            consents.give(
                UUID.randomUUID(), elena, terms(valley, Set.of(NAME), today.plusDays(90))));

    assertThat(navigator(lantern).call(() -> consents.of(elena))).hasSize(1);
    assertThat(navigator(lantern).call(consents::usual)).isEqualTo(today.plusDays(30));
    assertThat(navigator(harbor).call(consents::latest)).isEqualTo(today.plusMonths(12));
  }

  @Test
  void another_organisation_neither_sees_nor_withdraws_it() {
    navigator(valley)
        .run(() -> {
          assertThat(consents.of(ana)).isEmpty();
          assertThat(consents.isValid(ana, valley, Purpose.REFERRAL, Set.of(NAME), now()))
              .isFalse();
          assertThatThrownBy(() -> consents.withdraw(consent, Consent.How.SPOKEN))
              .isInstanceOf(NotHere.class);
        });
    assertThat(isValid(valley, Purpose.REFERRAL, Set.of(NAME))).isTrue();
  }

  @Test
  void what_a_consent_says_cannot_be_changed_afterwards() {
    for (String change : List.of("shares = '{NAME,NEED_NOTE}'", "until = until + 1")) {
      assertThatThrownBy(() ->
              navigator(harbor)
                  .run(() ->
                      transactions.executeWithoutResult(
                          _ -> jdbc.sql("UPDATE consent SET " + change).update())))
          .isInstanceOf(DataAccessException.class);
    }
  }

  private void give(UUID client, ConsentTerms terms) {
    navigator(harbor).run(() -> consents.give(UUID.randomUUID(), client, terms));
  }

  private Instant now() {
    return clock.instant();
  }

  private boolean holdsAt(Instant at) {
    return navigator(harbor)
        .call(() -> consents.isValid(ana, valley, Purpose.REFERRAL, Set.of(NAME), at));
  }

  private boolean isValid(UUID receiver, Purpose purpose, Set<FieldGroup> shares) {
    return navigator(harbor).call(() -> consents.isValid(ana, receiver, purpose, shares, now()));
  }
}
