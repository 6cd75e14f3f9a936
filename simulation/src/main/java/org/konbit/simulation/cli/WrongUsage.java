package org.konbit.simulation.cli;

/** The command was called in a way it cannot follow. */
final class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUsage(String message) {
    super(message);
  }

  WrongUsage(String message, Exception cause) {
    super(message, cause);
  }
}
