package org.konbit.simulation.microdata.pums;

/** A file cannot be imported at all. The message says which, why, and what to do. */
public final class ImportProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImportProblem(String message) {
    super(message);
  }

  ImportProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
