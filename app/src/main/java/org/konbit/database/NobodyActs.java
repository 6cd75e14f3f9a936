package org.konbit.database;

/** Work that belongs to an organisation was begun without saying for which. */
public final class NobodyActs extends RuntimeException {
  NobodyActs() {
    super("Nobody acts in this thread.\nSay for which organisation and as whom with Acting.");
  }
}
