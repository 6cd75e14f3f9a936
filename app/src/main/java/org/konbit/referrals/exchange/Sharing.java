package org.konbit.referrals.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.clients.Clients;
import org.konbit.clients.Consents;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.Purpose;
import org.konbit.clients.SharedFields;
import org.konbit.clients.SharedTexts;
import org.springframework.stereotype.Component;

/** What a family agreed to, and what it covers, inside the sender's transaction. */
@Component
class Sharing {
  /**
   * A family's yes that holds now.
   *
   * @param until the instant at which it ends
   */
  record Agreed(UUID consent, Instant until) {}

  private final Clients clients;
  private final Consents consents;
  private final SharedTexts texts;
  private final Clock clock;

  Sharing(Clients clients, Consents consents, SharedTexts texts, Clock clock) {
    this.clients = clients;
    this.consents = consents;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * The consent that names this receiver, for a referral, with all of these groups of fields. It
   * cannot be withdrawn until the transaction has ended.
   *
   * @param mustBeSigned whether only one that the person signed counts
   */
  Optional<Agreed> agreed(
      UUID client, UUID receiver, Set<FieldGroup> groups, boolean mustBeSigned) {
    var now = clock.instant();
    var found =
        mustBeSigned
            ? consents.signed(client, receiver, Purpose.REFERRAL, groups, now)
            : consents.covering(client, receiver, Purpose.REFERRAL, groups, now);
    return found
        .flatMap(
            id -> consents.of(client).stream().filter(each -> each.id().equals(id)).findFirst())
        .map(consent ->
            new Agreed(
                consent.id(),
                consent.until().plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
  }

  /** What these groups of fields say. */
  SharedFields fields(UUID client, Set<FieldGroup> groups) {
    return clients.sharedFields(client, groups);
  }

  /** The same as one text, for whoever seals it. */
  String text(SharedFields fields) {
    return texts.text(fields);
  }
}
