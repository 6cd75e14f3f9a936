package org.konbit.referrals.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Client;
import org.konbit.clients.Clients;
import org.konbit.clients.Consent;
import org.konbit.clients.Consents;
import org.konbit.clients.Erasure;
import org.konbit.clients.GivenClients;
import org.konbit.clients.HouseholdRole;
import org.konbit.clients.Households;
import org.konbit.clients.Merging;
import org.konbit.clients.Note;
import org.konbit.clients.Notes;
import org.konbit.clients.Sought;
import org.konbit.directory.Need;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person was added twice, and somebody noticed. */
@KonbitTest
class MergedClientTests {
  @LocalServerPort private int port;
  @Autowired private GivenReferrals given;
  @Autowired private GivenClients people;
  @Autowired private GivenStaff staff;
  @Autowired private Merging merging;
  @Autowired private Clients clients;
  @Autowired private Consents consents;
  @Autowired private Households households;
  @Autowired private Notes notes;
  @Autowired private Erasure erasure;
  @Autowired private Referrals referrals;

  private UUID harbor;
  private UUID valley;
  private UUID kept;
  private GivenReferrals.Given sent;
  private UUID gone;

  @BeforeEach
  void somebodyAddedTwice() {
    harbor = staff.organisation("Harbor Clinic");
    valley = staff.organisation("Valley Legal Aid");
    sent = given.sent(harbor, valley, Need.FOOD, "Zuleika");
    gone = sent.client();
    kept =
        people.client(harbor, GivenClients.everythingAbout("Zuleyka", "Fictional", "617-555-0142"));
    var mate = people.client(harbor, "Somebody", "Fictional");
    worker(harbor)
        .run(() -> {
          households.join(gone, mate, HouseholdRole.PARTNER);
          notes.write(UUID.randomUUID(), gone, Note.Audience.TEAM, "Came on a Monday.");
        });
  }

  @Test
  void all_that_hangs_from_the_other_record_moves_and_goes_back() {
    worker(harbor).run(() -> merging.merge(kept, gone));

    assertThat(consentsOf(kept)).containsExactly(sent.consent());
    assertThat(consentsOf(gone)).isEmpty();
    assertThat(notesOf(kept)).containsExactly("Came on a Monday.");
    assertThat(homesOf(kept)).singleElement().matches(each -> each.until().isPresent());
    assertThat(about(kept)).containsExactly(sent.id());
    assertThat(found("Zuleika")).doesNotContain(gone);
    worker(harbor)
        .run(() -> {
          assertThat(merging.within(kept)).extracting(Client::id).containsExactly(gone);
          notes.write(UUID.randomUUID(), kept, Note.Audience.TEAM, "Added since.");
          merging.undo(kept, gone);
        });

    assertThat(consentsOf(gone)).containsExactly(sent.consent());
    assertThat(notesOf(gone)).containsExactly("Came on a Monday.");
    assertThat(notesOf(kept)).containsExactly("Added since.");
    assertThat(homesOf(gone)).singleElement().matches(each -> each.until().isEmpty());
    assertThat(about(gone)).containsExactly(sent.id());
    assertThat(found("Zuleika")).contains(gone);
    assertThatThrownBy(() -> worker(harbor).run(() -> merging.undo(kept, gone)))
        .as("a second time")
        .isInstanceOf(NotHere.class);
  }

  @Test
  void a_consent_that_moved_is_taken_back_where_the_person_is_now() {
    worker(harbor).run(() -> merging.merge(kept, gone));

    worker(harbor).run(() -> consents.withdraw(sent.consent(), Consent.How.SPOKEN));

    assertThat(given.seen(valley, "handover", "id", sent.id())).isZero();
  }

  @Test
  void what_keeps_a_person_safe_is_not_lost_and_one_person_has_one_open_referral() {
    var plain = people.client(harbor, "Zuleyka", "Fictional");
    refused("clients.merge.safety", plain);
    var again = people.client(harbor, GivenClients.everythingAbout("Zuleyka", "Fictional", ""));
    var consent = people.consent(harbor, again, valley, GivenReferrals.SHARED);
    given.send(given.drafted(harbor, valley, sent.service(), Need.FOOD, again, consent));

    refused("clients.merge.both-open", again);

    assertThat(consentsOf(gone)).as("nothing has changed").containsExactly(sent.consent());
    worker(harbor).run(() -> merging.merge(kept, gone));
    refused("clients.merge.merged-already", again);
  }

  @Test
  void whoever_is_erased_is_erased_with_the_other_record() {
    worker(harbor).run(() -> merging.merge(kept, gone));
    var officer = GivenClients.staff(harbor, Role.PRIVACY_OFFICER);
    assertThat(officer.call(() -> erasure.everything(kept)).others())
        .extracting(Client::id)
        .containsExactly(gone);

    officer.run(() -> erasure.erase(kept));

    assertThat(worker(harbor).call(() -> clients.all(List.of(kept, gone)))).isEmpty();
    assertThat(given.seen(valley, "handover", "id", sent.id())).isZero();
  }

  @Test
  void a_navigator_does_it_after_a_look_and_sees_what_is_kept_elsewhere() {
    var page = "/desk/en/clients/%s/same".formatted(kept);
    var visitor =
        new DeskVisitor(port).with(staff.session(staff.person(harbor, Role.NAVIGATOR))).open(page);
    assertThat(visitor.body()).contains("Zuleika Fictional", "alike: ");

    visitor.send(page, Map.of("other", gone.toString()));
    assertThat(visitor.body()).contains("Food · Valley Legal Aid", "Hand over to a partner");
    visitor.open(page);
    assertThat(visitor.body()).contains("Made one with this", "Undo: Zuleika Fictional");
    visitor.send("/desk/en/clients/%s/apart".formatted(kept), Map.of("other", gone.toString()));

    assertThat(visitor.body()).doesNotContain("Made one with this");
    var officer =
        new DeskVisitor(port).with(staff.session(staff.person(harbor, Role.PRIVACY_OFFICER)));
    assertThat(officer.open("/desk/en/clients/%s/everything".formatted(gone)).body())
        .contains("Food · Valley Legal Aid", "Speaks with us on Tuesdays.", "Shared: ");
  }

  private void refused(String messageKey, UUID one) {
    assertThatThrownBy(() -> worker(harbor).run(() -> merging.merge(one, gone)))
        .isInstanceOfSatisfying(
            Merging.Refused.class, e -> assertThat(e.messageKey()).isEqualTo(messageKey))
        .hasMessageNotContaining("Zule");
  }

  private List<UUID> consentsOf(UUID client) {
    return worker(harbor).call(() -> consents.of(client)).stream().map(Consent::id).toList();
  }

  private List<String> notesOf(UUID client) {
    return worker(harbor).call(() -> notes.of(client)).stream().map(Note::text).toList();
  }

  private List<Households.Member> homesOf(UUID client) {
    return worker(harbor).call(() -> households.homes(client));
  }

  private List<UUID> about(UUID client) {
    return worker(harbor).call(() -> referrals.about(client)).stream()
        .map(each -> each.draft().id())
        .toList();
  }

  private List<UUID> found(String name) {
    return worker(harbor).call(() -> clients.search(Sought.named(name))).stream()
        .map(Client::id)
        .toList();
  }
}
