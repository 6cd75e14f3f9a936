package org.konbit.screening.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.konbit.screening.Rulebook;
import org.konbit.screening.api.Refusal.Kind;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the interface takes and gives, for programs and for those who write them. */
@RestController
class DescriptionController {
  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Rulebook rulebook;
  private final byte[] description = read("openapi.json");
  private final byte[] answer = read("screening.schema.json");

  DescriptionController(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  private static byte[] read(String name) {
    try (var in = DescriptionController.class.getResourceAsStream("/api/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<byte[]> description() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(BRIEFLY)
        .body(description);
  }

  @GetMapping("/api/v1/schemas/household")
  ResponseEntity<Map<String, Object>> household() {
    var law = rulebook.law().orElseThrow(() -> Refusal.of(Kind.NO_LAW));
    return ResponseEntity.ok()
        .contentType(SCHEMA)
        .cacheControl(BRIEFLY)
        .body(new HouseholdSchema(law).document());
  }

  @GetMapping("/api/v1/schemas/screening")
  ResponseEntity<byte[]> answer() {
    return ResponseEntity.ok().contentType(SCHEMA).cacheControl(BRIEFLY).body(answer);
  }

  @GetMapping("/api/v1/problems/{word}")
  ResponseEntity<String> problem(@PathVariable String word) {
    var kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElseThrow(() -> Refusal.of(Kind.NOT_HERE));
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .cacheControl(BRIEFLY)
        .body("%s.%n%n%s%n".formatted(kind.title(), kind.remedy()));
  }
}
