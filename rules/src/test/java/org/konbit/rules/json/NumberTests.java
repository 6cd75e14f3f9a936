package org.konbit.rules.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.screening.PlainText;
import org.konbit.rules.screening.Shown;

class NumberTests {
  @ParameterizedTest
  @EnumSource(Unit.class)
  void a_number_is_written_as_it_is_told(Unit unit) {
    var random = new Random(1);
    var edges = LongStream.rangeClosed(-13_000, 13_000);
    var large = random.longs(2_000, -1_000_000_000_000_000L, 1_000_000_000_000_000L);

    LongStream.concat(edges, large)
        .mapToObj(number -> new Shown(Kind.INT, unit, number, ""))
        .forEach(shown -> assertThat(written(shown)).isEqualTo(PlainText.of(shown)));
  }

  private static String written(Shown shown) {
    var buffer = new JsonBuffer();
    AnswerJson.number(shown, buffer);
    return new String(buffer.toBytes(), StandardCharsets.UTF_8);
  }
}
