package org.konbit.referrals.notice;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.konbit.referrals.exchange.Workers;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an organisation wants to be told that something waits at its desk. */
@Service
public class Mailboxes {
  /** The longest address, in characters. */
  public static final int LONGEST = 254;

  private static final SealedColumn ADDRESS = new SealedColumn("notice_mailbox", "address");
  private static final Pattern PLAUSIBLE =
      Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");

  private static final String ONE = "SELECT id, address, language FROM notice_mailbox";
  private static final String SET =
      """
      INSERT INTO notice_mailbox (organisation_id, id, address, language)
      VALUES (konbit_organisation(), :id, :address, :language)
      """;
  private static final String CLEAR = "DELETE FROM notice_mailbox";

  /**
   * A mailbox.
   *
   * @param language the tag of the language its messages are in
   */
  public record Mailbox(String address, String language) {
    @Override
    public String toString() { // it may be somebody's own
      return "Mailbox";
    }
  }

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final NoticeSettings settings;

  Mailboxes(JdbcClient jdbc, SealedFields fields, NoticeSettings settings) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.settings = settings;
  }

  /** Whether mail could reach such an address. */
  public static boolean isPlausible(String address) {
    return address.length() <= LONGEST && PLAUSIBLE.matcher(address).matches();
  }

  /** Whether mail leaves this installation at all; if not, letters lie in a folder. */
  public boolean hasServer() {
    return !settings.smtpUrl().isEmpty();
  }

  /** The acting organisation's. */
  @Transactional(readOnly = true)
  public Optional<Mailbox> ours() {
    Workers.mustBe();
    return one();
  }

  /** The same, inside Konbit's own transaction. */
  Optional<Mailbox> one() {
    return jdbc.sql(ONE)
        .query((row, _) ->
            new Mailbox(
                fields.open(ADDRESS, row.getObject("id", UUID.class), row.getBytes("address")),
                row.getString("language")))
        .optional();
  }

  /** Sends messages there from now on, instead of wherever they were sent before. */
  @Transactional
  public void set(Mailbox mailbox) {
    Workers.mustBe();
    if (!isPlausible(mailbox.address())) {
      throw new IllegalArgumentException("The address is none.");
    }
    jdbc.sql(CLEAR).update();
    var id = UUID.randomUUID();
    jdbc.sql(SET)
        .param("id", id)
        .param("address", fields.seal(ADDRESS, id, mailbox.address()))
        .param("language", mailbox.language())
        .update();
  }

  /** Sends no messages any more. */
  @Transactional
  public void clear() {
    Workers.mustBe();
    jdbc.sql(CLEAR).update();
  }
}
