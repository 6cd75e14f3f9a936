package org.konbit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code docs/outside-the-walls.md} says, read as a reader reads it. */
record Tables(Map<String, List<String>> outside, List<String> withPolicies) {
  private static final Path LIST = Path.of("../docs/outside-the-walls.md");
  private static final String SECOND = "## Behind a wall with a policy of its own";

  static Tables listed() {
    try {
      String[] parts = Files.readString(LIST).split(SECOND, 2);
      return new Tables(
          rows(parts[0]).stream()
              .collect(Collectors.toMap(List::getFirst, row -> List.of(row.get(1).split(", ")))),
          rows(parts[1]).stream().map(List::getFirst).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> rows(String part) {
    return part.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> List.of(line.substring(2).replace("`", "").split(" \\| ")))
        .toList();
  }
}
