package org.konbit.toolkit.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.ContentReader;
import org.konbit.toolkit.content.ContentRefused;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.content.Review;
import org.konbit.toolkit.content.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Every wording that published items ever had. Members' stories have no history that anybody could
 * read: their consent may end.
 */
@Service
public class History {
  private static final String WORDINGS =
      """
      SELECT r.kind, r.id, r.revision, r.made_at, r.document
        FROM content_revision r
        JOIN content_item i USING (kind, id)
       WHERE r.kind = :kind
         AND r.id = :id
         AND r.kind <> 'spotlight'
         AND i.state IN ('published', 'corrected')
      """;
  private static final String VERSIONS = WORDINGS + " ORDER BY r.revision DESC LIMIT :most";
  private static final String VERSION = WORDINGS + " AND r.revision = :revision";

  // The last change that was more than a mistake of the pen, and what stood there before it.
  private static final String CORRECTION =
      WORDINGS
          + """
             AND (SELECT max(c.revision)
                    FROM content_revision c
                   WHERE c.kind = :kind
                     AND c.id = :id
                     AND c.change_class <> 'typo'
                     AND c.made_at >= :since) - r.revision IN (0, 1)
           ORDER BY r.revision
          """;

  private static final String CHANGES =
      """
      SELECT r.kind, r.id, r.revision, r.made_at
        FROM content_revision r
        JOIN content_item i USING (kind, id)
       WHERE r.made_at >= :since
         AND r.kind <> 'spotlight'
         AND i.state IN ('published', 'corrected')
       ORDER BY r.made_at DESC, r.kind, r.id
       LIMIT :most
      """;

  private static final int MOST_VERSIONS = 50;

  /**
   * A change of an item; the first is that it appeared.
   *
   * @param reference the item's, such as {@code right/emergency-care}
   */
  public record Change(String reference, int revision, Instant madeAt) {}

  /**
   * A wording.
   *
   * @param content empty where it cannot be laid out any more
   */
  public record Version(int revision, Instant madeAt, Optional<Content> content) {}

  /** Two wordings, one after the other. */
  public record Correction(Version before, Version after) {}

  private record Row(String kind, String id, int revision, Instant madeAt, String document) {}

  private record Line(String kind, String id, int revision, Instant madeAt) {}

  private final JdbcClient jdbc;

  History(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The wordings of an item, newest first; none for what is not published, or a story. */
  public List<Version> versions(Kind kind, String id) {
    return versions(of(VERSIONS, kind, id).param("most", MOST_VERSIONS));
  }

  /** One of them. */
  public Optional<Version> version(Kind kind, String id, int revision) {
    return versions(of(VERSION, kind, id).param("revision", revision)).stream().findFirst();
  }

  /** What an item said before it was last corrected, and after; empty if that was not since. */
  public Optional<Correction> correction(Kind kind, String id, Instant since) {
    var two = versions(of(CORRECTION, kind, id).param("since", since.atOffset(UTC)));
    return two.size() < 2
        ? Optional.empty()
        : Optional.of(new Correction(two.getFirst(), two.getLast()));
  }

  private JdbcClient.StatementSpec of(String wordings, Kind kind, String id) {
    return jdbc.sql(wordings).param("kind", kind.word()).param("id", id);
  }

  private static List<Version> versions(JdbcClient.StatementSpec asked) {
    return asked.query(Row.class).list().stream()
        .map(row -> new Version(row.revision(), row.madeAt(), read(row)))
        .toList();
  }

  /** What was changed since, newest first. */
  public List<Change> since(Instant instant, int most) {
    return jdbc
        .sql(CHANGES)
        .param("since", instant.atOffset(UTC))
        .param("most", most)
        .query(Line.class)
        .list()
        .stream()
        .map(row -> new Change(row.kind() + "/" + row.id(), row.revision(), row.madeAt()))
        .toList();
  }

  // An old wording may lack what is asked of new ones.
  private static Optional<Content> read(Row row) {
    try {
      return Word.find(Kind.class, row.kind())
          .map(kind -> ContentReader.read(kind, row.id(), row.document(), Review.NONE));
    } catch (ContentRefused _) {
      return Optional.empty();
    }
  }
}
