package org.konbit.referrals.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konbit.access.Organisations;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.referrals.exchange.Change;
import org.konbit.referrals.exchange.GivenReferrals;
import org.konbit.referrals.lifecycle.State;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.vault.testing.KilledTransactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KonbitTest
class NoticesTests {
  /** The transactions of a run that sends one message. */
  private static final int STEPS = 6;

  @LocalServerPort private int port;
  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff staff;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Organisations organisations;
  @Autowired private Wording wording;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private SettableClock clock;

  @TempDir private Path folder;

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private UUID harbor;
  private UUID valley;

  @BeforeEach
  void twoPartnersOfWhichOneHasAMailbox() {
    server.start();
    harbor = staff.organisation("Harbor of the Notices");
    valley = staff.organisation("Valley of the Notices " + UUID.randomUUID());
    worker(valley).run(() -> mailboxes.set(new Mailboxes.Mailbox("intake@valley.example", "es")));
  }

  @AfterEach
  void backToThePresent() {
    worker(valley).run(() -> mailboxes.clear());
    server.stop();
    clock.reset();
  }

  @Test
  void a_partner_is_told_that_there_is_an_update_once_and_nothing_of_what() throws Exception {
    settled();
    given.sent(harbor, valley, Need.LEGAL, "Altagracia");
    given.sent(harbor, valley, Need.FOOD, "Berenice");

    assertThat(notices(post()).run(valley)).as("one for both").isEqualTo(1);
    assertThat(notices(post()).run(valley)).as("nothing new").isZero();

    var message = only();
    assertThat(message.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("intake@valley.example");
    assertThat(message.getSubject()).isEqualTo("Tiene una novedad");
    assertThat(message.getContent().toString())
        .contains("http://localhost:", "/desk/es")
        .doesNotContain("Altagracia", "Berenice", "Harbor", "Valley", "legal", "617", "/referrals");
    clock.pass(Notices.APART.plusMinutes(1));
    assertThat(notices(post()).run(valley)).as("nothing new, later").isZero();
  }

  @Test
  void whoever_moves_one_is_not_told_of_it_and_the_other_side_is() {
    var one = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    settled();
    given.move(valley, one.id(), Change.to(State.ACCEPTED));
    assertThat(notices(post()).run(valley)).as("of their own doing").isZero();
    given.move(harbor, one.id(), Change.to(State.CLIENT_DECLINED));

    assertThat(notices(post()).run(valley)).isEqualTo(1);
    assertThat(notices(post()).run(harbor)).as("without a mailbox").isZero();
  }

  @Test
  void killed_between_any_two_steps_nobody_is_told_twice() throws Exception {
    for (int committed = 0; committed < STEPS; committed++) {
      settled();
      server.purgeEmailFromAllMailboxes();
      given.sent(harbor, valley, Need.FOOD, "Altagracia");
      var killed = notices(post(), new KilledTransactions(transactions, committed));
      assertThatThrownBy(() -> killed.run(valley))
          .as("after %d", committed)
          .isInstanceOf(KilledTransactions.Killed.class);

      notices(post()).run(valley);
      clock.pass(Duration.ofHours(2)); // for what was cut off while it was being sent
      notices(post()).run(valley);
      notices(post()).run(valley);

      assertThat(server.getReceivedMessages().length)
          .as("messages, killed after %d", committed)
          .isEqualTo(1);
    }
  }

  @Test
  void cut_off_while_it_is_being_sent_it_is_not_sent_again() {
    settled();
    given.sent(harbor, valley, Need.FOOD, "Altagracia");
    Post cutOff =
        letter -> {
          post().send(letter);
          throw new KilledTransactions.Killed();
        };
    assertThatThrownBy(() -> notices(cutOff).run(valley))
        .isInstanceOf(KilledTransactions.Killed.class);

    notices(post()).run(valley);
    clock.pass(Duration.ofHours(2));
    notices(post()).run(valley);

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void while_no_server_is_there_it_waits_and_goes_out_later() {
    settled();
    given.sent(harbor, valley, Need.FOOD, "Altagracia");
    int gone = server.getSmtp().getPort();
    server.stop();
    assertThat(notices(new SmtpPost(address(gone))).run(valley)).isZero();
    server.start();
    assertThat(notices(post()).run(valley)).as("at once").isZero();

    clock.pass(Duration.ofMinutes(6));

    assertThat(notices(post()).run(valley)).isEqualTo(1);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void without_a_server_letters_lie_on_this_machine_and_name_no_mailbox() throws Exception {
    settled();
    given.sent(harbor, valley, Need.FOOD, "Altagracia");

    notices(new SinkPost(folder)).run(valley);

    try (var files = Files.list(folder)) {
      assertThat(files)
          .singleElement()
          .satisfies(file ->
              assertThat(Files.readString(file))
                  .contains("Tiene una novedad")
                  .doesNotContain("valley", "Altagracia"));
    }
  }

  @Test
  void an_address_that_is_none_stops_the_start_and_is_not_repeated() {
    for (String each :
        new String[] {
          "mail.example.org", "http://mail.example.org?from=a@b.example", "smtp://u:Secret1@h"
        }) {
      assertThatThrownBy(() -> new SmtpPost(each))
          .hasMessageContaining("KONBIT_SMTP_URL cannot be read")
          .hasMessageNotContaining("Secret1");
    }
  }

  @Test
  void a_navigator_says_where_notices_go() {
    var page = "/desk/en/referrals/notices";
    var visitor =
        new DeskVisitor(port).with(staff.session(staff.person(harbor, Role.NAVIGATOR))).open(page);

    assertThat(visitor.body()).contains("No mail server is set up here");
    visitor.send(page, Map.of("address", "intake at harbor", "language", "ht"));
    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.body()).contains("Write an e-mail address", "value=\"intake at harbor\"");
    visitor.send(page, Map.of("address", "intake@harbor.example", "language", "ht"));
    assertThat(visitor.body()).contains("value=\"intake@harbor.example\"", "Send no notices");
    visitor.send(page + "/stop", Map.of());

    assertThat(visitor.body()).doesNotContain("intake@harbor.example", "Send no notices");
  }

  /** All that is old has been told, some time ago. */
  private void settled() {
    notices(new SinkPost(folder.resolve("old"))).run(valley);
    clock.pass(Notices.APART.plusMinutes(1));
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private Post post() {
    return new SmtpPost(address(server.getSmtp().getPort()));
  }

  private static String address(int port) {
    return "smtp://localhost:%d?from=konbit@coalition.example".formatted(port);
  }

  private Notices notices(Post post) {
    return notices(post, transactions);
  }

  private Notices notices(Post post, PlatformTransactionManager manager) {
    return new Notices(
        jdbc, mailboxes, post, organisations, wording, new TransactionTemplate(manager), clock);
  }
}
