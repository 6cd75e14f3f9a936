package org.konbit.toolkit.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.konbit.toolkit.content.GovernmentAction.Event;
import org.konbit.toolkit.content.GovernmentAction.Status;

/** Where an action stands follows from its events alone, whatever they are. */
class StandingTests {
  private static final List<Status> STATUSES = List.of(Status.values());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @RepeatedTest(200)
  void the_last_event_that_says_something_decides(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var events = anyEvents(random);

    Status expected = Status.UNKNOWN;
    LocalDate since = LocalDate.MIN;
    for (var event : events) { // told by hand, one after another
      boolean counts = event.status().isPresent() && !event.on().first().isAfter(TODAY);
      if (counts && event.on().first().isAfter(since)) {
        expected = event.status().get();
        since = event.on().first();
      }
    }

    assertThat(GovernmentAction.standing(events, TODAY).status()).isEqualTo(expected);
  }

  @RepeatedTest(100)
  void the_order_in_which_events_are_written_does_not_matter(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var events = anyEvents(random);
    var shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);

    assertThat(GovernmentAction.standing(shuffled, TODAY))
        .isEqualTo(GovernmentAction.standing(events, TODAY));
  }

  @RepeatedTest(100)
  void what_has_not_happened_yet_changes_nothing(RepetitionInfo repetition) {
    var events = anyEvents(new Random(repetition.getCurrentRepetition()));
    var later = new ArrayList<>(events);
    later.add(event(TODAY.plusDays(repetition.getCurrentRepetition()), Optional.of(Status.ENDED)));

    assertThat(GovernmentAction.standing(later, TODAY))
        .isEqualTo(GovernmentAction.standing(events, TODAY));
  }

  @Test
  void of_two_events_on_one_day_the_later_written_holds() {
    var day = TODAY.minusDays(3);
    var events =
        List.of(event(day, Optional.of(Status.IN_FORCE)), event(day, Optional.of(Status.PAUSED)));

    assertThat(GovernmentAction.standing(events, TODAY).status()).isEqualTo(Status.PAUSED);
  }

  @Test
  void without_a_word_on_where_it_stands_nothing_is_known() {
    assertThat(GovernmentAction.standing(List.of(event(TODAY, Optional.empty())), TODAY).status())
        .isEqualTo(Status.UNKNOWN);
  }

  // No two on the same day: which holds then is the order they are written in.
  private static List<Event> anyEvents(Random random) {
    var events = new ArrayList<Event>();
    var day = TODAY.minusDays(random.nextInt(400));
    for (int i = 0, many = random.nextInt(9); i < many; i++) {
      day = day.plusDays(1 + random.nextInt(120));
      var status =
          random.nextInt(3) == 0
              ? Optional.<Status>empty()
              : Optional.of(STATUSES.get(random.nextInt(STATUSES.size())));
      events.add(event(day, status));
    }
    Collections.shuffle(events, random);
    return events;
  }

  private static Event event(LocalDate day, Optional<Status> status) {
    return new Event(When.on(day), "Something happened.", status, 1);
  }
}
