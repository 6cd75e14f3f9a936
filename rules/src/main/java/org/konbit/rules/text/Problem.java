package org.konbit.rules.text;

import java.util.Comparator;

/**
 * Something wrong with a text a person wrote, told so that they find it.
 *
 * @param file the name the reader knows the text by
 * @param line from 1
 * @param column from 1, in code points
 * @param path the field's dotted path, such as {@code members.p1.age}; empty where there is none
 * @param message what is wrong, with at most 40 escaped characters of the value in brackets
 * @param remedy the likely cause or what to write instead; empty where there is nothing to add
 */
public record Problem(
    String file, int line, int column, String path, String message, String remedy) {
  /** As the files go, from their beginnings to their ends. */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column);

  public static Problem at(String file, int line, int column, String message) {
    return new Problem(file, line, column, "", message, "");
  }

  public static Problem at(String file, Node node, String message) {
    return at(file, node.line(), node.column(), message);
  }

  public static Problem at(String file, Node.Entry entry, String message) {
    return at(file, entry.line(), entry.column(), message);
  }

  public Problem withPath(String dotted) {
    return new Problem(file, line, column, dotted, message, remedy);
  }

  public Problem withRemedy(String sentence) {
    return new Problem(file, line, column, path, message, sentence);
  }

  /** {@code file:line:column: message}, and the remedy on a line of its own. */
  @Override
  public String toString() {
    var head = file + ":" + line + ":" + column + ": " + message;
    return remedy.isEmpty() ? head : head + "\n" + remedy;
  }
}
