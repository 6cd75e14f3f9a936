package org.konbit.vault.retention;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konbit.vault.RecordKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of records that modules declared. */
@Component
class Kinds {
  private final Map<String, RecordKind> byName;

  Kinds(ObjectProvider<RecordKind> declared) {
    // Two of one name are refused by the collector: an organisation could not tell them apart.
    this.byName =
        declared.stream()
            .collect(Collectors.toUnmodifiableMap(RecordKind::name, Function.identity()));
  }

  List<RecordKind> all() {
    return byName.values().stream()
        .sorted(java.util.Comparator.comparing(RecordKind::name))
        .toList();
  }

  RecordKind named(String name) {
    var kind = byName.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "There is no kind of record (%s).\nThere are: %s.".formatted(name, byName.keySet()));
    }
    return kind;
  }
}
