package org.konbit.directory.incoming;

import java.util.List;
import java.util.Locale;
import org.konbit.directory.entry.Document;

/**
 * An object of a file with something wrong in it.
 *
 * @param kind as the standard names it
 * @param place where it stands: a table and line, or the way to it in a document
 * @param objectId its id as it came; {@code parentId} that of what it hangs from
 * @param entryId the organisation's it belongs to, as far as that is known
 * @param document it, with what hangs from it and is right; if it was taken, its own fields alone
 * @param isTaken whether it was taken without what is wrong
 */
public record Refusal(
    String kind,
    String place,
    String objectId,
    String parentId,
    String entryId,
    List<Problem> problems,
    Document document,
    boolean isTaken) {
  /** What is wrong with a field. */
  public record Problem(String field, What what) {}

  /** What can be wrong. */
  public enum What {
    MISSING,
    UUID,
    URI,
    EMAIL,
    NUMBER,
    DATE,
    TIME,
    INSTANT,
    CHOICE,
    LONG,
    SHAPE,
    /** What it hangs from is not there. */
    PARENT,
    /** Another object of the file has the same id. */
    TWICE,
    /** Following it leads back to where one began. */
    CYCLE,
    /** Another organisation keeps one of that id. */
    KEPT,
    /** There is one of that id elsewhere in the directory. */
    ELSEWHERE,
    /** Its place is secret, so none is kept. */
    SECRET;

    /** The message key of what is wrong and what to do. */
    public String key() {
      return "directory.import.wrong-" + name().toLowerCase(Locale.ROOT);
    }
  }

  public Refusal {
    problems = List.copyOf(problems);
  }

  /** The same of an object that is not taken, for one reason. */
  static Refusal of(
      String kind, String place, String entryId, Document document, String field, What what) {
    return new Refusal(
        kind,
        place,
        document.text("id").orElse(""),
        "",
        entryId,
        List.of(new Problem(field, what)),
        document,
        false);
  }
}
