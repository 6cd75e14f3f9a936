package org.konbit.rules.cli;

import java.util.regex.Pattern;

/** Plain text that fits a terminal: long lines go on below their own beginning. */
final class Sheet {
  private static final int WIDTH = 80;
  private static final Pattern BLANKS = Pattern.compile(" +");

  private final StringBuilder out = new StringBuilder();

  /** A line of text that starts at the column and, where it is long, goes on there. */
  Sheet line(int indent, String text) {
    return hanging(indent, "", text);
  }

  /** A line after a mark, such as a dash; what goes on stands below the text and not the mark. */
  Sheet hanging(int indent, String mark, String text) {
    int left = indent + mark.length();
    int column = left;
    out.repeat(' ', indent).append(mark);
    for (String word : BLANKS.splitAsStream(text).toList()) {
      boolean isFirst = column == left;
      if (!isFirst && column + 1 + word.length() > WIDTH) {
        out.append('\n').repeat(' ', left);
        column = left;
        isFirst = true;
      }
      if (!isFirst) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    out.append('\n');
    return this;
  }

  Sheet blank() {
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
