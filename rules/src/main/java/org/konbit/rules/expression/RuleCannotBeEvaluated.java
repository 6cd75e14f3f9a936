package org.konbit.rules.expression;

/** A rule ended in an error. The screening stops: an error must never be read as a no. */
public final class RuleCannotBeEvaluated extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean isPlaced;

  public RuleCannotBeEvaluated(String message) {
    super(message);
    this.isPlaced = false;
  }

  private RuleCannotBeEvaluated(String message, RuntimeException cause, boolean isPlaced) {
    super(message, cause);
    this.isPlaced = isPlaced;
  }

  /** The same error, with the part of the rule it came up in, such as {@code condition income}. */
  public static RuleCannotBeEvaluated in(String part, RuntimeException error) {
    return error instanceof RuleCannotBeEvaluated placed && placed.isPlaced
        ? placed
        : new RuleCannotBeEvaluated("%s: %s".formatted(part, error.getMessage()), error, false);
  }

  /** The same error, with the program it stops; of programs that ask one another, the innermost. */
  public static RuleCannotBeEvaluated ofProgram(String id, RuntimeException error) {
    return error instanceof RuleCannotBeEvaluated placed && placed.isPlaced
        ? placed
        : new RuleCannotBeEvaluated(
            "Program %s could not be decided: %s\nThe screening stops here, because an error is not a no."
                .formatted(id, error.getMessage()),
            error,
            true);
  }
}
