package org.konbit.rules.household;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.konbit.rules.text.Spelling;

/** The names a member's entry may use, by the blocks they stand in. */
final class FieldNames {
  private final Map<String, Fact> plain = new LinkedHashMap<>();
  private final Map<String, Map<String, Fact>> blocks = new LinkedHashMap<>();

  FieldNames(Vocabulary vocabulary) {
    for (Fact fact : vocabulary.facts()) {
      int dot = fact.path().indexOf('.');
      if (dot >= 0) {
        blocks
            .computeIfAbsent(fact.path().substring(0, dot), block -> new LinkedHashMap<>())
            .put(fact.path().substring(dot + 1), fact);
      } else if (!fact.ofHousehold()) {
        plain.put(fact.path(), fact);
      }
    }
  }

  Map<String, Fact> plain() {
    return plain;
  }

  boolean isBlock(String name) {
    return blocks.containsKey(name);
  }

  Map<String, Fact> block(String name) {
    return blocks.getOrDefault(name, Map.of());
  }

  List<String> ofMember() {
    var names = new ArrayList<String>();
    names.add("id");
    names.addAll(plain.keySet());
    names.addAll(blocks.keySet());
    return names;
  }

  /** {@code Did you mean …?} for a name that stands nowhere, or in another place than its own. */
  String suggestion(String name, List<String> here) {
    var near = Spelling.suggestion(name, here);
    if (!near.isEmpty()) {
      return near;
    }
    for (var block : blocks.entrySet()) {
      for (var field : block.getValue().entrySet()) {
        boolean isWhole = Spelling.isSame(name, block.getKey() + field.getKey());
        if (isWhole || Spelling.isSame(name, field.getKey())) {
          return "Did you mean %s: {%s: …}?".formatted(block.getKey(), field.getKey());
        }
      }
    }
    return ofMember().contains(name) ? "It stands directly under the member." : "";
  }
}
