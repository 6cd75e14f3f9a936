package org.konbit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code docs/outside-the-walls.md} says, read as a reader reads it. */
record Tables(
    Map<String, List<String>> outside,
    List<String> withPolicies,
    Map<String, List<String>> published,
    List<String> addresses,
    List<String> unasked) {
  private static final Path LIST = Path.of("../docs/outside-the-walls.md");
  private static final String SECOND = "## Behind a wall with a policy of its own";
  private static final String THIRD = "## Read by all, written behind the wall";
  private static final String FOURTH = "## Addresses that ask nobody who they are";
  private static final String FIFTH = "## What runs without being asked";

  static Tables listed() {
    try {
      String[] parts =
          Files.readString(LIST).split(String.join("|", SECOND, THIRD, FOURTH, FIFTH), 5);
      return new Tables(
          columns(parts[0]),
          rows(parts[1]).stream().map(List::getFirst).toList(),
          columns(parts[2]),
          rows(parts[3]).stream().map(List::getFirst).toList(),
          rows(parts[4]).stream().map(List::getFirst).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> columns(String part) {
    return rows(part).stream()
        .collect(Collectors.toMap(List::getFirst, row -> List.of(row.get(1).split(", "))));
  }

  private static List<List<String>> rows(String part) {
    return part.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> List.of(line.substring(2).replace("`", "").split(" \\| ")))
        .toList();
  }
}
