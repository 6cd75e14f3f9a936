package org.konbit.referrals.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.exchange.Change;
import org.konbit.referrals.exchange.GivenReferrals;
import org.konbit.referrals.lifecycle.State;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class BoardPagesTests {
  private static final String BOARD = "/desk/en/referrals/places";

  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private GivenEntries entries;
  @Autowired private GivenReferrals given;
  @Autowired private SettableClock clock;

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void a_partner_says_how_many_places_it_has_and_the_others_see_it() {
    var lantern = staff.organisation("Lantern of the Board");
    var harbor = staff.organisation("Harbor of the Board");
    var service = entries.entry(lantern, "Lantern").offers("Beds", Need.HOUSING).listed().service();
    var ours = navigator(lantern);
    var set = BOARD + "/" + service;
    assertThat(ours.open(BOARD).body()).contains("Beds", "Places are not counted");

    ours.send(set, Map.of("places", "-2 beds", "unit", "bed", "seen", ""));
    assertThat(ours.status()).isEqualTo(422);
    assertThat(ours.body()).contains("Write a whole number", "value=\"-2 beds\"");
    ours.send(set, Map.of("places", "2", "unit", "bed", "seen", ""));
    assertThat(ours.open(BOARD).body()).contains("2 beds · as of");

    var family = given.drafted(harbor, lantern, service, Need.HOUSING, "Altagracia");
    given.send(family);
    given.move(lantern, family.id(), Change.to(State.ACCEPTED));
    ours.send(set, Map.of("places", "3", "unit", "bed", "seen", "2"));
    assertThat(ours.status()).isEqualTo(422);
    assertThat(ours.body()).contains("A place was taken or freed", "1 bed · as of", "value=\"3\"");

    var theirs = navigator(harbor);
    assertThat(theirs.open(BOARD + "?need=housing").body())
        .contains("Lantern", "1 bed", "as of")
        .doesNotContain("Altagracia");
    assertThat(theirs.open(BOARD + "?need=food").body()).doesNotContain("Lantern");
    clock.pass(Duration.ofDays(15));
    assertThat(navigator(harbor).open(BOARD).body()).contains("unconfirmed since");
    var later = navigator(lantern);
    later.open(BOARD);
    later.send(set + "/uncount", Map.of());
    assertThat(later.open(BOARD).body()).contains("Places are not counted");
  }

  private DeskVisitor navigator(java.util.UUID organisation) {
    return new DeskVisitor(port)
        .with(staff.session(staff.person(organisation, Role.NAVIGATOR)))
        .open("/desk/en/referrals");
  }
}
