package org.konbit.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.content.Review;
import org.konbit.toolkit.content.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files come once; from then on an item is the editors'. */
@KonbitTest
class LibraryTests {
  private static final String FIRST = text("Care at the harbor");
  private static final String STORY =
      """
      ---
      title: The class on Harbor Street
      member: A neighbor
      brief: I learned English in a church hall.
      consent: {by: Harbor House, on: 2026-11-01, scope: this site}
      jurisdictions: [MA]
      audiences: [community]
      checkedOn: 2026-11-22
      sources:
        - {title: Told by the member, publisher: Harbor House, readOn: 2026-11-22, kind: notice, confidence: A}
      ---
      We met on Mondays. I made soup for everybody.
      """;
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
  void an_approval_holds_for_the_wording_that_was_approved_and_for_no_other() {
    rows.take(Kind.RIGHT, "harbor-four", FIRST);
    jdbc.sql(
            """
            UPDATE content_item
               SET owner_id = uuidv7(), reviewer_id = uuidv7(), approved_revision = revision,
                   approved_on = '2026-11-28'
             WHERE id = 'harbor-four'
            """)
        .update();
    jdbc.sql("UPDATE content_change SET number = number + 1").update();

    assertThat(review("harbor-four").approvedOn()).contains(LocalDate.of(2026, 11, 28));

    rows.take(Kind.RIGHT, "harbor-four", SECOND);

    assertThat(review("harbor-four").approvedOn()).isEmpty();
    assertThat(review("harbor-four").revision()).isEqualTo(2);
    assertThat(review("harbor-four").publishedOn()).isPresent();
  }

  @Test
  void nobody_approves_what_they_wrote_and_nothing_is_approved_by_nobody() {
    rows.take(Kind.RIGHT, "harbor-five", FIRST);

    for (var set :
        List.of(
            "owner_id = '00000000-0000-0000-0000-000000000001',"
                + " reviewer_id = '00000000-0000-0000-0000-000000000001'",
            "approved_on = '2026-11-28', approved_revision = 1")) {
      assertThatThrownBy(() ->
              jdbc.sql("UPDATE content_item SET %s WHERE id = 'harbor-five'".formatted(set))
                  .update())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void a_story_whose_consent_is_taken_back_is_gone_at_once_with_every_wording_of_it() {
    rows.take(Kind.SPOTLIGHT, "harbor-library-story", STORY);
    rows.take(Kind.SPOTLIGHT, "harbor-library-story", STORY.replace("brief: I", "brief: Here I"));
    assertThat(library.newest().find("spotlight/harbor-library-story")).isPresent();

    assertThat(library.takeBack("harbor-library-story")).isTrue();

    assertThat(library.newest().find("spotlight/harbor-library-story")).isEmpty();
    assertThat(revisions("harbor-library-story")).isZero();
    assertThat(library.takeBack("harbor-library-story")).isFalse();
    rows.take(Kind.SPOTLIGHT, "harbor-library-story", STORY.replace("brief: I", "brief: Again I"));
    assertThat(library.newest().find("spotlight/harbor-library-story")).isEmpty();
    assertThat(revisions("harbor-library-story")).isZero();
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

  private Review review(String id) {
    return library.newest().find("right/" + id).orElseThrow().heading().review();
  }

  private String shown(String id) {
    return library.newest().find("right/" + id).orElseThrow().title();
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
