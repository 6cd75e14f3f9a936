package org.konbit.referrals.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Consent;
import org.konbit.clients.Consents;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.GivenClients;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.exchange.GivenReferrals;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class ReferralPagesTests {
  private static final Pattern ID = Pattern.compile("/referrals/([0-9a-f-]{36})/send");
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private GivenClients clients;
  @Autowired private GivenEntries entries;
  @Autowired private GivenReferrals given;
  @Autowired private Consents consents;
  @Autowired private SettableClock clock;

  private UUID harbor;
  private UUID pantry;
  private DeskVisitor sender;
  private DeskVisitor receiver;

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @BeforeEach
  void somebodyAtEither() {
    harbor = staff.organisation("Anchor Clinic");
    pantry = staff.organisation("Bread Pantry");
    sender = navigator(harbor);
    receiver = navigator(pantry);
  }

  @Test
  void a_family_is_handed_over_and_the_sender_reads_what_came_of_it() {
    var service =
        entries.entry(pantry, "Bread Pantry").offers("Food", Need.FOOD).listed().service();
    var person =
        clients.client(harbor, GivenClients.everythingAbout("Marjorie", "Cadet", "617-555-0142"));
    sender.open("/desk/en/referrals/new");
    assertThat(sender.body()).contains("Marjorie Cadet");
    sender.open("/desk/en/referrals/new?client=%s&need=food".formatted(person));
    assertThat(sender.body()).contains("Bread Pantry · Food");

    sender.sendAll(
        "/desk/en/referrals/new", form(person, service, List.of("name", "contact", "need-note")));
    assertThat(sender.body())
        .contains("Look before you send", "The person has not agreed to this yet")
        .doesNotContain(">Send<");
    var ask = found(Pattern.compile("href=\"([^\"]+/consent[^\"]+)\""), sender);
    assertThat(sender.open(ask.replace("&amp;", "&")).body())
        .containsPattern("value=\"%s\" selected".formatted(pantry))
        .containsPattern("value=\"NEED_NOTE\" checked")
        .doesNotContainPattern("value=\"LANGUAGE\" checked");
    clients.consent(
        harbor,
        person,
        pantry,
        java.util.Set.of(FieldGroup.NAME, FieldGroup.CONTACT, FieldGroup.NEED_NOTE));
    sender.open("/desk/en/referrals");
    var id = found(Pattern.compile("/referrals/([0-9a-f-]{36})\"><bdi>Marjorie Cadet"), sender);
    sender.open("/desk/en/referrals/" + id);
    assertThat(sender.body())
        .contains("617-555-0142")
        .doesNotContain("1987", "with an interpreter");
    assertThat(found(ID, sender)).isEqualTo(id);
    sender.send("/desk/en/referrals/%s/send".formatted(id), Map.of("key", found(KEY, sender)));
    assertThat(sender.body()).contains("Waits for an answer", "Answer due by");

    receiver.open("/desk/en/referrals");
    assertThat(receiver.body()).contains("Marjorie Cadet", "for you", "Anchor Clinic");
    receiver.open("/desk/en/referrals/" + id);
    assertThat(receiver.body())
        .contains("617-555-0142", "two months behind")
        .doesNotContain("1987");
    receiver.send("/desk/en/referrals/%s/notes".formatted(id), Map.of("text", "Friday at ten?"));
    assertThat(receiver.body()).contains("Friday at ten?");
    move(receiver, id, Map.of("to", "accepted"));
    sender.open("/desk/en/referrals/" + id);
    assertThat(sender.body()).contains("Accepted", "Friday at ten?");
    move(receiver, id, Map.of("to", "in-service"));
    move(receiver, id, Map.of("to", "completed", "outcome", "received-service"));
    sender.open("/desk/en/referrals/%s?".formatted(id));

    assertThat(sender.body())
        .containsSubsequence(
            "What happened",
            "Sent",
            "Anchor Clinic",
            "Accepted",
            "Bread Pantry",
            "Being helped",
            "Completed: Was helped");
  }

  @Test
  void what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost() {
    var service =
        entries.entry(pantry, "Bread Pantry").offers("Food", Need.FOOD).listed().service();
    var person = clients.client(harbor, "Marjorie", "Cadet");

    sender.open("/desk/en/referrals/new?client=%s&need=food".formatted(person));
    sender.sendAll("/desk/en/referrals/new", form(person, service, List.of()));

    assertThat(sender.status()).isEqualTo(422);
    assertThat(sender.body())
        .contains("Choose what the partner may know", "Tick that it may be shared", "Since March");
  }

  @Test
  void nobody_is_called_who_did_not_agree_to_it() {
    var service =
        entries.entry(pantry, "Bread Pantry").offers("Food", Need.FOOD).listed().service();
    var person = clients.client(harbor, "Marjorie", "Cadet"); // who agreed to no way
    var other =
        clients.client(harbor, GivenClients.everythingAbout("Wideline", "Cadet", "617-555-0143"));
    var called = "value=\"partner-calls\" selected";

    assertThat(sender.open("/desk/en/referrals/new?client=%s&need=food".formatted(other)).body())
        .contains(called);
    assertThat(sender.open("/desk/en/referrals/new?client=%s&need=food".formatted(person)).body())
        .doesNotContain(called);
    var groups = List.of("name", "contact", "need-note");
    sender.sendAll(
        "/desk/en/referrals/new",
        changed(form(person, service, groups), "contact", "partner-calls"));
    assertThat(sender.status()).isEqualTo(422);
    assertThat(sender.body()).contains("agreed to no call and no message", called);
    sender.sendAll(
        "/desk/en/referrals/new",
        changed(form(other, service, List.of("name", "need-note")), "contact", "partner-calls"));

    assertThat(sender.status()).isEqualTo(422);
    assertThat(sender.body()).contains("To call, the partner must know how.");
  }

  @Test
  void where_nobody_is_named_nobody_calls_and_both_are_told_to_keep_it_so() {
    var service =
        entries
            .entry(pantry, "Bread Pantry")
            .offers("Food", Need.FOOD)
            .answering(Duration.ofHours(4))
            .listed()
            .service();
    var person =
        clients.client(harbor, GivenClients.everythingAbout("Marjorie", "Cadet", "617-555-0142"));
    sender.open("/desk/en/referrals/new?client=%s&need=food".formatted(person));
    assertThat(sender.body()).contains("Bread Pantry · Food · answers within 4 hours");
    var cold = changed(form(person, service, List.of("name", "contact")), "warmth", "cold");
    sender.sendAll(
        "/desk/en/referrals/new",
        changed(changed(cold, "contact", "partner-calls"), "message", ""));
    assertThat(sender.body()).contains("Nothing about the person.", "no consent is needed");
    String id = found(ID, sender);
    sender.send("/desk/en/referrals/%s/send".formatted(id), Map.of("key", found(KEY, sender)));

    assertThat(sender.body())
        .contains("write nothing that tells who it is")
        .containsPattern("Answer due by [A-Z][a-z]+ \\d+, \\d+, \\d+:\\d\\d");
    assertThat(receiver.open("/desk/en/referrals/" + id).body())
        .contains("Nobody is named", "write nothing that tells who it is")
        .doesNotContain("Marjorie", "617-555-0142", "Who calls", "Only what the family agreed");
  }

  @Test
  void a_no_wants_its_reason() {
    var one = given.sent(harbor, pantry, Need.FOOD, "Marjorie");
    receiver.open("/desk/en/referrals/" + one.id());

    move(receiver, one.id().toString(), Map.of("to", "declined"));
    assertThat(receiver.status()).isEqualTo(422);
    assertThat(receiver.body()).contains("Choose why you decline.");
    move(receiver, one.id().toString(), Map.of("to", "declined", "reason", "at-capacity"));

    assertThat(receiver.body()).contains("Declined: No place now").doesNotContain("Marjorie");
    assertThat(sender.open("/desk/en/referrals/" + one.id()).body())
        .contains("Declined: No place now", "Marjorie");
  }

  @Test
  void a_mistake_wants_its_reason_and_keeps_the_senders_words_from_the_partner() {
    var one = given.sent(harbor, pantry, Need.FOOD, "Marjorie");
    var id = one.id().toString();

    move(sender, id, Map.of("to", "entered-in-error", "words", "Her sister was meant."));
    assertThat(sender.status()).isEqualTo(422);
    assertThat(sender.body())
        .contains("Choose what was wrong.", "Her sister was meant.", "<details open>");
    move(sender, id, Map.of("to", "entered-in-error", "mistake", "other", "words", " "));
    assertThat(sender.status()).isEqualTo(422);
    assertThat(sender.body())
        .contains("Say in a few words what else was wrong.", "value=\"other\" selected");
    var wrong = Map.of("to", "entered-in-error", "mistake", "wrong-person");
    move(sender, id, with(wrong, "a".repeat(501)));
    assertThat(sender.body()).contains("at most 500 characters");
    move(sender, id, with(wrong, "Number A123456789"));
    assertThat(sender.status()).isEqualTo(422);
    assertThat(sender.body()).contains("looks like a number that a government gave");
    move(sender, id, with(wrong, "Her sister\r\nwas meant."));

    assertThat(sender.body())
        .contains("Sent by mistake: It was about another person", "Her sister\nwas meant.");
    assertThat(receiver.open("/desk/en/referrals/" + id).body())
        .contains("Sent by mistake: It was about another person", "remove it there")
        .doesNotContain("sister", "Marjorie");
    var officer =
        new DeskVisitor(port).with(staff.session(staff.person(harbor, Role.PRIVACY_OFFICER)));
    assertThat(officer.open("/desk/en/clients/%s/everything".formatted(one.client())).body())
        .contains("Sent by mistake: It was about another person", "Her sister\nwas meant.");
  }

  @Test
  void whoever_decides_on_an_old_page_is_told_and_shown_how_it_is_now() {
    var one = given.sent(harbor, pantry, Need.FOOD, "Marjorie");
    receiver.open("/desk/en/referrals/" + one.id());
    var colleague = navigator(pantry).open("/desk/en/referrals/" + one.id());
    move(colleague, one.id().toString(), Map.of("to", "waitlisted"));

    receiver.send(
        "/desk/en/referrals/%s/move".formatted(one.id()),
        Map.of("to", "accepted", "seen", "0", "key", UUID.randomUUID().toString()));

    assertThat(receiver.status()).isEqualTo(409);
    assertThat(receiver.body())
        .contains("Somebody else changed this meanwhile", "On the waiting list");
  }

  @Test
  void a_consent_taken_back_empties_the_receivers_page() {
    var one = given.sent(harbor, pantry, Need.FOOD, "Marjorie");
    move(
        receiver.open("/desk/en/referrals/" + one.id()),
        one.id().toString(),
        Map.of("to", "accepted"));

    GivenReferrals.worker(harbor).run(() -> consents.withdraw(one.consent(), Consent.How.SPOKEN));

    assertThat(receiver.open("/desk/en/referrals/" + one.id()).body())
        .contains("The person is no longer shown here", "took its consent back")
        .doesNotContain("Marjorie", "617-555-0142");
    receiver.send("/desk/en/referrals/%s/notes".formatted(one.id()), Map.of("text", "Still here?"));
    assertThat(receiver.status()).isEqualTo(409);
    assertThat(receiver.body()).contains("Nothing more is shared");
  }

  @Test
  void of_more_than_a_page_holds_the_rest_stands_on_the_next_one_and_all_are_counted() {
    var crowded = staff.organisation("Crowded Pantry");
    given.sentMany(harbor, crowded, Referrals.MOST + 7);
    var one = given.sent(harbor, crowded, Need.FOOD, "Marjorie");
    move(navigator(crowded), one.id().toString(), Map.of("to", "waitlisted"));
    var reader = navigator(crowded);
    assertThat(reader.body())
        .contains("107 referrals wait for you", "Those after")
        .doesNotContain("Marjorie", "Those before");

    reader.open(
        found(Pattern.compile("href=\"([^\"]+)#got\">Those after"), reader).replace("&amp;", "&"));

    assertThat(reader.body()).contains("Marjorie", "Those before").doesNotContain("Those after");
    assertThat(reader.body().split("AAAA-AAAA", -1)).hasSize(8);
    assertThat(reader.open("/desk/en/referrals?got=-1&sent=many").status()).isEqualTo(200);
  }

  @Test
  void a_list_is_sorted_and_narrowed_by_its_address_which_names_nobody() {
    var clinic = staff.organisation("Almond Clinic");
    given.sent(harbor, pantry, Need.FOOD, "Marjorie");
    given.sent(clinic, pantry, Need.FOOD, "Wideline");

    assertThat(receiver.open("/desk/en/referrals?order=partner").body())
        .containsSubsequence("Wideline", "Marjorie");
    assertThat(receiver.open("/desk/en/referrals?partner=" + harbor).body())
        .contains("Marjorie", "value=\"%s\" selected".formatted(harbor))
        .doesNotContain("Wideline");
    for (String order : List.of("waiting", "due", "newest", "state", "no-such-order'")) {
      assertThat(receiver.open("/desk/en/referrals?show=open&order=" + order).body())
          .as(order)
          .contains("Wideline", "Marjorie");
    }
    assertThat(navigator(clinic).open("/desk/en/referrals?own=yes").body())
        .as("somebody else wrote it")
        .doesNotContain("Wideline");
  }

  @Test
  void what_is_late_and_taken_back_waits_for_nobody() {
    var patient = staff.organisation("Patient Pantry");
    var one = given.sent(harbor, patient, Need.FOOD, "Marjorie");
    clock.pass(Duration.ofDays(30));
    assertThat(navigator(patient).body()).contains("1 referral waits for you", "1 of them is late");

    GivenReferrals.worker(harbor).run(() -> consents.withdraw(one.consent(), Consent.How.SPOKEN));

    assertThat(navigator(patient).body())
        .contains("Referrals")
        .doesNotContain("for you</h2>", "of them is late");
  }

  @Test
  void the_page_speaks_arabic_from_right_to_left() {
    given.sent(harbor, pantry, Need.FOOD, "Marjorie");

    assertThat(receiver.open("/desk/ar/referrals").body())
        .contains("dir=\"rtl\"", "وصلت إليك", "بانتظار الرد");
  }

  private DeskVisitor navigator(UUID organisation) {
    return new DeskVisitor(port)
        .with(staff.session(staff.person(organisation, Role.NAVIGATOR)))
        .open("/desk/en/referrals");
  }

  private static List<Map.Entry<String, String>> form(
      UUID person, UUID service, List<String> share) {
    var fields = new java.util.ArrayList<Map.Entry<String, String>>();
    fields.add(Map.entry("client", person.toString()));
    fields.add(Map.entry("need", "food"));
    fields.add(Map.entry("service", service.toString()));
    fields.add(Map.entry("warmth", "warm"));
    fields.add(Map.entry("urgency", "soon"));
    fields.add(Map.entry("contact", "person-calls"));
    fields.add(Map.entry("message", "Since March."));
    share.forEach(each -> fields.add(Map.entry("share", each)));
    return fields;
  }

  private static void move(DeskVisitor who, String id, Map<String, String> change) {
    who.open("/desk/en/referrals/" + id);
    var fields = new LinkedHashMap<>(change);
    fields.put("seen", found(SEEN, who));
    fields.put("key", found(KEY, who));
    who.send("/desk/en/referrals/%s/move".formatted(id), fields);
  }

  private static List<Map.Entry<String, String>> changed(
      List<Map.Entry<String, String>> form, String field, String value) {
    return form.stream()
        .map(each -> each.getKey().equals(field) ? Map.entry(field, value) : each)
        .toList();
  }

  private static Map<String, String> with(Map<String, String> fields, String words) {
    var all = new LinkedHashMap<>(fields);
    all.put("words", words);
    return all;
  }

  private static String found(Pattern pattern, DeskVisitor who) {
    var matcher = pattern.matcher(who.body());
    assertThat(matcher.find()).as("%s on the page", pattern).isTrue();
    return matcher.group(1);
  }
}
