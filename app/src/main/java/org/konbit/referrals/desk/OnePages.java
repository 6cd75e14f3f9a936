package org.konbit.referrals.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.clients.FieldGroup;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.language.Keys;
import org.konbit.language.Texts;
import org.konbit.referrals.exchange.Conversation;
import org.konbit.referrals.exchange.Draft;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.exchange.Status;
import org.konbit.referrals.exchange.Step;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;

/** Makes the pages of one referral. */
final class OnePages {
  /** In which order what can be done is offered. */
  private static final List<State> ORDER =
      List.of(
          State.ACCEPTED,
          State.RECEIVED,
          State.APPOINTMENT_OFFERED,
          State.IN_SERVICE,
          State.COMPLETED,
          State.SENT,
          State.NEEDS_INFORMATION,
          State.WAITLISTED,
          State.ON_HOLD,
          State.REROUTED,
          State.DECLINED,
          State.UNABLE,
          State.CLIENT_DECLINED,
          State.CLOSED,
          State.RECALLED,
          State.ENTERED_IN_ERROR);

  /** What was typed and not kept. */
  record Typed(String note, String mistake, String words) {
    static final Typed NOTHING = new Typed("", "", "");

    static Typed note(String note) {
      return new Typed(note, "", "");
    }

    @Override
    public String toString() { // it may name somebody
      return "Typed";
    }
  }

  /**
   * What is the same on either side.
   *
   * @param mistakeWords what the sender said for itself of having sent it by mistake
   */
  record Context(
      Status status,
      List<Conversation.Note> notes,
      List<Step> steps,
      Map<UUID, String> colleagues,
      Set<State> next,
      String nextReferral,
      String mistakeWords,
      String problem,
      Typed typed) {}

  /**
   * What one side is told of the person and the help.
   *
   * @param isNamed whether whoever gets it is told of somebody
   */
  private record Told(
      String who,
      List<OnePage.Fact> facts,
      String message,
      String hidden,
      boolean isNamed,
      List<OnePage.Choice> services) {}

  private final DeskFrame desk;
  private final Telling tell;

  OnePages(DeskFrame desk, Telling tell) {
    this.desk = desk;
    this.tell = tell;
  }

  DraftPage draft(Sending.Preview preview, Offers offers, String problem) {
    var draft = preview.draft();
    return new DraftPage(
        desk,
        draft.id().toString(),
        ask(draft),
        tell.organisation(draft.to()),
        offers.one(draft.service()).map(Offers.Offer::name).orElse(""),
        tell.need(draft.need()),
        preview.fields().map(tell::facts).orElse(List.of()),
        draft.message(),
        preview.isConsented(),
        draft.warmth() == Draft.Warmth.WARM,
        preview.mustBeSigned(),
        UUID.randomUUID().toString(),
        problem);
  }

  /**
   * The page on which the family is asked for what the draft wants: it names groups, no person. A
   * referral that names nobody tells for what somebody comes.
   */
  private String ask(Draft draft) {
    var groups = draft.share().isEmpty() ? Set.of(FieldGroup.NEED_NOTE) : draft.share();
    return groups.stream()
        .sorted()
        .map(group -> "&shares=" + group.name())
        .collect(
            Collectors.joining(
                "",
                "%s/clients/%s/consent?receiver=%s"
                    .formatted(desk.home(), draft.client(), draft.to()),
                ""));
  }

  OnePage sent(Referrals.Sent sent, Context context, Offers offers) {
    var who = sent.client().map(each -> each.name().full());
    var facts = new ArrayList<OnePage.Fact>();
    sent.draft()
        .ifPresent(draft -> {
          facts.add(fact("need", tell.need(draft.need())));
          offers.one(draft.service()).ifPresent(offer -> facts.add(fact("service", offer.name())));
          facts.add(fact("shared", shares(tell.t(), draft)));
        });
    return page(
        context,
        true,
        new Told(
            who.orElse(context.status().number()),
            facts,
            sent.draft().map(Draft::message).orElse(""),
            "",
            sent.draft().filter(draft -> draft.warmth() != Draft.Warmth.WARM).isEmpty(),
            List.of()));
  }

