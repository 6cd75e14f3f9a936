package org.konbit.rules.pack;

import org.konbit.rules.text.Node;

/** A condition's text and where it stands. */
record Source(PackFile file, Node.Scalar node) {
  String text() {
    return node.text();
  }

  /** The line and column of one character of the text, found again in the file as it is written. */
  int[] position(int offset) {
    var lines = file.text().split("\n", -1);
    int line = node.line() - 1;
    int column = node.column() - 1;
    if (line < lines.length && startsBlock(lines[line], column)) {
      line++;
      column = 0;
    }
    int wanted = visible(text(), offset);
    for (; line < lines.length; line++, column = 0) {
      for (; column < lines[line].length(); column++) {
        char c = lines[line].charAt(column);
        boolean opening = node.isQuoted() && line == node.line() - 1 && column == node.column() - 1;
        if (Character.isWhitespace(c) || opening) {
          continue;
        }
        if (wanted == 0) {
          return new int[] {line + 1, column + 1};
        }
        wanted--;
      }
    }
    return new int[] {node.line(), node.column()};
  }

  private static boolean startsBlock(String line, int column) {
    return column < line.length() && (line.charAt(column) == '>' || line.charAt(column) == '|');
  }

  private static int visible(String text, int end) {
    return (int) text.substring(0, end).chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
