package org.konbit.simulation.reform;

/** A reform cannot be found or read. The message says what to do. */
public final class ReformProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReformProblem(String message) {
    super(message);
  }

  ReformProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
