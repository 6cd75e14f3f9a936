package org.konbit.referrals.desk;

import java.util.Optional;
import org.konbit.access.NotHere;
import org.konbit.clients.FreeText;
import org.konbit.referrals.exchange.Change;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.web.Sent;

/**
 * Where somebody wants to move a referral, as it was sent, with what each way asks for.
 *
 * @param words what the sender says of a mistake, for itself alone
 */
record MoveForm(
    State to, String reason, String outcome, String service, String mistake, String words) {
  static MoveForm read(Sent sent) {
    return new MoveForm(
        State.of(sent.text("to")).orElseThrow(NotHere::new),
        sent.text("reason"),
        sent.text("outcome"),
        sent.text("service"),
        sent.text("mistake"),
        sent.text("words").replace("\r\n", "\n")); // as a browser counts
  }

  /** What is missing or wrong, as the end of a message key; empty if nothing is. */
  String problem() {
    return switch (to) {
      case DECLINED -> DeclineReason.of(reason).isEmpty() ? "reason-missing" : "";
      case COMPLETED, UNABLE -> Outcome.of(outcome).isEmpty() ? "outcome-missing" : "";
      case REROUTED -> OneController.id(service).isEmpty() ? "service-missing" : "";
      case ENTERED_IN_ERROR -> wrongMistake();
      default -> "";
    };
  }

  private String wrongMistake() {
    var chosen = Mistake.of(mistake);
    if (chosen.isEmpty()) {
      return "mistake-missing";
    }
    if (chosen.equals(Optional.of(Mistake.OTHER)) && words.isEmpty()) {
      return "mistake-words-missing";
    }
    return words.length() > Change.Mistaken.LONGEST
        ? "mistake-words-long"
        : FreeText.unkept(words).map(FreeText.Found::problem).orElse("");
  }

  /** What it asks for; only of a form without a problem. */
  Change change() {
    return switch (to) {
      case DECLINED -> Change.declined(DeclineReason.of(reason).orElseThrow());
      case COMPLETED, UNABLE -> Change.ended(to, Outcome.of(outcome).orElseThrow());
      case REROUTED -> Change.rerouted(OneController.id(service).orElseThrow());
      case ENTERED_IN_ERROR -> Change.mistaken(Mistake.of(mistake).orElseThrow(), words);
      default -> Change.to(to);
    };
  }

  @Override
  public String toString() { // the words may name somebody
    return "MoveForm[%s]".formatted(to);
  }
}
