package org.konbit.referrals.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.exchange.Refused.Why;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.State;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once: one moves a referral, and no place is given twice. */
@KonbitTest
class ReferralRaceTests {
  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff staff;
  @Autowired private GivenEntries entries;
  @Autowired private Moves moves;

  private UUID harbor;
  private UUID valley;

  @BeforeEach
  void twoPartners() {
    harbor = staff.organisation("Harbor Clinic");
    valley = staff.organisation("Valley Legal Aid");
  }

  @Test
  void of_many_who_accept_at_once_one_does() throws Exception {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.places(valley, one.service(), 5);

    var outcomes =
        together(
            16,
            i -> {
              var change =
                  i % 2 == 0
                      ? Change.to(State.ACCEPTED)
                      : Change.declined(DeclineReason.AT_CAPACITY);
              worker(valley).run(() -> moves.move(one.id(), 0, change, UUID.randomUUID()));
            });

    assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(1);
    assertThat(outcomes.stream().flatMap(Optional::stream))
        .allMatch(e -> e instanceof Refused refused && refused.why() == Why.MOVED_MEANWHILE);
    boolean isAccepted = given.status(harbor, one.id()).orElseThrow().state() == State.ACCEPTED;
    assertThat(given.placesLeft(valley, one.service())).isEqualTo(isAccepted ? 4 : 5);
  }

  @Test
  void of_many_families_as_many_get_a_place_as_there_are() throws Exception {
    var service = entries.entry(valley, "Valley").offers("Beds", Need.HOUSING).listed().service();
    given.places(valley, service, 3);
    var many =
        IntStream.range(0, 8)
            .mapToObj(i -> given.drafted(harbor, valley, service, Need.HOUSING, "Family"))
            .toList();
    many.forEach(given::send);

    var outcomes =
        together(many.size(), i -> given.move(valley, many.get(i).id(), Change.to(State.ACCEPTED)));

    assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(3);
    assertThat(outcomes.stream().flatMap(Optional::stream))
        .hasSize(5)
        .allMatch(e -> e instanceof Refused refused && refused.why() == Why.NO_PLACE);
    assertThat(given.placesLeft(valley, service)).isZero();
    var accepted =
        many.stream()
            .filter(each -> given.status(harbor, each.id()).orElseThrow().state() == State.ACCEPTED)
            .findFirst()
            .orElseThrow();
    given.move(harbor, accepted.id(), Change.to(State.CLIENT_DECLINED));
    assertThat(given.placesLeft(valley, service)).as("a place that is free again").isEqualTo(1);
  }

  /** What came of the same work done by many at once; nothing where it succeeded. */
  private static List<Optional<Throwable>> together(int many, java.util.function.IntConsumer work)
      throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, many)
              .<Callable<Integer>>mapToObj(i ->
                  () -> {
                    work.accept(i);
                    return i;
                  })
              .toList();
      var outcomes = new ArrayList<Optional<Throwable>>();
      for (var task : threads.invokeAll(tasks)) {
        try {
          task.get();
          outcomes.add(Optional.empty());
        } catch (ExecutionException e) {
          outcomes.add(Optional.of(e.getCause()));
        }
      }
      return outcomes;
    }
  }
}
