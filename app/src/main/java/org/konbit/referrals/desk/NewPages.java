package org.konbit.referrals.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.clients.Client;
import org.konbit.clients.FieldGroup;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.language.Keys;
import org.konbit.language.Texts;
import org.konbit.referrals.exchange.Draft;
import org.konbit.referrals.exchange.Status;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;

/** Makes the page on which a referral is written. */
final class NewPages {
  /** What can be shared on this page; the programs a family chose are handed over on paper. */
  static final List<FieldGroup> GROUPS =
      List.of(
          FieldGroup.NAME,
          FieldGroup.CONTACT,
          FieldGroup.LANGUAGE,
          FieldGroup.NEED_NOTE,
          FieldGroup.BIRTH_DATE,
          FieldGroup.HOUSEHOLD_SIZE);

  /** What was typed so far. */
  record Typed(
      Optional<Need> need,
      Optional<UUID> service,
      Set<String> groups,
      String warmth,
      String urgency,
      String contact,
      String message,
      String after) {
    /** The same for a family that is sent on. */
    Typed after(Optional<Status> before) {
      return before
          .map(status ->
              new Typed(
                  need,
                  status.suggested(),
                  groups,
                  warmth,
                  urgency,
                  contact,
                  message,
                  status.id().toString()))
          .orElse(this);
    }
  }

  /** Who can be chosen, by a name that somebody typed. */
  record People(List<Client> found, String name) {}

  private final DeskFrame desk;
  private final Texts t;

  NewPages(DeskFrame desk) {
    this.desk = desk;
    this.t = desk.frame().t();
  }

  NewPage page(
      Optional<Client> client,
      People people,
      List<Offers.Offer> offers,
      Typed typed,
      Map<String, String> problems) {
    return new NewPage(
        desk,
        client.map(each -> each.id().toString()).orElse(""),
        client.map(each -> each.name().full()).orElse(""),
        people.name(),
        people.found().stream()
            .map(each -> new OnePage.Choice(each.id().toString(), each.name().full()))
            .toList(),
        typed.need().map(Need::key).orElse(""),
        Arrays.stream(Need.values())
            .map(need ->
                new Box(
                    need.key(),
                    t.localize(need.messageKey()),
                    "",
                    typed.need().filter(need::equals).isPresent()))
            .toList(),
        offers.stream()
            .map(offer ->
                new Box(
                    offer.service().toString(),
                    name(offer),
                    "",
                    typed.service().filter(offer.service()::equals).isPresent()))
            .toList(),
        GROUPS.stream()
            .map(group ->
                new Box(
                    Keys.of(group),
                    t.localize(group.messageKey()),
                    "",
                    typed.groups().contains(Keys.of(group))))
            .toList(),
        boxes("warmth", Draft.Warmth.values(), typed.warmth()),
        boxes("urgency", Draft.Urgency.values(), typed.urgency()),
        boxes("contact", Draft.Contact.values(), typed.contact()),
        typed.message(),
        typed.after(),
        problems);
  }

  /** Who it is, and how soon it answers if it is not as soon as most. */
  private String name(Offers.Offer offer) {
    String name = offer.organisationName() + " · " + offer.name();
    return offer.answersWithin().equals(Offers.USUAL_ANSWER)
        ? name
        : t.localize(
            "referrals.new.answers",
            name,
            t.localize("referrals.report.hours", offer.answersWithin().toHours()));
  }

  private <E extends Enum<E>> List<Box> boxes(String under, E[] values, String chosen) {
    return Arrays.stream(values)
        .map(value ->
            new Box(
                Keys.of(value), t.localize(key(under, value)), "", Keys.of(value).equals(chosen)))
        .toList();
  }

  static String key(String under, Enum<?> value) {
    return "referrals.%s.%s".formatted(under, Keys.of(value));
  }
}
