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
import org.konbit.referrals.exchange.Conversation;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Moves;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Refused;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.lifecycle.IllegalMove;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.web.DeskFrame;
import org.konbit.web.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
    return page(desk, id, "", OnePages.Typed.NOTHING);
  }

  @PostMapping(ONE + "/move")
  ModelAndView move(
      DeskFrame desk,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam UUID key) {
    mustBeHere(id);
    var form = MoveForm.read(new Sent(fields));
    String wrong = form.problem();
    if (!wrong.isEmpty()) {
      return again(desk, id, "referrals.problem." + wrong, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      moves.move(id, seen, form.change(), key);
      return back(desk, id);
    } catch (Refused e) {
      return again(desk, id, e.why().messageKey(), form, HttpStatus.CONFLICT);
    } catch (IllegalMove e) {
      return again(desk, id, Refused.Why.MOVED_MEANWHILE.messageKey(), form, HttpStatus.CONFLICT);
    }
  }

  private ModelAndView again(
      DeskFrame desk, UUID id, String problem, MoveForm form, HttpStatus status) {
    var page = page(desk, id, problem, new OnePages.Typed("", form.mistake(), form.words()));
    page.setStatus(status);
    return page;
  }

  @PostMapping(ONE + "/notes")
  ModelAndView write(
      DeskFrame desk, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
    mustBeHere(id);
    String written = Written.harmless(text).strip();
    String wrong = wrong(written);
    if (!wrong.isEmpty()) {
      var page = page(desk, id, "referrals.problem." + wrong, OnePages.Typed.note(text));
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    try {
      conversation.write(id, written);
      return back(desk, id);
    } catch (Refused e) {
      var page = page(desk, id, e.why().messageKey(), OnePages.Typed.note(text));
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

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) { // nothing was chosen
      return Optional.empty();
    }
  }

  ModelAndView refused(DeskFrame desk, UUID id, String problem, HttpStatus status) {
    var page = page(desk, id, problem, OnePages.Typed.NOTHING);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(DeskFrame desk, UUID id, String problem, OnePages.Typed typed) {
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
            referrals.steps(status.get()),
            people.names(),
            moves.next(status.get()),
            referrals.next(id).map(UUID::toString).orElse(""),
            status.get().mistake().isPresent() ? referrals.mistakeWords(id) : "",
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
