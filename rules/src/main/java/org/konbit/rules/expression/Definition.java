package org.konbit.rules.expression;

import java.util.List;

/** A named expression of a pack, perhaps with another text on other dates. */
public final class Definition extends Attribute {
  /**
   * One text of it.
   *
   * @param from its first day, in days since 1970-01-01
   * @param to its last day
   */
  public record Version(int from, int to, Expression is) {}

  // Looked through for every value, and an array needs no iterator.
  private Version[] versions = {};

  public Definition(int index, String name, Kind kind, Unit unit) {
    super(index, name, kind, unit);
  }

  /** Gives the definition its texts, once those it reads are declared. */
  public void is(List<Version> texts) {
    versions = texts.toArray(Version[]::new);
  }

  public List<Version> versions() {
    return List.of(versions);
  }

  @Override
  protected long compute(Frame frame, int member) {
    return evaluate(frame, member);
  }

  private long evaluate(Frame frame, int member) {
    try {
      return current(frame).evaluate(frame, member);
    } catch (ArithmeticException | RuleCannotBeEvaluated e) {
      throw RuleCannotBeEvaluated.in("definition " + name(), e);
    }
  }

  /** Its value with arguments that stand in the frame's next level. */
  long apply(Frame frame, int member) {
    frame.locals().enter();
    long value = evaluate(frame, member);
    frame.locals().leave();
    return value;
  }

  private Expression current(Frame frame) {
    int today = frame.today();
    for (Version version : versions) {
      if (today < version.from()) {
        frame.change(version.from(), Cause.LAW);
        break;
      }
      if (today <= version.to()) {
        if (version.to() != Integer.MAX_VALUE) {
          frame.change(version.to() + 1L, Cause.LAW);
        }
        return version.is();
      }
    }
    throw new RuleCannotBeEvaluated(
        "Definition %s has no text for (%s).\nGive it one from an earlier date, with its citation."
            .formatted(name(), java.time.LocalDate.ofEpochDay(today)));
  }
}
