package org.konbit.screening.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A family's code, opened by a navigator who is signed in, stays the family's. */
@KonbitTest
@Import(Superuser.class)
class OpenedByStaffTests {
  private static final String TABLES =
      """
      SELECT c.relname
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
       WHERE c.relnamespace = 'public'::regnamespace
         AND c.relkind = 'r'
       ORDER BY c.relname
      """;

  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private Superuser superuser;

  @Test
  void a_code_that_a_navigator_opens_is_noted_nowhere_and_the_desk_shows_nothing_of_it() {
    var family = new DeskVisitor(port);
    var code = savedBy(family);
    var harbor = staff.organisation("Harbor of the Code");
    var navigator =
        new DeskVisitor(port)
            .with(staff.session(staff.person(harbor, Role.NAVIGATOR)))
            .open("/desk/en/clients");
    var before = rows(harbor);

    navigator.send("/en/screening", Map.of("code", code, "go", "open"));

    assertThat(navigator.status()).isEqualTo(200);
    assertThat(navigator.body()).contains("1 person");
    assertThat(navigator.cookiesSet()).isEmpty();
    assertThat(rows(harbor)).as("rows of the organization").isEqualTo(before);
    assertThat(navigator.open("/desk/en/clients").body()).contains("Nobody is here yet");
  }

  @Test
  void at_the_desk_a_code_shows_what_the_family_can_get_and_leads_on_to_a_consent() {
    var code = savedBy(new DeskVisitor(port));
    var harbor = staff.organisation("Harbor of the Desk Code");
    var navigator =
        new DeskVisitor(port)
            .with(staff.session(staff.person(harbor, Role.NAVIGATOR)))
            .open("/desk/en/screening");
    navigator.open("/desk/en/clients").open("/desk/en/screening");
    var before = rows(harbor);

    navigator.send("/desk/en/screening", Map.of("code", code));

    assertThat(navigator.status()).isEqualTo(200);
    assertThat(navigator.body())
        .contains("What this family can get", "/desk/en/referrals/new", "Go on with the questions")
        .contains("The client")
        .doesNotContain(code, "href=\"#person-1\">You<");
    assertThat(navigator.cookiesSet()).isEmpty();
    assertThat(rows(harbor)).as("rows of the organization").isEqualTo(before);
  }

  @Test
  void a_code_that_opens_nothing_is_told_at_its_field_and_stays_there() {
    var harbor = staff.organisation("Harbor of No Code");
    var navigator =
        new DeskVisitor(port)
            .with(staff.session(staff.person(harbor, Role.NAVIGATOR)))
            .open("/desk/en/screening");

    navigator.send("/desk/en/screening", Map.of("code", "12345 <b>"));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body())
        .contains("Nothing is saved under this code", "value=\"12345 &lt;b>\"");
  }

  @Test
  void who_works_with_nobody_has_no_such_page() {
    var harbor = staff.organisation("Harbor of Administration");
    var admin = staff.session(staff.person(harbor, Role.ORGANISATION_ADMINISTRATOR));

    assertThat(new DeskVisitor(port).with(admin).open("/desk/en/screening").status())
        .isEqualTo(404);
  }

  private static String savedBy(DeskVisitor family) {
    family.send("/vi/screening", Map.of("go", "begin"));
    answer(family, Map.of("answer", "MA", "go", "answer"));
    answer(family, Map.of("age-p1", "52", "go", "save"));
    return found(family, "<bdi>([0-9 ]+)</bdi>");
  }

  private static void answer(DeskVisitor family, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("state", found(family, "name=\"state\" value=\"([^\"]+)\""));
    family.send("/vi/screening", all);
  }

  private static String found(DeskVisitor visitor, String pattern) {
    var found = Pattern.compile(pattern).matcher(visitor.body());
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private Map<String, Long> rows(UUID organisation) {
    var rows = new LinkedHashMap<String, Long>();
    for (String table : superuser.sql().sql(TABLES).query(String.class).list()) {
      rows.put(
          table,
          superuser
              .sql()
              .sql("SELECT count(*) FROM %s WHERE organisation_id = :id".formatted(table))
              .param("id", organisation)
              .query(Long.class)
              .single());
    }
    assertThat(rows).containsKeys("client", "referral");
    assertThat(rows.get("audit_entry")).as("what was noted before").isPositive();
    return rows;
  }
}
