package org.konbit.referrals.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.konbit.access.DemoPart.Somebody;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.Consents;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.exchange.Board;
import org.konbit.referrals.exchange.ClockWork;
import org.konbit.referrals.exchange.Conversation;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Moves;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.lifecycle.State;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@KonbitTest
@Import(Superuser.class)
class DemoReferralsTests {
  private static final String STATES =
      """
      SELECT coalesce(s.state, r.state)
        FROM referral r
        LEFT JOIN referral_status s ON s.id = r.id
       WHERE r.organisation_id = ANY (:senders)
      """;

  @LocalServerPort private int port;
  @Autowired private Clients clients;
  @Autowired private Consents consents;
  @Autowired private Offers offers;
  @Autowired private Drafts drafts;
  @Autowired private Sending sending;
  @Autowired private Moves moves;
  @Autowired private Conversation conversation;
  @Autowired private ClockWork clockWork;
  @Autowired private Board board;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private Clock clock;
  @Autowired private GivenStaff staff;
  @Autowired private GivenEntries entries;
  @Autowired private Superuser superuser;

  @Test
  void there_is_one_in_every_state_and_the_first_page_says_what_waits_for_whom() {
    var harbor = partner("Harbor of the Referrals", Need.FOOD);
    var river = partner("River of the Referrals", Need.FOOD);
    var valley = partner("Valley of the Referrals", Need.LEGAL);
    assertThat(today(harbor)).contains("Nothing waits for you today.").doesNotContain("Late");

    new DemoReferrals(
            clients,
            consents,
            offers,
            drafts,
            sending,
            moves,
            conversation,
            clockWork,
            board,
            jdbc,
            transactions,
            clock)
        .add(
            List.of(
                new Somebody(UUID.randomUUID(), harbor, "Marisol", Role.NAVIGATOR),
                new Somebody(UUID.randomUUID(), river, "Jean-Robert", Role.NAVIGATOR),
                new Somebody(UUID.randomUUID(), valley, "Nadège", Role.LEGAL_STAFF)));

    assertThat(states(harbor, valley))
        .containsAll(Stream.of(State.values()).map(Enum::name).toList());
    assertThat(today(harbor))
        .containsSubsequence(
            "Late: a family still waits",
            "Fredeline Joseph",
            "Answer these",
            "Rosa Amélia Teixeira",
            "Taken on by you",
            "Teresinha Vaz")
        .doesNotContain("Nothing waits", "Samira", "Edwin");
    assertThat(today(valley))
        .containsSubsequence(
            "A partner asks you",
            "Wilner Estimé",
            "the partner is late",
            "Fredeline Joseph",
            "Consents that end within a month",
            "Bảo Huỳnh")
        // Legal staff alone see what came to an attorney.
        .contains("Lovely Désir")
        .doesNotContain("Marie Carline");
  }

  private List<String> states(UUID... senders) {
    return superuser.sql().sql(STATES).param("senders", senders).query(String.class).list();
  }

  private String today(UUID organisation) {
    return new DeskVisitor(port)
        .with(staff.session(staff.person(organisation, Role.NAVIGATOR)))
        .open("/desk/en")
        .body();
  }

  private UUID partner(String name, Need need) {
    var id = staff.organisation(name);
    entries.entry(id, name).offers("Help", need).listed();
    return id;
  }
}
