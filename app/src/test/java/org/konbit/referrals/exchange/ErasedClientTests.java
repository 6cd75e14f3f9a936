package org.konbit.referrals.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.clients.GivenClients.staff;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Erasure;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@KonbitTest
@Import(Superuser.class)
class ErasedClientTests {
  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff people;
  @Autowired private GivenEntries entries;
  @Autowired private Drafts drafts;
  @Autowired private Sending sending;
  @Autowired private Handovers handovers;
  @Autowired private Erasure erasure;
  @Autowired private ClockWork clockWork;
  @Autowired private TransactionOperations transactions;
  @Autowired private Superuser superuser;

  @Test
  void whoever_is_erased_is_gone_from_the_partners_too() {
    var harbor = people.organisation("Harbor Clinic");
    var valley = people.organisation("Valley Legal Aid");
    var told = given.sent(harbor, valley, Need.FOOD, "Altagracia");
    given.move(valley, told.id(), Change.to(State.ACCEPTED));
    var untold = sentCold(harbor, valley, told.client());
    assertThat(seenBy(valley, told.id())).isPresent();
    assertThat(seenBy(valley, untold)).isPresent();

    boolean isErased = staff(harbor, Role.PRIVACY_OFFICER).call(() -> erasure.erase(told.client()));

    assertThat(isErased).isTrue();
    assertThat(seenBy(valley, told.id())).as("at once").isEmpty();
    assertThat(seenBy(valley, untold)).as("at once").isEmpty();
    assertThat(given.status(valley, untold).orElseThrow().state()).isEqualTo(State.RECALLED);
    clockWork.run();
    assertThat(rows("handover", "id", told.id()) + rows("handover", "id", untold)).isZero();
    assertThat(rows("referral", "client_id", told.client())).isZero();
  }

  private UUID sentCold(UUID from, UUID to, UUID client) {
    var service = entries.entry(to, "Partner").offers("Help", Need.FOOD).listed().service();
    var draft =
        new Draft(
            UUID.randomUUID(),
            client,
            to,
            service,
            Need.FOOD,
            Track.ORDINARY,
            Draft.Warmth.COLD,
            Draft.Urgency.ROUTINE,
            Draft.Contact.PERSON_CALLS,
            Set.of(),
            "",
            Optional.empty());
    worker(from)
        .run(() -> {
          drafts.write(draft);
          sending.send(draft.id(), UUID.randomUUID());
        });
    return draft.id();
  }

  private Optional<Handovers.Handover> seenBy(UUID organisation, UUID referral) {
    return worker(organisation).call(() -> transactions.execute(_ -> handovers.one(referral)));
  }

  private int rows(String table, String column, UUID id) {
    return superuser
        .sql()
        .sql("SELECT count(*) FROM %s WHERE %s = :id".formatted(table, column))
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
