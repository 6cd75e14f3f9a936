package org.konbit.toolkit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.Announcement;
import org.konbit.toolkit.content.Bill;
import org.konbit.toolkit.content.Campaign;
import org.konbit.toolkit.content.Card;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Guide;
import org.konbit.toolkit.content.Job;
import org.konbit.toolkit.content.Markdown;
import org.konbit.toolkit.content.Right;
import org.konbit.toolkit.content.Spotlight;

/** Lays items out for one-file pages. */
final class Leaflets {
  private final Texts t;
  private final Wording words;
  private final Tellings tellings;
  private final Bills bills;

  Leaflets(Texts t, LocalDate today) {
    this.t = t;
    this.words = new Wording(t);
    this.tellings = new Tellings(t, "", today);
    this.bills = new Bills(t, today);
  }

  /** The name of an item within a file. */
  static String anchor(String reference) {
    return reference.replace('/', '-');
  }

  Leaflet of(Content content) {
    var heading = content.heading();
    return new Leaflet(
        anchor(heading.reference()),
        content.title(),
        content.summary(),
        standing(content),
        parts(content),
        body(content).filter(each -> !each.isBlank()).map(each -> each.within(Leaflets::anchor)),
        Stream.concat(
                Stream.of(
                    t.localize("toolkit.item.checked", t.date(heading.checkedOn()))
                        + " "
                        + Items.approval(t, heading)),
                heading.sources().stream()
                    .map(source -> source.title() + ", " + source.publisher()))
            .toList());
  }

  private Optional<String> standing(Content content) {
    return switch (content) {
      case GovernmentAction action -> Optional.of(tellings.standing(action));
      case Bill bill -> Optional.of(bills.standing(bill));
      case Announcement announcement ->
          Optional.of(t.localize("toolkit.announcement.until", t.date(announcement.expiresOn())));
      case Right _, Guide _, Card _, Campaign _, Spotlight _, Job _ -> Optional.empty();
    };
  }

  private static Optional<Markdown> body(Content content) {
    return switch (content) {
      case Right right -> Optional.of(right.body());
      case Guide guide -> Optional.of(guide.body());
      case Campaign campaign -> Optional.of(campaign.body());
      case Announcement announcement -> Optional.of(announcement.body());
      case GovernmentAction _, Card _, Bill _, Spotlight _, Job _ -> Optional.empty();
    };
  }

  private List<Leaflet.Part> parts(Content content) {
    return switch (content) {
      case Right right ->
          List.of(
              part("right.how", right.howToUse(), true),
              part("right.limits", right.limits(), false),
              part("right.denied", right.ifDenied(), false));
      case Guide guide ->
          List.of(
              part("guide.steps", guide.steps(), true),
              part("guide.not-required", guide.notRequired(), false),
              part("guide.dates", guide.dates(), false),
              part("guide.help", guide.whereToGetHelp(), false));
      case GovernmentAction action ->
          List.of(
              part("change.do", action.whatToDo(), true),
              part("change.stays", action.whatStays(), false));
      case Card card ->
          card.parts().stream()
              .map(each ->
                  new Leaflet.Part(each.heading(), true, each.lines(), false, each.isToFill()))
              .toList();
      case Bill bill -> List.of(part("bill.history", steps(bill), false));
      case Campaign campaign ->
          List.of(
              part("campaign.ask", List.of(campaign.ask()), false),
              part("campaign.why", campaign.why(), false));
      case Announcement _, Spotlight _, Job _ -> List.of();
    };
  }

  private List<String> steps(Bill bill) {
    return bill.history().reversed().stream()
        .map(step -> words.when(step.on()) + ": " + step.raw())
        .toList();
  }

  private Leaflet.Part part(String key, List<String> lines, boolean isOrdered) {
    return new Leaflet.Part(t.localize("toolkit." + key), false, lines, isOrdered, false);
  }
}
