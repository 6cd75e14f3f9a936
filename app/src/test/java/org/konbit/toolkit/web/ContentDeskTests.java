package org.konbit.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.access.signin.GivenStaff.Person;
import org.konbit.database.Acting;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.store.GivenContent;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people stand behind an item, and the one who reviews it approves its wording. */
@KonbitTest
class ContentDeskTests {
  private static final String ITEM = "/desk/en/content/right/harbor-kept";
  private static final String FIELDS = "settings: [home]\nlimits: [It ends at the pier.]";
  private static final String SEEN = "/en/rights/harbor-kept";

  @Autowired private GivenContent given;
  @Autowired private GivenStaff staff;
  @Autowired private Audit audit;
  @LocalServerPort private int port;

  private UUID harbor;
  private Person writer;
  private Person lawyer;

  @BeforeEach
  void publish() {
    publish("You can fish from the pier.");
    harbor = staff.organisation("Harbor Writers " + UUID.randomUUID());
    writer = staff.person(harbor, Role.EDITOR);
    lawyer = staff.person(harbor, Role.REVIEWER);
  }

  @AfterEach
  void clear() {
    given.takenDown();
  }

  @Test
  void a_lawyer_approves_what_a_colleague_wrote_and_readers_see_it_until_it_is_changed() {
    assertThat(seen()).contains("Not yet approved by a lawyer.");
    var editor = as(writer).open(ITEM);
    editor.send(ITEM, Map.of("owner", writer.id().toString(), "reviewer", lawyer.id().toString()));
    assertThat(editor.address()).isEqualTo(ITEM);
    assertThat(editor.body()).doesNotContain("Approve version");

    var reviewer = as(lawyer).open(ITEM);
    reviewer.send(ITEM + "/approve", Map.of("revision", revision(reviewer)));

    assertThat(reviewer.body()).contains(", approved on ");
    assertThat(seen()).contains("A lawyer approved it on ");
    assertThat(audited()).isEqualTo(2);

    publish("You can fish from the new pier.");

    assertThat(seen()).contains("Not yet approved by a lawyer.");
  }

  @Test
  void one_person_cannot_be_both_and_nothing_that_was_chosen_is_lost() {
    var both = staff.person(harbor, Role.EDITOR, Role.REVIEWER);
    var editor = as(both).open(ITEM);

    editor.send(ITEM, Map.of("owner", both.id().toString(), "reviewer", both.id().toString()));

    assertThat(editor.status()).isEqualTo(422);
    assertThat(editor.body())
        .contains("The same person cannot answer for an item and review it.")
        .contains("<option value=\"%s\" selected>".formatted(both.id()));
    editor.send(ITEM, Map.of("owner", UUID.randomUUID().toString()));
    assertThat(editor.status()).isEqualTo(422);
    assertThat(editor.body()).contains("does not hold that role here any more");
  }

  @Test
  void nobody_approves_what_another_reviews_nor_a_wording_that_is_not_the_newest() {
    var editor = as(writer).open(ITEM);
    editor.send(ITEM, Map.of("owner", writer.id().toString(), "reviewer", lawyer.id().toString()));
    var other = as(staff.person(harbor, Role.REVIEWER)).open(ITEM);
    assertThat(other.body()).doesNotContain("Approve version");
    other.open("/desk/en"); // whose form it is does not matter
    other.send(ITEM + "/approve", Map.of("revision", revision(as(lawyer).open(ITEM))));
    assertThat(other.status()).isEqualTo(422);

    var reviewer = as(lawyer).open(ITEM);
    reviewer.send(ITEM + "/approve", Map.of("revision", "999999"));

    assertThat(reviewer.status()).isEqualTo(422);
    assertThat(reviewer.body()).contains("Nothing was approved.");
    assertThat(seen()).contains("Not yet approved by a lawyer.");
  }

  @Test
  void another_reviewer_begins_without_the_approval_of_the_one_before() {
    var editor = as(writer).open(ITEM);
    editor.send(ITEM, Map.of("owner", writer.id().toString(), "reviewer", lawyer.id().toString()));
    var reviewer = as(lawyer).open(ITEM);
    reviewer.send(ITEM + "/approve", Map.of("revision", revision(reviewer)));
    assertThat(seen()).contains("A lawyer approved it on ");

    var second = staff.person(harbor, Role.REVIEWER);
    editor
        .open(ITEM)
        .send(ITEM, Map.of("owner", writer.id().toString(), "reviewer", second.id().toString()));

    assertThat(seen()).contains("Not yet approved by a lawyer.");
  }

  @Test
  void a_slip_of_the_pen_is_not_told_to_readers_as_a_correction() {
    assertThat(as(writer).open(ITEM).body()).doesNotContain("name=\"change\"");
    given.changed(Kind.RIGHT, "harbor-kept", "statement: You can fish from the piers.", FIELDS, "");
    assertThat(seen()).contains("Corrected on");
    var editor = as(writer).open(ITEM);
    var revision = revision(editor);

    editor.send(ITEM + "/change", Map.of("revision", revision, "change", "typo"));

    assertThat(editor.body()).contains("<option value=\"typo\" selected>");
    assertThat(seen()).contains("from the piers").doesNotContain("Corrected on");
    editor.send(ITEM + "/change", Map.of("revision", revision, "change", "safety"));
    assertThat(seen()).contains("Corrected on");
    editor.send(ITEM + "/change", Map.of("revision", "1", "change", "typo"));
    assertThat(editor.status()).isEqualTo(422);
    assertThat(editor.body()).contains("the wording changed meanwhile");
    assertThat(as(lawyer).open(ITEM).body()).doesNotContain("name=\"change\"");
  }

  @Test
  void who_has_nothing_to_do_with_content_does_not_find_it() {
    var navigator = as(staff.person(harbor, Role.NAVIGATOR));

    assertThat(navigator.open("/desk/en/content").status()).isEqualTo(404);
    assertThat(navigator.open(ITEM).status()).isEqualTo(404);
    assertThat(as(writer).open("/desk/en/content?kind=spotlight").status()).isEqualTo(404);
    assertThat(as(writer).open("/desk/en/content").body()).contains("content/right/harbor-kept");
  }

  private void publish(String statement) {
    given.published(Kind.RIGHT, "harbor-kept", "statement: " + statement, FIELDS, "");
  }

  private String seen() {
    return new DeskVisitor(port).open(SEEN).body();
  }

  private static String revision(DeskVisitor reviewer) {
    return reviewer.body().replaceFirst("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1");
  }

  private long audited() {
    return new Acting.Member(harbor, writer.id(), Set.of(Role.AUDITOR.key()), "test")
        .call(() -> audit.entries(Long.MAX_VALUE, 50)).stream()
            .filter(entry -> entry.kind().equals("content_item"))
            .filter(entry -> entry.action() == AuditAction.UPDATE)
            .count();
  }

  private DeskVisitor as(Person person) {
    return new DeskVisitor(port).with(staff.session(person));
  }
}
