package org.konbit.directory.entry;

import java.util.Optional;
import java.util.stream.Stream;
import org.konbit.language.Keys;

/** How people meet a service. */
public enum Modality {
  IN_PERSON,
  VIRTUAL,
  HYBRID,
  PHONE;

  /** Its name in forms and messages: {@code in-person}. */
  public String key() {
    return Keys.of(this);
  }

  /** Whether one need not live nearby. */
  public boolean isFromAfar() {
    return this != IN_PERSON;
  }

  /** The modality of a key that came from outside. */
  public static Optional<Modality> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