  OnePage got(Referrals.Got got, Context context, Drafts drafts) {
    var facts = new ArrayList<OnePage.Fact>();
    got.handover()
        .ifPresent(handover -> {
          facts.add(fact("need", tell.need(handover.need())));
          facts.add(fact("urgency", word("urgency", handover.urgency())));
          if (handover.warmth() == Draft.Warmth.WARM) {
            facts.add(fact("contact", word("contact", handover.contact())));
          }
        });
    got.shared().ifPresent(shared -> facts.addAll(tell.facts(shared)));
    String hidden =
        got.handover().isPresent()
            ? got.shared().isPresent() ? "" : "referrals.one.nothing-shared"
            : got.status().mistake().isPresent()
                ? "referrals.one.mistaken"
                : "referrals.one.hidden";
    String who =
        got.shared()
            .flatMap(shared -> shared.name())
            .map(name -> name.full())
            .orElse(context.status().number());
    return page(
        context,
        false,
        new Told(
            who,
            facts,
            got.handover().map(handover -> handover.message()).orElse(""),
            hidden,
            got.handover().filter(handover -> handover.warmth() != Draft.Warmth.WARM).isEmpty(),
            got.handover()
                .map(handover -> services(handover.need(), got.status(), drafts))
                .orElse(List.of())));
  }

  private OnePage page(Context context, boolean isSender, Told told) {
    var status = context.status();
    return new OnePage(
        desk,
        status.id().toString(),
        status.number(),
        told.who(),
        tell.t()
            .localize(
                isSender ? "referrals.one.to" : "referrals.one.from",
                tell.organisation(isSender ? status.to() : status.from())),
        tell.state(status, isSender),
        tell.clock(status),
        status.isLate(tell.clock().instant()),
        told.facts(),
        told.message(),
        told.hidden(),
        happened(context, isSender),
        context.mistakeWords(),
        context.notes().stream().map(note -> note(note, context, isSender)).toList(),
        status.track() == Track.ORDINARY && status.isShared(tell.clock().instant()),
        told.isNamed() ? "referrals.one.write-hint" : "referrals.one.write-hint-nobody",
        acts(context, told.services().isEmpty()),
        choices("reason", DeclineReason.values()),
        choices("outcome", Outcome.values()),
        mistakes(context),
        told.services(),
        status.state() == State.REROUTED && isSender ? next(context) : "",
        status.changes(),
        UUID.randomUUID().toString(),
        context.problem(),
        context.typed().note());
  }

  private OnePage.Mistakes mistakes(Context context) {
    var typed = context.typed();
    return new OnePage.Mistakes(
        Arrays.stream(Mistake.values())
            .map(each ->
                new Box(each.key(), word("mistake", each), "", each.key().equals(typed.mistake())))
            .toList(),
        typed.words(),
        typed.mistake().isEmpty() && typed.words().isEmpty() && !isOfMistake(context.problem())
            ? ""
            : context.problem());
  }

  private static boolean isOfMistake(String problem) {
    return problem.startsWith("referrals.problem.mistake");
  }

  /** Where the family is sent on: what was written already, or a new one. */
  private String next(Context context) {
    return desk.home()
        + "/referrals/"
        + (context.nextReferral().isEmpty()
            ? "new?after=" + context.status().id()
            : context.nextReferral());
  }

  private List<OnePage.Act> acts(Context context, boolean hasNoService) {
    var possible =
        ORDER.stream()
            .filter(context.next()::contains)
            .filter(to -> to != State.REROUTED || !hasNoService)
            .filter(to ->
                context.status().withdrawnAt().isEmpty() || to.isFinal() || to == State.IN_SERVICE)
            .toList();
    return possible.stream()
        .map(to ->
            new OnePage.Act(
                to.key(),
                tell.t().localize("referrals.act." + to.key()),
                asks(to),
                to == possible.getFirst() && !to.isFinal(),
                to.isFinal() && to != State.COMPLETED && to != State.REROUTED))
        .toList();
  }

