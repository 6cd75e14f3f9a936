package org.konbit.clients.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.access.Role;
import org.konbit.clients.Answer;
import org.konbit.clients.ChosenPrograms;
import org.konbit.clients.Client;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Consent;
import org.konbit.clients.Contact;
import org.konbit.clients.Erasure;
import org.konbit.clients.Households;
import org.konbit.clients.Note;
import org.konbit.clients.Purpose;
import org.konbit.directory.Spoken;
import org.konbit.language.Texts;
import org.konbit.vault.AuditEntry;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;

/** Makes one person's page. */
final class OnePages {
  /**
   * What is kept about one person.
   *
   * @param home everybody at the person's home, and under {@code people} who they are
   * @param partners what organisations are called
   * @param staff what colleagues are called
   */
  record Kept(
      Client client,
      List<Households.Member> home,
      Map<UUID, Client> people,
      List<Consent> consents,
      Set<ChosenPrograms.Program> programs,
      List<Note> notes,
      List<ClientPage.Elsewhere> elsewhere,
      Map<UUID, String> partners,
      Map<UUID, String> staff) {}

  /** A note that could not be kept as it was typed. */
  record Typed(String text, String audience, Map<String, String> problems) {
    static final Typed NOTHING = new Typed("", Note.Audience.TEAM.name(), Map.of());
  }

  private final DeskFrame desk;
  private final Texts t;
  private final Telling telling;
  private final LocalDate today;

  OnePages(DeskFrame desk, Clock clock) {
    this.desk = desk;
    this.t = desk.frame().t();
    this.telling = new Telling(t, clock);
    this.today = LocalDate.now(clock);
  }

  ClientPage page(Kept kept, Typed typed) {
    var client = kept.client();
    var name = client.name();
    return new ClientPage(
        desk,
        client.id().toString(),
        name.full(),
        name.called().equals(name.full()) ? "" : name.called(),
        with(kept.programs(), facts(client)),
        kept.home().stream().flatMap(each -> housemate(each, kept)).toList(),
        kept.consents().stream().map(each -> agreed(each, kept.partners())).toList(),
        kept.elsewhere(),
        kept.notes().stream().map(each -> written(each, kept.staff())).toList(),
        UUID.randomUUID().toString(),
        typed.text(),
        Stream.of(Note.Audience.values())
            .map(each ->
                new Box(
                    each.name(),
                    t.localize(each.messageKey()),
                    "",
                    each.name().equals(typed.audience())))
            .toList(),
        ClientStaff.keeps(),
        kept.consents().stream()
            .anyMatch(each -> each.purpose() == Purpose.REFERRAL && each.holdsOn(today)),
        Role.PRIVACY_OFFICER.isHeld(),
        typed.problems());
  }

  EverythingPage everything(
      Erasure.Everything all,
      List<ClientPage.Elsewhere> elsewhere,
      Map<UUID, String> partners,
      Map<UUID, String> staff,
      boolean isHeld,
      boolean isRefused) {
    return new EverythingPage(
        desk,
        all.client().id().toString(),
        all.client().name().full(),
        t.date(today),
        with(
            all.programs(),
            Stream.concat(Stream.of(all.client()), all.others().stream())
                .flatMap(each -> facts(each).stream())
                .toList()),
        all.homes().stream().map(this::home).toList(),
        all.consents().stream().map(each -> agreed(each, partners)).toList(),
        elsewhere,
        all.notes().stream().map(each -> written(each, staff)).toList(),
        all.done().stream().map(each -> done(each, staff)).toList(),
        isHeld,
        isRefused);
  }

  private String home(Households.Member member) {
    String role = t.localize(member.role().messageKey());
    return member
        .until()
        .map(until -> t.localize("clients.all.lived", role, t.date(member.since()), t.date(until)))
        .orElseGet(() -> t.localize("clients.all.lives", role, t.date(member.since())));
  }

  private String done(AuditEntry entry, Map<UUID, String> staff) {
    return t.localize(
        "clients.all.entry",
        telling.day(entry.at()),
        telling.name("done", entry.action()),
        entry
            .person()
            .map(person -> staff.getOrDefault(person, t.localize("clients.note.former")))
            .orElseGet(() -> t.localize("clients.note.konbit")));
  }

