package org.konbit.directory.incoming;

import java.util.Locale;

/** A file of which nothing can be taken. Nothing was changed. */
public final class Unreadable extends RuntimeException {
  /** Why. */
  public enum Reason {
    /** Nothing is in it. */
    EMPTY,
    /** It is larger than we take, or one thing in it is. */
    LARGE,
    /** Unpacked it would be far larger than it is. */
    BOMB,
    /** It is neither JSON nor a package of tables. */
    FORMAT,
    /** It ends in the middle, or is damaged. */
    BROKEN,
    /** It is a package, and none of its files is a table of the standard. */
    TABLES;

    /** The message key of what is wrong and what to do. */
    public String key() {
      return "directory.import.unreadable-" + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  Unreadable(Reason reason) {
    this(reason, null);
  }

  Unreadable(Reason reason, @org.jspecify.annotations.Nullable Throwable cause) {
    super("The file cannot be read (%s).".formatted(reason), cause);
    this.reason = reason;
  }

  /** One of which nothing came. */
  public static Unreadable empty() {
    return new Unreadable(Reason.EMPTY);
  }

  /** The message key of what is wrong and what to do. */
  public String key() {
    return reason.key();
  }
}
