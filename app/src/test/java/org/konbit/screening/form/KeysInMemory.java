package org.konbit.screening.form;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys of this process alone: a restart ends what they sealed. */
class KeysInMemory implements SealingKeys {
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, SealingKey> keys = new ConcurrentHashMap<>();

  KeysInMemory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public SealingKey current() {
    return keys.computeIfAbsent(today(), this::make);
  }

  private SealingKey make(int day) {
    keys.keySet().removeIf(this::isOver);
    var secret = new byte[SealingKey.BYTES];
    random.nextBytes(secret);
    return SealingKey.of(day, secret);
  }

  @Override
  public Optional<SealingKey> of(int day) {
    return Optional.ofNullable(keys.get(day));
  }

  @Override
  public boolean isOver(int day) {
    return day < today() - 1;
  }

  private int today() {
    return (int) LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }
}
