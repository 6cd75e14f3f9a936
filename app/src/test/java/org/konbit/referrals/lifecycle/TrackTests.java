package org.konbit.referrals.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.testing.Seeds;

class TrackTests {
  private static final Set<State> FINAL =
      Set.of(
          State.COMPLETED,
          State.UNABLE,
          State.DECLINED,
          State.CLIENT_DECLINED,
          State.RECALLED,
          State.EXPIRED,
          State.REROUTED,
          State.ENTERED_IN_ERROR,
          State.DISCARDED,
          State.LOGGED_ONLY,
          State.CLOSED);

  static LongStream seeds() {
    return Seeds.many();
  }

  @Test
  void the_moves_are_those_of_the_rules_and_no_others() {
    var moves =
        Arrays.stream(Track.values())
            .flatMap(track ->
                track.moves().stream()
                    .map(move ->
                        String.join(
                            " ",
                            track.name(),
                            move.from().name(),
                            move.by().name(),
                            move.to().name())))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(moves).hasSize(Rules.lines().size()).isEqualTo(Rules.lines());
  }

  @Test
  void every_move_that_the_rules_do_not_name_is_refused_by_name() {
    int refused = 0;
    for (var track : Track.values()) {
      for (var from : State.values()) {
        for (var to : State.values()) {
          for (var by : Mover.values()) {
            if (!Rules.lines()
                .contains(String.join(" ", track.name(), from.name(), by.name(), to.name()))) {
              refused++;
              assertThatThrownBy(() -> track.check(from, to, by))
                  .isInstanceOfSatisfying(
                      IllegalMove.class,
                      e -> {
                        assertThat(e.from()).isEqualTo(from);
                        assertThat(e.to()).isEqualTo(to);
                        assertThat(e.by()).isEqualTo(by);
                      });
            }
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(3_000);
  }

  @Test
  void what_is_final_is_final_for_everybody() {
    assertThat(Arrays.stream(State.values()).filter(State::isFinal))
        .containsExactlyInAnyOrderElementsOf(FINAL);
    for (var track : Track.values()) {
      for (var by : Mover.values()) {
        FINAL.forEach(state -> assertThat(track.next(state, by)).as("%s", state).isEmpty());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_is_done_a_referral_ends_and_the_sender_sees_no_more_than_it_may(long seed) {
    var random = new Random(seed);
    var track = any(random, Track.values());
    var state = State.DRAFT;
    for (int i = 0; i < 200 && !state.isFinal(); i++) {
      var by = any(random, Mover.values());
      var next = List.copyOf(new TreeSet<>(track.next(state, by)));
      if (!next.isEmpty()) {
        var to = next.get(random.nextInt(next.size()));
        track.check(state, to, by);
        state = to;
        assertThat(seen(track)).contains(track.asSenderSees(state));
      }
    }

    assertThat(state.isFinal()).isTrue();
  }

  private static Set<State> seen(Track track) {
    return switch (track) {
      case ORDINARY -> Set.of(State.values());
      case LEGAL ->
          Set.of(
              State.SENT, State.RECEIVED, State.APPOINTMENT_OFFERED, State.CLOSED, State.DISCARDED);
      case UNSEEN -> Set.of(State.SENT, State.CLOSED, State.DISCARDED);
    };
  }

  private static <T> T any(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }
}
