package org.konbit.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.store.GivenContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody at the desk takes a story down when its consent is taken back. */
@KonbitTest
class StoriesTests {
  private static final String STORIES = "/desk/en/stories";
  private static final String FIELDS =
      """
      member: A neighbor
      consent: {by: Harbor House, on: 2020-01-01, scope: this site}
      """;

  @Autowired private GivenContent given;
  @Autowired private GivenStaff staff;
  @LocalServerPort private int port;

  @BeforeEach
  void publish() {
    given.published(Kind.SPOTLIGHT, "harbor-desk", "brief: I sing.", FIELDS, "I sing on Mondays.");
  }

  @AfterEach
  void clear() {
    given.takenDown();
  }

  @Test
  void an_editor_takes_a_story_down_and_readers_never_see_it_again() {
    var editor = signedIn(Role.EDITOR).open(STORIES);
    assertThat(editor.body())
        .contains("A neighbor")
        .contains("Harbor House keeps the consent of January 1, 2020");

    editor.send(STORIES + "/harbor-desk/take-back", Map.of("sure", "yes"));

    assertThat(editor.address()).isEqualTo(STORIES);
    assertThat(editor.body()).contains("No story is shown now.");
    assertThat(new DeskVisitor(port).open("/en/spotlights/harbor-desk").status()).isEqualTo(404);
  }

  @Test
  void whoever_is_not_sure_removes_nothing() {
    var editor = signedIn(Role.EDITOR).open(STORIES);

    editor.send(STORIES + "/harbor-desk/take-back", Map.of());

    assertThat(editor.status()).isEqualTo(422);
    assertThat(editor.body()).contains("Tick the box first");
    assertThat(new DeskVisitor(port).open("/en/spotlights/harbor-desk").status()).isEqualTo(200);
  }

  @Test
  void who_has_nothing_to_do_with_stories_does_not_find_them() {
    assertThat(signedIn(Role.NAVIGATOR).open(STORIES).status()).isEqualTo(404);
    assertThat(signedIn(Role.EDITOR).open(STORIES).body()).contains("harbor-desk");
  }

  private DeskVisitor signedIn(Role role) {
    var harbor = staff.organisation("Harbor Stories");
    return new DeskVisitor(port).with(staff.session(staff.person(harbor, role)));
  }
}
