package org.konbit.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.ContentReader;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.content.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files come once; from then on an item is the editors'. */
@KonbitTest
class LibraryTests {
  private static final String FIRST = text("Care at the harbor");
  private static final String SECOND = text("Care at the new harbor");

  @Autowired private ContentRows rows;
  @Autowired private Library library;
  @Autowired private JdbcClient jdbc;

  @Test
  void a_newer_file_is_a_new_revision_and_the_old_one_is_kept() {
    rows.take(Kind.RIGHT, "harbor-one", FIRST);
    rows.take(Kind.RIGHT, "harbor-one", FIRST);
    rows.take(Kind.RIGHT, "harbor-one", SECOND);

    assertThat(revisions("harbor-one")).isEqualTo(2);
    assertThat(shown("harbor-one")).isEqualTo("Care at the new harbor");
  }

  @Test
  void what_an_editor_wrote_no_file_overwrites() {
    rows.take(Kind.RIGHT, "harbor-two", FIRST);
    jdbc.sql("UPDATE content_item SET is_edited = true WHERE id = 'harbor-two'").update();

    rows.take(Kind.RIGHT, "harbor-two", SECOND);
    library.take();

    assertThat(revisions("harbor-two")).isEqualTo(1);
    assertThat(shown("harbor-two")).isEqualTo("Care at the harbor");
  }

  @Test
  void what_was_taken_down_stays_down() {
    rows.take(Kind.RIGHT, "harbor-three", FIRST);
    jdbc.sql(
            """
            UPDATE content_item
               SET state = 'withdrawn', is_edited = true
             WHERE id = 'harbor-three'
            """)
        .update();

    rows.take(Kind.RIGHT, "harbor-three", SECOND);

    assertThat(rows.published()).isNotEmpty().noneMatch(row -> row.id().equals("harbor-three"));
  }

  @Test
  void a_second_start_changes_nothing() {
    library.current();
    long before = rows.number();

    library.take();

    assertThat(rows.number()).isEqualTo(before);
    assertThat(library.current().all(Right.class)).isNotEmpty();
  }

  private int revisions(String id) {
    return jdbc.sql("SELECT count(*) FROM content_revision WHERE id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private String shown(String id) {
    return rows.published().stream()
        .filter(row -> row.id().equals(id))
        .map(row -> ContentReader.read(Kind.RIGHT, id, row.document()))
        .map(content -> content.title())
        .findFirst()
        .orElseThrow();
  }

  private static String text(String title) {
    return """
    ---
    title: %s
    statement: You can get care.
    settings: [hospital]
    limits: [It ends at the pier.]
    jurisdictions: [US]
    audiences: [community]
    checkedOn: 2026-11-22
    sources:
      - {title: A law, publisher: A state, readOn: 2026-11-22, kind: law, confidence: A}
    ---
    """
        .formatted(title);
  }
}
