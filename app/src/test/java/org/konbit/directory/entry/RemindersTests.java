package org.konbit.directory.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

@KonbitTest
class RemindersTests {
  @Autowired private Reminders reminders;
  @Autowired private GivenEntries given;
  @Autowired private GivenStaff staff;
  @Autowired private Keeping keeping;
  @Autowired private SettableClock clock;

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void whoever_keeps_an_entry_is_reminded_once_a_month_until_they_confirm_it() {
    UUID keeper = staff.organisation("Valley Legal Aid");
    var acting = new Acting.SystemActor(keeper, "test", "test");
    var entry = given.entry(keeper, "Valley").offers("Advice", Need.LEGAL).listed().entry();
    reminders.run();
    assertThat(acting.call(reminders::last)).isNotEqualTo(Optional.of(LocalDate.now(clock)));

    clock.pass(Duration.ofDays(190));
    assertThat(reminders.run()).isPositive();
    var first = LocalDate.now(clock);
    assertThat(acting.call(reminders::last)).hasValue(first);
    assertThat(reminders.run()).as("a second run on the same day").isZero();

    clock.pass(Duration.ofDays(31));
    reminders.run();
    assertThat(acting.call(reminders::last)).hasValue(LocalDate.now(clock));

    acting.run(() -> keeping.confirm(entry));
    reminders.run();
    assertThat(reminders.run()).isZero();
  }
}