  private static String asks(State to) {
    return switch (to) {
      case DECLINED -> "reason";
      case COMPLETED, UNABLE -> "outcome";
      case REROUTED -> "service";
      case ENTERED_IN_ERROR -> "mistake";
      default -> "";
    };
  }

  private List<OnePage.Fact> happened(Context context, boolean isSender) {
    var status = context.status();
    var happened = new TreeMap<Instant, List<OnePage.Fact>>();
    happen(happened, status.sentAt(), tell.t().localize("referrals.happened.sent"), status.from());
    if (context.steps().isEmpty()) { // it went before anybody noted each step
      status
          .answeredAt()
          .ifPresent(at ->
              happen(happened, at, tell.t().localize("referrals.happened.answered"), status.to()));
      status.closedAt().ifPresent(at -> happen(happened, at, tell.ended(status, isSender)));
    }
    for (var step : context.steps()) {
      String state = step.to().isFinal() ? tell.ended(status, isSender) : tell.state(step.to());
      switch (step.by()) {
        case SENDER -> happen(happened, step.at(), state, status.from());
        case RECEIVER -> happen(happened, step.at(), state, status.to());
        case CLOCK -> happen(happened, step.at(), state);
      }
    }
    status
        .withdrawnAt()
        .ifPresent(at -> happen(happened, at, tell.t().localize("referrals.happened.withdrawn")));
    return happened.values().stream().flatMap(List::stream).toList();
  }

  private void happen(SortedMap<Instant, List<OnePage.Fact>> happened, Instant at, String what) {
    happened.computeIfAbsent(at, _ -> new ArrayList<>()).add(new OnePage.Fact(tell.day(at), what));
  }

  private void happen(
      SortedMap<Instant, List<OnePage.Fact>> happened, Instant at, String what, UUID by) {
    happened
        .computeIfAbsent(at, _ -> new ArrayList<>())
        .add(
            new OnePage.Fact(
                tell.t().localize("referrals.one.note-by", tell.organisation(by), tell.day(at)),
                what));
  }

  private OnePage.Note note(Conversation.Note note, Context context, boolean isSender) {
    var status = context.status();
    String by =
        note.isOurs()
            ? note.author()
                .flatMap(author -> Optional.ofNullable(context.colleagues().get(author)))
                .orElseGet(() -> tell.t().localize("referrals.one.colleague"))
            : tell.organisation(isSender ? status.to() : status.from());
    return new OnePage.Note(
        note.isOurs(),
        tell.t().localize("referrals.one.note-by", by, tell.day(note.at())),
        note.text());
  }

  private List<OnePage.Choice> services(Need need, Status status, Drafts drafts) {
    return drafts.offers(need).stream()
        .filter(offer -> !Set.of(status.from(), status.to()).contains(offer.keeper()))
        .map(offer ->
            new OnePage.Choice(
                offer.service().toString(), offer.organisationName() + " · " + offer.name()))
        .toList();
  }

  /** What of the person is told, in words. */
  static String shares(Texts t, Draft draft) {
    return draft.share().isEmpty()
        ? t.localize("referrals.one.nothing")
        : t.list(
            draft.share().stream().sorted().map(group -> t.localize(group.messageKey())).toList());
  }

  private OnePage.Fact fact(String name, String value) {
    return new OnePage.Fact(tell.t().localize("referrals.fact." + name), value);
  }

  private String word(String under, Enum<?> value) {
    return tell.t().localize(NewPages.key(under, value));
  }

  private <E extends Enum<E>> List<OnePage.Choice> choices(String under, E[] values) {
    return Arrays.stream(values)
        .map(value -> new OnePage.Choice(Keys.of(value), word(under, value)))
        .toList();
  }
}
