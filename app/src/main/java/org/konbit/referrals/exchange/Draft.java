package org.konbit.referrals.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.clients.FieldGroup;
import org.konbit.directory.Need;
import org.konbit.referrals.lifecycle.Track;

/**
 * What somebody wants to send, before it is sent.
 *
 * @param to who keeps the service
 * @param share the groups of fields that the family agreed to share; none unless it is warm
 * @param message what the receiver should know beside, which tells of the need
 * @param parent the referral that was rerouted, of which this is the next
 */
public record Draft(
    UUID id,
    UUID client,
    UUID to,
    UUID service,
    Need need,
    Track track,
    Warmth warmth,
    Urgency urgency,
    Contact contact,
    Set<FieldGroup> share,
    String message,
    Optional<UUID> parent) {
  /** The longest message, in characters. */
  public static final int LONGEST_MESSAGE = 2_000;

  /** How the family gets there. */
  public enum Warmth {
    /** The partner is told of them, with their consent. */
    WARM,
    /** The partner learns that somebody may come; nothing of whom. */
    COLD,
    /** They go themselves, with a paper. */
    SELF
  }

  /** How soon. */
  public enum Urgency {
    ROUTINE,
    SOON,
    URGENT
  }

  /** Who calls whom. */
  public enum Contact {
    PARTNER_CALLS,
    PERSON_CALLS,
    DO_NOT_CONTACT
  }

  public Draft {
    share = Set.copyOf(share);
    if ((warmth == Warmth.WARM) == share.isEmpty()) {
      throw new IllegalArgumentException(
          "Something is told of a person exactly if the referral is warm, not (%s)."
              .formatted(warmth));
    }
    if (!message.isEmpty() && !share.contains(FieldGroup.NEED_NOTE)) {
      throw new IllegalArgumentException("A message tells what nobody agreed to share.");
    }
  }

  @Override
  public String toString() { // the message may name somebody
    return "Draft[%s]".formatted(id);
  }
}
