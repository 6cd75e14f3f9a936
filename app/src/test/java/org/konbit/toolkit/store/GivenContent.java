package org.konbit.toolkit.store;

import java.util.ArrayList;
import java.util.List;
import org.konbit.toolkit.content.Kind;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Content that a test has published, and takes down again when it is over. */
@Component
@Profile("!operation")
public class GivenContent {
  private final ContentRows rows;
  private final Library library;
  private final JdbcClient jdbc;
  private final List<String> published = new ArrayList<>();

  GivenContent(ContentRows rows, Library library, JdbcClient jdbc) {
    this.rows = rows;
    this.library = library;
    this.jdbc = jdbc;
  }

  /** Publishes an item with these fields, whether or not it was taken down before. */
  public void published(Kind kind, String id, String brief, String fields, String body) {
    library.current(); // what ships comes first
    jdbc.sql("DELETE FROM content_revision WHERE id = :id").param("id", id).update();
    jdbc.sql(
            """
            UPDATE content_item
               SET state = 'published', is_edited = false, file_digest = '', revision = revision + 1
             WHERE id = :id
            """)
        .param("id", id)
        .update();
    changed(kind, id, brief, fields, body);
    published.add(id);
  }

  /** Words an item anew, so that what it said before is its earlier version. */
  public void changed(Kind kind, String id, String brief, String fields, String body) {
    rows.take(
        kind,
        id,
        """
        ---
        title: News of the harbor
        %s
        %s
        jurisdictions: [MA]
        audiences: [community]
        checkedOn: 2026-11-22
        sources:
          - {title: A letter, publisher: Harbor House, readOn: 2026-11-22, kind: notice, confidence: A}
        ---
        %s
        """
            .formatted(brief, fields, body));
    library.newest();
  }

  /** Takes down all that was published here. */
  public void takenDown() {
    for (var id : published) {
      jdbc.sql("UPDATE content_item SET state = 'archived', is_edited = true WHERE id = :id")
          .param("id", id)
          .update();
    }
    published.clear();
    jdbc.sql("UPDATE content_change SET number = number + 1").update();
    library.newest();
  }
}
