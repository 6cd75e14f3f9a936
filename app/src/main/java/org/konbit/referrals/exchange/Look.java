package org.konbit.referrals.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konbit.database.Acting;
import org.konbit.referrals.lifecycle.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * At which referrals somebody looks, and in which order.
 *
 * @param partner the other partner, if only one's are looked at
 * @param isOwn whether only those that whoever looks has written
 * @param byName all partners in the order of their names, for the order by partner
 */
public record Look(
    Which which, Order order, Optional<UUID> partner, boolean isOwn, List<UUID> byName) {
  /** Which of them somebody looks at. */
  public enum Which {
    OPEN,
    CLOSED
  }

  /** Which come first. */
  public enum Order {
    /** What waits for whoever looks: what they took on long ago was due long ago. */
    WAITING("(s.closed_at IS NULL AND (%s)) DESC,"),
    DUE(""),
    NEWEST("s.sent_at DESC,"),
    PARTNER("array_position(:byName, s.%s),"),
    STATE("array_position(:states, s.state),");

    private final String first;

    Order(String first) {
      this.first = first;
    }
  }

  private static final String[] STATES =
      Stream.of(State.values()).map(State::name).toArray(String[]::new);

  /** All of them, what waits at the top. */
  public static Look at(Which which) {
    return new Look(which, Order.WAITING, Optional.empty(), false, List.of());
  }

  /**
   * What a statement about {@code referral_status s} asks besides; nothing of it came from outside.
   *
   * @param partner the column of the other partner
   * @param waits which of them wait for whoever looks
   */
  String sql(String partner, String waits) {
    String own =
        isOwn ? "AND EXISTS (SELECT FROM referral r WHERE r.id = s.id AND r.made_by = :me)" : "";
    return """
       AND (s.closed_at IS NOT NULL) = :closed
       AND (cast(:partner AS uuid) IS NULL OR s.%s = :partner)
       %s
     ORDER BY %s
              CASE WHEN s.closed_at IS NULL THEN s.due_at END, s.closed_at DESC, s.id
    OFFSET :from
     LIMIT :most
    """
        .formatted(partner, own, order.first.formatted(order == Order.PARTNER ? partner : waits));
  }

  JdbcClient.StatementSpec asked(JdbcClient.StatementSpec sql) {
    @Nullable UUID me = Acting.now().actingPerson().orElse(null);
    return sql.param("closed", which == Which.CLOSED)
        .param("partner", partner.orElse(null))
        .param("me", me)
        .param("states", STATES)
        .param("byName", byName.toArray(UUID[]::new));
  }
}
