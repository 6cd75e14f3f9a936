package org.konbit.referrals.lifecycle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may do what with a referral, told a second time from the coalition's rules. */
public final class Rules {
  private static final String RULES =
      """
      ORDINARY DRAFT              SENDER   SENT DISCARDED ENTERED_IN_ERROR
      ORDINARY SENT               SENDER   RECALLED CLIENT_DECLINED ENTERED_IN_ERROR
      ORDINARY SENT               RECEIVER ACCEPTED NEEDS_INFORMATION WAITLISTED DECLINED CLIENT_DECLINED REROUTED
      ORDINARY SENT               CLOCK    EXPIRED
      ORDINARY NEEDS_INFORMATION  SENDER   SENT ENTERED_IN_ERROR
      ORDINARY WAITLISTED         SENDER   ENTERED_IN_ERROR
      ORDINARY WAITLISTED         RECEIVER ACCEPTED DECLINED
      ORDINARY WAITLISTED         CLOCK    EXPIRED
      ORDINARY ACCEPTED           SENDER   CLIENT_DECLINED ENTERED_IN_ERROR
      ORDINARY ACCEPTED           RECEIVER IN_SERVICE UNABLE CLIENT_DECLINED
      ORDINARY IN_SERVICE         SENDER   ENTERED_IN_ERROR
      ORDINARY IN_SERVICE         RECEIVER COMPLETED UNABLE ON_HOLD
      ORDINARY ON_HOLD            SENDER   ENTERED_IN_ERROR
      ORDINARY ON_HOLD            RECEIVER IN_SERVICE
      LEGAL    DRAFT              SENDER   SENT DISCARDED ENTERED_IN_ERROR
      LEGAL    SENT               SENDER   RECALLED ENTERED_IN_ERROR
      LEGAL    SENT               RECEIVER RECEIVED CLOSED
      LEGAL    SENT               CLOCK    CLOSED
      LEGAL    RECEIVED           SENDER   ENTERED_IN_ERROR
      LEGAL    RECEIVED           RECEIVER APPOINTMENT_OFFERED CLOSED
      LEGAL    APPOINTMENT_OFFERED SENDER  ENTERED_IN_ERROR
      LEGAL    APPOINTMENT_OFFERED RECEIVER CLOSED
      UNSEEN   DRAFT              SENDER   SENT DISCARDED ENTERED_IN_ERROR
      UNSEEN   SENT               SENDER   RECALLED ENTERED_IN_ERROR
      UNSEEN   SENT               CLOCK    CLOSED
      """;

  private Rules() {}

  /** The rules as lines of track, from, by and to. */
  public static Set<String> lines() {
    return RULES
        .lines()
        .map(line -> List.of(line.split(" +")))
        .flatMap(words ->
            words.stream()
                .skip(3)
                .map(to -> String.join(" ", words.get(0), words.get(1), words.get(2), to)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
