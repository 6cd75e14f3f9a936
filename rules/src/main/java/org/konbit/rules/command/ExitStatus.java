package org.konbit.rules.command;

/** What the command says to the shell when it ends. */
public final class ExitStatus {
  public static final int ANSWERED = 0;

  /** Some input was refused, or a check found something. */
  public static final int REFUSED = 1;

  public static final int WRONG_USAGE = 2;

  /** A rule could not be evaluated, or the command itself broke. */
  public static final int BROKEN = 3;

  private ExitStatus() {}
}
