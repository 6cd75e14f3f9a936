package org.konbit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@KonbitTest
class FairShareTests {
  private static final int MORE_THAN_ALL_CONNECTIONS = 30;
  private static final int SHARE = 12;

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private PlatformTransactionManager manager;

  private final UUID harbor = UUID.randomUUID();
  private final UUID valley = UUID.randomUUID();

  @Test
  void an_organisation_that_takes_all_it_can_get_leaves_some_to_the_others() throws Exception {
    var hold = new CountDownLatch(1);
    var inside = new CountDownLatch(SHARE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var greedy =
          IntStream.range(0, MORE_THAN_ALL_CONNECTIONS)
              .mapToObj(_ -> threads.submit(() -> holdOn(inside, hold)))
              .toList();
      try {
        assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

        // Harbor lets go only after this: without a share for each it would never come to an end.
        var others = threads.submit(() -> read(valley));

        assertThat(others.get(60, TimeUnit.SECONDS)).isEqualTo(valley);
        assertThat(greedy).noneMatch(Future::isDone);
      } finally {
        hold.countDown();
      }
    }
    assertThat(read(harbor)).isEqualTo(harbor);
  }

  private UUID holdOn(CountDownLatch inside, CountDownLatch hold) {
    try {
      return as(harbor)
          .call(() ->
              transactions.execute(_ -> {
                inside.countDown();
                awaited(hold);
                return harbor;
              }));
    } catch (TooBusy e) { // it waited for its turn for too long, which is what it is told
      return harbor;
    }
  }

  @Test
  void a_transaction_inside_another_does_not_wait_for_itself() {
    var one = new FairShare(1, Duration.ofMillis(1));
    one.take(harbor);
    one.take(harbor);

    one.giveBack();
    one.giveBack();
    one.take(harbor);
    one.giveBack();

    var inner = new TransactionTemplate(manager);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    UUID seen = as(harbor).call(() -> transactions.execute(_ -> inner.execute(_ -> acting())));
    assertThat(seen).isEqualTo(harbor);
  }

  @Test
  void who_waits_too_long_is_told_so_and_holds_nothing() throws Exception {
    var share = new FairShare(1, Duration.ofMillis(1));
    share.take(harbor);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThatThrownBy(() -> threads.submit(() -> share.take(harbor)).get())
          .hasCauseInstanceOf(TooBusy.class);
      share.giveBack();

      threads
          .submit(() -> {
            share.take(harbor);
            share.giveBack();
          })
          .get();
    }
  }

  @Test
  void nothing_that_hangs_keeps_its_connection_for_ever() {
    assertThat(setting("statement_timeout")).isEqualTo("1min");
    assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
  }

  private String setting(String name) {
    return jdbc.sql("SELECT current_setting(:name)")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private UUID read(UUID organisation) {
    return as(organisation).call(() -> transactions.execute(_ -> acting()));
  }

  private UUID acting() {
    return jdbc.sql("SELECT konbit_organisation()").query(UUID.class).single();
  }

  private static Acting as(UUID organisation) {
    return new Acting.SystemActor(organisation, "test", "test");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
