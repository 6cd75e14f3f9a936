package org.konbit.clients.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.konbit.clients.BirthWords;
import org.konbit.clients.FieldGroup;
import org.konbit.language.Keys;
import org.konbit.language.Texts;
import org.konbit.vault.BirthDate;

/** Says in words what is known. */
record Telling(Texts t, Clock clock) {
  /** A birth date with how well it is known; empty if it is not. */
  String born(BirthDate birthDate) {
    return BirthWords.of(birthDate, t);
  }

  /** The day of an instant. */
  String day(Instant at) {
    return t.date(at.atZone(clock.getZone()).toLocalDate());
  }

  /** What may be shared, in the order of the groups. */
  String shares(Set<FieldGroup> shares) {
    return t.list(
        Stream.of(FieldGroup.values())
            .filter(shares::contains)
            .map(group -> t.localize(group.messageKey()))
            .toList());
  }

  /** One of a module's own values by its name, {@code clients.under.does-not-know}. */
  String name(String under, Enum<?> value) {
    return t.localize(key(under, value));
  }

  static String key(String under, Enum<?> value) {
    return "clients.%s.%s".formatted(under, Keys.of(value));
  }
}
