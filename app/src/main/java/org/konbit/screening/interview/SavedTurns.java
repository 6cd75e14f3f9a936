package org.konbit.screening.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.konbit.screening.Law;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.SealedForms;
import org.konbit.screening.saved.SavedAnswers;
import org.konbit.screening.saved.SavedAnswers.Found;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;
import org.konbit.web.PublicOrigin;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Saves a family's answers, opens them and destroys them, all by a code. */
@Component
class SavedTurns {
  private final SavedAnswers saved;
  private final SealedForms forms;
  private final PublicOrigin origin;
  private final Clock clock;

  SavedTurns(SavedAnswers saved, SealedForms forms, PublicOrigin origin, Clock clock) {
    this.saved = saved;
    this.forms = forms;
    this.origin = origin;
    this.clock = clock;
  }

  /** What a code led to. */
  sealed interface Opened {
    record Form(FamilyForm form) implements Opened {}

    /** The rules have changed so much since that the answers no longer fit them. */
    record Stale() implements Opened {}

    record Told(Page page, String template, HttpStatus status) implements Opened {}
  }

  SavedPage save(Law law, FamilyForm form, PageFrame frame, String sealed) {
    var text = forms.of(law).write(form);
    var kept = saved.save(text, frame.language().tag(), sealed + text);
    return new SavedPage(
        frame, forms.seal(law, form), kept.code(), kept.lastDay(), origin.address());
  }

  /** The page of a code that was just given, in another language, as the page itself carries it. */
  Optional<SavedPage> again(Law law, FamilyForm form, PageFrame frame, String code, String until) {
    try {
      return Optional.of(
          new SavedPage(
              frame, forms.seal(law, form), code, LocalDate.parse(until), origin.address()));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // no page of ours carries that
    }
  }

  Opened open(Law law, PageFrame frame, String code, String address) {
    return switch (saved.open(code, address)) {
      case Found.Answers(var text) ->
          forms
              .of(law)
              .read(text, LocalDate.now(clock))
              .<Opened>map(Opened.Form::new)
              .orElseGet(Opened.Stale::new);
      case Found.Nothing() -> wrong(frame, code);
      case Found.Later() -> later(frame, code);
    };
  }

  /** Asks first; what is typed is looked at only once the family says yes. */
  Opened askToDestroy(PageFrame frame, String code) {
    return code.isEmpty()
        ? wrong(frame, code)
        : new Opened.Told(new DestroyPage(frame, code), "destroy", HttpStatus.OK);
  }

  Opened destroy(PageFrame frame, String code, String address) {
    return switch (saved.destroy(code, address)) {
      case Found.Answers(var _) ->
          new Opened.Told(new BeginPage(frame, "", Optional.empty(), true), "begin", HttpStatus.OK);
      case Found.Nothing() -> wrong(frame, code);
      case Found.Later() -> later(frame, code);
    };
  }

  private static Opened wrong(PageFrame frame, String code) {
    return told(frame, code, "screening.saved.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static Opened later(PageFrame frame, String code) {
    return told(frame, code, "screening.saved.later", HttpStatus.TOO_MANY_REQUESTS);
  }

  private static Opened told(PageFrame frame, String code, String key, HttpStatus status) {
    var problem = Optional.of(frame.t().localize(key));
    return new Opened.Told(new BeginPage(frame, code, problem, false), "begin", status);
  }
}