  private List<ClientPage.Fact> with(
      Set<ChosenPrograms.Program> programs, List<ClientPage.Fact> facts) {
    var all = new ArrayList<>(facts);
    if (!programs.isEmpty()) {
      fact(
          all,
          "programs",
          t.list(programs.stream().sorted().map(each -> t.localize(each.messageKey())).toList()));
    }
    return all;
  }

  private List<ClientPage.Fact> facts(Client client) {
    var details = client.details();
    var contact = details.contact();
    var facts = new ArrayList<ClientPage.Fact>();
    fact(facts, "need", details.need());
    fact(facts, "born", telling.born(details.birthDate()));
    fact(facts, "phone", contact.phone());
    fact(facts, "email", contact.email());
    if (!contact.equals(Contact.none())) {
      fact(facts, "ways", ways(contact));
    }
    fact(facts, "safety", contact.safety());
    fact(facts, "language", details.speech().name());
    if (details.speech().interpreter() != Answer.NOT_ASKED) {
      fact(facts, "interpreter", telling.name("answer", details.speech().interpreter()));
    }
    details
        .peopleAtHome()
        .ifPresent(people -> fact(facts, "at-home", t.localize("clients.one.people", people)));
    fact(facts, "on-document", details.name().onDocument());
    fact(facts, "latin", details.name().latin());
    fact(facts, "served", t.date(client.lastServed()));
    return facts;
  }

  private static void fact(List<ClientPage.Fact> facts, String key, String text) {
    if (!text.isEmpty()) {
      facts.add(new ClientPage.Fact("clients.fact." + key, text));
    }
  }

  private String ways(Contact contact) {
    return contact.ways().isEmpty()
        ? t.localize("clients.one.no-way")
        : t.list(
            Stream.of(Contact.Way.values())
                .filter(contact.ways()::contains)
                .map(way -> telling.t().localize(way.messageKey()))
                .toList());
  }

  private Stream<ClientPage.Housemate> housemate(Households.Member member, Kept kept) {
    return Stream.ofNullable(kept.people().get(member.client()))
        .map(person ->
            new ClientPage.Housemate(
                person.id().toString(),
                person.name().full(),
                t.localize(member.role().messageKey()),
                t.date(member.since()),
                person.id().equals(kept.client().id())));
  }

  private ClientPage.Agreed agreed(Consent consent, Map<UUID, String> partners) {
    String language = Spoken.of(consent.language()).map(Spoken::ownName).orElse(consent.language());
    return new ClientPage.Agreed(
        consent.id().toString(),
        t.localize(consent.purpose().messageKey(), partners.getOrDefault(consent.receiver(), "")),
        telling.shares(consent.shares()),
        state(consent),
        consent.interpreter().isEmpty()
            ? t.localize("clients.consent.explained", language)
            : t.localize("clients.consent.interpreted", language, consent.interpreter()),
        consent.holdsOn(today));
  }

  private String state(Consent consent) {
    return consent
        .withdrawal()
        .map(each -> t.localize("clients.consent.withdrawn", telling.day(each.at())))
        .orElseGet(() ->
            t.localize(
                consent.holdsOn(today) ? "clients.consent.holds" : "clients.consent.ended",
                t.date(consent.until())));
  }

  private ClientPage.Written written(Note note, Map<UUID, String> staff) {
    String who =
        note.writtenBy()
            .map(author -> staff.getOrDefault(author, t.localize("clients.note.former")))
            .orElseGet(() -> t.localize("clients.note.konbit"));
    return new ClientPage.Written(
        note.text(),
        t.localize(
            "clients.note.under",
            who,
            telling.day(note.writtenAt()),
            t.localize(note.audience().messageKey())));
  }

  /** People by their ids. */
  static Map<UUID, Client> byId(List<Client> clients) {
    return clients.stream().collect(Collectors.toUnmodifiableMap(Client::id, Function.identity()));
  }
}
