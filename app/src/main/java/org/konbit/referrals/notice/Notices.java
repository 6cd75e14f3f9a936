package org.konbit.referrals.notice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.konbit.access.Organisations;
import org.konbit.database.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells organisations that something new waits at their desk: once for all that is new, and no more
 * often than some minutes apart. Killed between any two steps, none is told twice; what was cut off
 * while it was being sent is not sent again, and the desk tells of it as of everything.
 */
@Service
class Notices {
  /** So often at most; that much can be read from when a message comes. */
  static final Duration APART = Duration.ofMinutes(15);

  private static final int MOST_TRIES = 6;
  private static final Duration CUT_OFF = Duration.ofHours(1);

  private static final String IS_QUIET =
      """
      SELECT NOT EXISTS (SELECT FROM notice WHERE made_at > :recently)
      """;
  private static final String TAKE_NOTE_OF_GOT =
      """
      UPDATE referral_status
         SET news_for_receiver = false
       WHERE to_organisation_id = (SELECT konbit_organisation())
         AND news_for_receiver
      """;
  private static final String TAKE_NOTE_OF_SENT =
      """
      UPDATE referral_status
         SET news_for_sender = false
       WHERE from_organisation_id = (SELECT konbit_organisation())
         AND news_for_sender
      """;
  private static final String MAKE =
      """
      INSERT INTO notice (organisation_id, id, state, made_at, next_at)
      VALUES (konbit_organisation(), :id, 'TO_SEND', :now, :now)
      """;
  // Who was cut off after claiming one may have sent it.
  private static final String GIVE_UP =
      """
      UPDATE notice
         SET state = 'UNSURE', ended_on = :today
       WHERE state = 'SENDING'
         AND next_at < :cutOff
      """;
  private static final String CLAIM =
      """
      UPDATE notice
         SET state = 'SENDING', tries = tries + 1, next_at = :now
       WHERE id = (SELECT id
                     FROM notice
                    WHERE state = 'TO_SEND'
                      AND next_at <= :now
                    ORDER BY next_at
                    LIMIT 1
                      FOR UPDATE SKIP LOCKED)
      RETURNING id, tries
      """;
  private static final String END =
      """
      UPDATE notice
         SET state = :state, ended_on = :today
       WHERE id = :id
      """;
  private static final String AGAIN =
      """
      UPDATE notice
         SET state = 'TO_SEND', next_at = :next
       WHERE id = :id
      """;

  private record Claimed(UUID id, int tries) {}

  private record Ready(Claimed claimed, Letter letter) {}

  private final JdbcClient jdbc;
  private final Mailboxes mailboxes;
  private final Post post;
  private final Organisations organisations;
  private final Wording wording;
  private final TransactionOperations transactions;
  private final Clock clock;

  Notices(
      JdbcClient jdbc,
      Mailboxes mailboxes,
      Post post,
      Organisations organisations,
      Wording wording,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.mailboxes = mailboxes;
    this.post = post;
    this.organisations = organisations;
    this.wording = wording;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Goes through all organisations.
   *
   * @return how many messages were sent
   */
  int run() {
    return organisations.all().stream().mapToInt(each -> run(each.id())).sum();
  }

  /** The same for one. */
  int run(UUID organisation) {
    return new Acting.SystemActor(organisation, "referrals", "notices")
        .call(() -> {
          if (within(mailboxes::one).isEmpty()) {
            return 0;
          }
          within(this::gather);
          within(() -> at(GIVE_UP).param("cutOff", before(CUT_OFF)).update());
          int sent = 0;
          for (var next = within(this::claim); next.isPresent(); next = within(this::claim)) {
            sent += deliver(next.get()) ? 1 : 0;
          }
          return sent;
        });
  }

  /** One message for all that happened since the last one. */
  private boolean gather() {
    boolean isQuiet =
        jdbc.sql(IS_QUIET).param("recently", before(APART)).query(Boolean.class).single();
    if (!isQuiet
        || jdbc.sql(TAKE_NOTE_OF_GOT).update() + jdbc.sql(TAKE_NOTE_OF_SENT).update() == 0) {
      return false;
    }
    return at(MAKE).param("id", UUID.randomUUID()).update() == 1;
  }

  private Optional<Ready> claim() {
    return at(CLAIM)
        .query(Claimed.class)
        .optional()
        .flatMap(claimed ->
            mailboxes
                .one()
                .map(mailbox -> new Ready(claimed, wording.letter(claimed.id(), mailbox))));
  }

  private boolean deliver(Ready ready) {
    var fate = post.send(ready.letter());
    var id = ready.claimed().id();
    switch (fate) {
      case SENT -> within(() -> end(id, "SENT"));
      case UNSURE -> within(() -> end(id, "UNSURE"));
      case NOT_SENT ->
          within(() ->
              ready.claimed().tries() >= MOST_TRIES
                  ? end(id, "GIVEN_UP")
                  : again(id, ready.claimed().tries()));
    }
    return fate == Post.Fate.SENT;
  }

  private int end(UUID id, String state) {
    return at(END).param("id", id).param("state", state).update();
  }

  /** After 5 minutes, 10, 20 and so on. */
  private int again(UUID id, int tries) {
    var next = clock.instant().plus(Duration.ofMinutes(5).multipliedBy(1L << (tries - 1)));
    return jdbc.sql(AGAIN).param("id", id).param("next", next.atOffset(UTC)).update();
  }

  private JdbcClient.StatementSpec at(String sql) {
    return jdbc.sql(sql)
        .param("now", clock.instant().atOffset(UTC))
        .param("today", LocalDate.now(clock));
  }

  private OffsetDateTime before(Duration time) {
    return clock.instant().minus(time).atOffset(UTC);
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }
}
