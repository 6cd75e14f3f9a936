package org.konbit.vault;

import java.util.List;

/** What an operator does at the terminal, without the pages being served by this process. */
public interface Operations {
  /** How it ended, as the terminal wants it. */
  enum Status {
    DONE(0),
    /** Something is wrong with the data, and was told. */
    FOUND_WRONG(1),
    WRONG_USAGE(2);

    private final int exit;

    Status(int exit) {
      this.exit = exit;
    }

    public int exit() {
      return exit;
    }
  }

  /** How the verbs that begin with this word are written; empty where none does. */
  List<String> usages(String word);

  /** Runs a verb with its arguments, such as {@code keys rotate}. */
  Status run(List<String> arguments);
}
