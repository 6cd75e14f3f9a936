package org.konbit.referrals.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainTests {
  private final UUID sender = UUID.randomUUID();

  @Test
  void a_family_is_sent_on_five_times_at_most() {
    var asked = Stream.generate(UUID::randomUUID).limit(4).toList();

    assertThat(new Chain(sender, asked).next(UUID.randomUUID())).isEqualTo(Chain.Refusal.NONE);
    assertThat(
            new Chain(sender, Stream.generate(UUID::randomUUID).limit(5).toList())
                .next(UUID.randomUUID()))
        .isEqualTo(Chain.Refusal.TOO_LONG);
  }

  @Test
  void nobody_is_asked_twice_and_nobody_asks_themselves() {
    var first = UUID.randomUUID();

    assertThat(new Chain(sender, List.of(first, UUID.randomUUID())).next(first))
        .isEqualTo(Chain.Refusal.CYCLE);
    assertThat(new Chain(sender, List.of()).next(sender)).isEqualTo(Chain.Refusal.OWN);
  }
}
