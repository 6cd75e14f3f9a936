package org.konbit.screening.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.konbit.screening.Law;
import org.springframework.stereotype.Component;

/** Forms as they travel: sealed, in one hidden field. */
@Component
public class SealedForms {
  private final Seal seal;
  private final Clock clock;
  private final ConcurrentMap<Law, FamilyForms> forms = new ConcurrentHashMap<>();

  SealedForms(Seal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /** What became of a form that was sent. */
  public sealed interface Sent {
    record Whole(FamilyForm form) implements Sent {}

    /** It was sealed more than a day ago, or under rules that have changed since. */
    record Stale() implements Sent {}

    /** It was cut off, changed, made up, or sealed elsewhere. */
    record Unreadable() implements Sent {}
  }

  /** Forms under the law, of which a process has one. */
  public FamilyForms of(Law law) {
    return forms.computeIfAbsent(law, FamilyForms::new);
  }

  /** The form as a hidden field carries it. */
  public String seal(Law law, FamilyForm form) {
    return seal.seal(of(law).write(form));
  }

  /** The form that was sent, as of today; from outside, so it may be anything. */
  public Sent open(Law law, String sealed) {
    return switch (seal.open(sealed)) {
      case Seal.Opened.Text(var text) ->
          of(law)
              .read(text, LocalDate.now(clock))
              .<Sent>map(Sent.Whole::new)
              .orElseGet(Sent.Stale::new);
      case Seal.Opened.Stale() -> new Sent.Stale();
      case Seal.Opened.Unreadable() -> new Sent.Unreadable();
    };
  }
}
