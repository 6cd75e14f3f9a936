package org.konbit.referrals.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.konbit.access.Organisations;
import org.konbit.clients.KeptAbout;
import org.konbit.directory.Offers;
import org.konbit.language.Texts;
import org.konbit.referrals.exchange.Conversation;
import org.konbit.referrals.exchange.Draft;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Referrals.About;
import org.springframework.stereotype.Component;

/** Referrals on a person's page, and in what the person is told of all that is kept. */
@Component
class ReferralsAbout implements KeptAbout {
  private final Referrals referrals;
  private final Offers offers;
  private final Organisations organisations;
  private final Clock clock;

  ReferralsAbout(Referrals referrals, Offers offers, Organisations organisations, Clock clock) {
    this.referrals = referrals;
    this.offers = offers;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public String key() {
    return "referrals.section.referrals";
  }

  @Override
  public String noneKey() {
    return "referrals.about.none";
  }

  @Override
  public String beginKey() {
    return "referrals.about.begin";
  }

  @Override
  public String beginPlace(UUID client) {
    return "/referrals/new?client=" + client;
  }

  @Override
  public List<Piece> inShort(UUID client, Texts t) {
    var tell = new Telling(t, organisations.names(), clock);
    return referrals.about(client).stream()
        .map(each -> new Piece(place(each), name(tell, each.draft()), List.of(state(tell, each))))
        .toList();
  }

  @Override
  public List<UUID> moveAll(UUID from, UUID to) {
    return referrals.moveAll(from, to);
  }

  @Override
  public void moveSome(Collection<UUID> ids, UUID to) {
    referrals.moveSome(ids, to);
  }

  @Override
  public List<Piece> everything(UUID client, Texts t) {
    var tell = new Telling(t, organisations.names(), clock);
    return referrals.about(client).stream()
        .map(each -> new Piece("", name(tell, each.draft()), lines(tell, each)))
        .toList();
  }

  /** What was thrown away or only noted has no page of its own. */
  private static String place(About about) {
    return about.state().isFinal() && about.status().isEmpty()
        ? ""
        : "/referrals/" + about.draft().id();
  }

  private static String name(Telling tell, Draft draft) {
    return Rows.what(tell.need(draft.need()), tell.organisation(draft.to()));
  }

  private static String state(Telling tell, About about) {
    return about
        .status()
        .map(status -> tell.state(status, true) + " · " + tell.clock(status))
        .orElseGet(() -> tell.t().localize(NewPages.key("state", about.state())));
  }

  private List<String> lines(Telling tell, About about) {
    var draft = about.draft();
    var t = tell.t();
    var lines = new ArrayList<String>();
    lines.add(state(tell, about));
    offers.one(draft.service()).ifPresent(offer -> lines.add(said(t, "service", offer.name())));
    lines.add(said(t, "shared", OnePages.shares(t, draft)));
    about
        .status()
        .ifPresent(status -> {
          lines.add(t.localize("referrals.about.sent", tell.day(status.sentAt()), status.number()));
          status
              .withdrawnAt()
              .ifPresent(at ->
                  lines.add(tell.day(at) + ": " + t.localize("referrals.happened.withdrawn")));
        });
    if (!draft.message().isEmpty()) {
      lines.add(said(t, "message", draft.message()));
    }
    about
        .status()
        .filter(status -> status.closedAt().isPresent())
        .ifPresent(status -> lines.add(tell.ended(status, true)));
    if (!about.mistakeWords().isEmpty()) {
      lines.add(said(t, "mistake-words", about.mistakeWords()));
    }
    about.notes().forEach(note -> lines.add(written(tell, draft, note)));
    return lines;
  }

  private static String written(Telling tell, Draft draft, Conversation.Note note) {
    String by =
        note.isOurs()
            ? tell.t().localize("referrals.one.colleague")
            : tell.organisation(draft.to());
    return tell.t().localize("referrals.one.note-by", by, tell.day(note.at())) + ": " + note.text();
  }

  private static String said(Texts t, String name, String value) {
    return t.localize("referrals.fact." + name) + ": " + value;
  }
}
