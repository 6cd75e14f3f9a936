package org.konbit.simulation.figures;

/** A table of figures cannot be read, or lacks what a run needs. The message says where. */
public final class FigureProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FigureProblem(String message) {
    super(message);
  }

  FigureProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
