package org.konbit.referrals.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.access.People;
import org.konbit.clients.FreeText;
import org.konbit.database.Acting;
import org.konbit.directory.Offers;
import org.konbit.language.Written;
import org.konbit.referrals.exchange.Change;
import org.konbit.referrals.exchange.Conversation;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Moves;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Refused;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.IllegalMove;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One referral, as either side looks at it, answers it and writes about it. */
@Controller
class OneController {
  private static final String ONE = "/desk/{lang}/referrals/{id}";

  private final Referrals referrals;
  private final Moves moves;
  private final Conversation conversation;
  private final Sending sending;
  private final Drafts drafts;
  private final Offers offers;
  private final Organisations organisations;
  private final People people;
  private final Clock clock;

  OneController(
      Referrals referrals,
      Moves moves,
      Conversation conversation,
      Sending sending,
      Drafts drafts,
      Offers offers,
      Organisations organisations,
      People people,
      Clock clock) {
    this.referrals = referrals;
    this.moves = moves;
    this.conversation = conversation;
    this.sending = sending;
    this.drafts = drafts;
    this.offers = offers;
    this.organisations = organisations;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping(ONE)
  ModelAndView one(DeskFrame desk, @PathVariable UUID id) {
    return page(desk, id, "", "");
  }

  @PostMapping(ONE + "/move")
  ModelAndView move(
      DeskFrame desk,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String service,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam UUID key) {
    mustBeHere(id);
    var state = State.of(to).orElseThrow(NotHere::new);
    String missing = missing(state, reason, outcome, service);
    if (!missing.isEmpty()) {
      return refused(desk, id, missing, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      moves.move(id, seen, change(state, reason, outcome, service), key);
      return back(desk, id);
    } catch (Refused e) {
      return refused(desk, id, e.why().messageKey(), HttpStatus.CONFLICT);
    } catch (IllegalMove e) {
      return refused(desk, id, Refused.Why.MOVED_MEANWHILE.messageKey(), HttpStatus.CONFLICT);
    }
  }

  @PostMapping(ONE + "/notes")
  ModelAndView write(
      DeskFrame desk, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
    mustBeHere(id);
    String written = Written.harmless(text).strip();
    String wrong = wrong(written);
    if (!wrong.isEmpty()) {
      var page = page(desk, id, "referrals.problem." + wrong, text);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    try {
      conversation.write(id, written);
      return back(desk, id);
    } catch (Refused e) {
      var page = page(desk, id, e.why().messageKey(), text);
      page.setStatus(HttpStatus.CONFLICT);
      return page;
    }
  }

  private static String wrong(String note) {
    return note.isEmpty()
        ? "note-missing"
        : note.length() > Conversation.LONGEST
            ? "note-long"
            : FreeText.unkept(note).map(FreeText.Found::problem).orElse("");
  }

  private void mustBeHere(UUID id) {
    if (referrals.status(id).isEmpty()) {
      throw new NotHere();
    }
  }

  private static String missing(State to, String reason, String outcome, String service) {
    if (to == State.DECLINED && DeclineReason.of(reason).isEmpty()) {
      return "referrals.problem.reason-missing";
    }
    if ((to == State.COMPLETED || to == State.UNABLE) && Outcome.of(outcome).isEmpty()) {
      return "referrals.problem.outcome-missing";
    }
    return to == State.REROUTED && id(service).isEmpty() ? "referrals.problem.service-missing" : "";
  }

  private static Change change(State to, String reason, String outcome, String service) {
    return switch (to) {
      case DECLINED -> Change.declined(DeclineReason.of(reason).orElseThrow());
      case COMPLETED, UNABLE -> Change.ended(to, Outcome.of(outcome).orElseThrow());
      case REROUTED -> Change.rerouted(id(service).orElseThrow());
      default -> Change.to(to);
    };
  }

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) { // nothing was chosen
      return Optional.empty();
    }
  }

  ModelAndView refused(DeskFrame desk, UUID id, String problem, HttpStatus status) {
    var page = page(desk, id, problem, "");
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(DeskFrame desk, UUID id, String problem, String typed) {
    var pages = new OnePages(desk, new Telling(desk.frame().t(), organisations.names(), clock));
    var status = referrals.status(id);
    if (status.isEmpty()) {
      return new ModelAndView(
          "referrals/draft", "page", pages.draft(sending.preview(id), offers, problem));
    }
    var own = Acting.now().actingFor().orElseThrow(NotHere::new);
    var context =
        new OnePages.Context(
            status.get(),
            referrals.notes(status.get()),
            people.names(),
            moves.next(status.get()),
            referrals.next(id).map(UUID::toString).orElse(""),
            problem,
            typed);
    return new ModelAndView(
        "referrals/one",
        "page",
        status.get().mover(own) == Mover.SENDER
            ? pages.sent(referrals.sentOne(id), context, offers)
            : pages.got(referrals.gotOne(id), context, drafts));
  }

  static ModelAndView back(DeskFrame desk, UUID id) {
    return new ModelAndView("redirect:%s/referrals/%s".formatted(desk.home(), id));
  }
}
