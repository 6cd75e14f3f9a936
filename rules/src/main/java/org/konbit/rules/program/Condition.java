package org.konbit.rules.program;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.household.Values;

/**
 * One requirement of a program, with the texts it has had. Outside its dated texts it does not
 * hold: a rule gives nothing before it begins nor after it ends.
 */
public final class Condition {
  /**
   * The requirement as it stands from one date to another.
   *
   * @param from its first day, in days since 1970-01-01
   * @param to its last day, {@code Integer.MAX_VALUE} while no end is known
   * @param message the key of the sentence that says it
   * @param value what the reader is shown of the family, where it is a value
   * @param limit what it is held against
   * @param limitRoundsUp whether a limit between two cents is told as the higher one, because the
   *     value must be under it or reach it; else as the lower one
   */
  public record Text(
      int from,
      int to,
      CheckedCondition holds,
      String cite,
      String message,
      Optional<Expression> value,
      Optional<Expression> limit,
      boolean limitRoundsUp) {}

  private final String id;
  // Looked through for every decision, and an array needs no iterator.
  private final Text[] texts;

  public Condition(String id, List<Text> texts) {
    this.id = id;
    this.texts = texts.toArray(Text[]::new);
  }

  public String id() {
    return id;
  }

  public List<Text> texts() {
    return List.of(texts);
  }

  /** The text in force on the frame's date; the next change of text is remembered. */
  public Optional<Text> current(Frame frame) {
    return Optional.ofNullable(textOn(frame));
  }

  /** Whether the requirement exists on the frame's date. */
  public boolean isInForce(Frame frame) {
    return textOn(frame) != null;
  }

  /** 1, 0 or {@link Values#UNKNOWN}; 1 where nothing is required on the frame's date. */
  public long holds(Frame frame, int member) {
    var text = textOn(frame);
    if (text == null) {
      return Values.TRUE;
    }
    try {
      return frame.claim(text.holds().expression(), member);
    } catch (ArithmeticException | RuleCannotBeEvaluated e) {
      throw RuleCannotBeEvaluated.in("condition " + id, e);
    }
  }

  private @Nullable Text textOn(Frame frame) {
    for (Text text : texts) {
      if (frame.today() < text.from()) {
        frame.changesOn(text.from());
        return null;
      }
      if (frame.today() <= text.to()) {
        if (text.to() != Integer.MAX_VALUE) {
          frame.changesOn(text.to() + 1);
        }
        return text;
      }
    }
    return null;
  }
}
