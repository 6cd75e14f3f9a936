package org.konbit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.konbit.access.signin.GivenStaff;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@KonbitTest
@Import(Superuser.class)
class ExpiryAtTheDeskTests {
  @Autowired private GivenStaff given;
  @Autowired private Superuser superuser;
  @LocalServerPort private int port;

  @Test
  void what_a_night_destroyed_is_told_to_those_who_audit_there_and_to_nobody_else() {
    var harbor = given.organisation("Expiry Clinic");
    var valley = given.organisation("Expiry Legal Aid");
    destroyed(harbor);

    assertThat(audit(harbor, Role.PRIVACY_OFFICER).body())
        .contains("expired_visit", "September 29, 2026", ">4711<", ">12<")
        .doesNotContain("Nothing was due yet");
    assertThat(audit(valley, Role.AUDITOR).body())
        .contains("Nothing was due yet")
        .doesNotContain("expired_visit");
    assertThat(audit(harbor, Role.NAVIGATOR).status()).isEqualTo(404);
  }

  private DeskVisitor audit(UUID organisation, Role role) {
    return new DeskVisitor(port)
        .with(given.session(given.person(organisation, role)))
        .open("/desk/en/audit");
  }

  private void destroyed(UUID organisation) {
    superuser
        .sql()
        .sql("INSERT INTO retention_report VALUES (:id, :ran, 'expired_visit', :until, 4711, 12)")
        .param("id", organisation)
        .param("ran", LocalDate.of(2026, 9, 29))
        .param("until", LocalDate.of(2023, 9, 29))
        .update();
  }
}
