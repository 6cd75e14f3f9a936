package org.konbit.rules.expression;

/** A rule ended in an error. The screening stops: an error must never be read as a no. */
public final class RuleCannotBeEvaluated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RuleCannotBeEvaluated(String message) {
    super(message);
  }

  public RuleCannotBeEvaluated(String message, RuntimeException cause) {
    super(message, cause);
  }
}
