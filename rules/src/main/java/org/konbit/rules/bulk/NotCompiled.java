package org.konbit.rules.bulk;

/** A part of the law has no bulk form. The run must not begin: a program left out is an answer. */
public final class NotCompiled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotCompiled(String why) {
    super(why);
  }
}
