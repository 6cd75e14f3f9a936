package org.konbit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.konbit.access.AccessSettings;
import org.konbit.access.DemoPart;
import org.konbit.access.DemonstrationRefused;
import org.konbit.access.Organisations;
import org.konbit.access.Origin;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@KonbitTest
class DemonstrationTests {
  @Autowired private Organisations organisations;
  @Autowired private Invitations invitations;
  @Autowired private Joining joining;
  @Autowired private Origin origin;
  @Autowired private Clock clock;
  @Autowired private AccessSettings settings;
  @Autowired private ObjectProvider<DemoPart> parts;

  @Test
  void data_that_hold_a_coalition_are_left_alone_and_the_line_says_what_to_do() {
    assertThat(organisations.coalition()).isPresent();
    var demonstration =
        new Demonstration(organisations, invitations, joining, origin, clock, settings, parts);

    assertThatThrownBy(demonstration::begin)
        .isInstanceOf(DemonstrationRefused.class)
        .hasMessageContainingAll("there is one in this data folder already", "./konbit demo");
  }
}
