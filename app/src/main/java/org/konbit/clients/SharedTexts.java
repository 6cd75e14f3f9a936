package org.konbit.clients;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes shared fields as one text, for whoever seals it under a key of their own, and reads it
 * again.
 */
@Component
public class SharedTexts {
  // What is not shared is not written at all.
  private record Kept(
      @Nullable PersonName name,
      @Nullable String birthDate,
      @Nullable Contact contact,
      @Nullable Speech speech,
      @Nullable Integer householdSize,
      @Nullable String need) {}

  private final JsonMapper json;

  SharedTexts(JsonMapper json) {
    this.json = json;
  }

  /** The fields as a text; it names a person, and is to be sealed. */
  public String text(SharedFields shared) {
    return json.writeValueAsString(
        new Kept(
            shared.name().orElse(null),
            shared.birthDate().map(BirthText::of).orElse(null),
            shared.contact().orElse(null),
            shared.speech().orElse(null),
            shared.householdSize().isPresent() ? shared.householdSize().getAsInt() : null,
            shared.need().orElse(null)));
  }

  /** The fields of a text that {@link #text} wrote. */
  public SharedFields read(String text) {
    var kept = json.readValue(text, Kept.class);
    return new SharedFields(
        Optional.ofNullable(kept.name()),
        Optional.ofNullable(kept.birthDate()).map(BirthText::read),
        Optional.ofNullable(kept.contact()),
        Optional.ofNullable(kept.speech()),
        kept.householdSize() == null ? OptionalInt.empty() : OptionalInt.of(kept.householdSize()),
        Optional.ofNullable(kept.need()));
  }
}
