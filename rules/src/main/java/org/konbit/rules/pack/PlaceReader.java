package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.text.Node;

/** Reads a place's frame: from when its law is held, how programs rank, how questions are put. */
final class PlaceReader {
  private static final long HARMLESS = 1;
  private static final long DANGEROUS = 9;

  private final Declared declared;
  private final Fields fields;

  PlaceReader(Declared declared, Fields fields) {
    this.declared = declared;
    this.fields = fields;
  }

  void read() {
    var place = fields.requiredText("pack");
    var covers = fields.below("covers");
    int from = covers.flatMap(below -> below.day("from")).orElse(PackReader.LONG_AGO);
    covers.ifPresent(below -> {
      below.requiredText("cite");
      below.nothingElse();
    });
    declared.places.put(
        place,
        new Declared.Place(
            fields.file(),
            fields.node(),
            place,
            fields.requiredText("name"),
            fields.text("state"),
            from,
            ranking(),
            derived(),
            sensitivity(),
            coarse()));
  }

  private List<Declared.Ranked> ranking() {
    var ranking = new ArrayList<Declared.Ranked>();
    for (Node.Scalar item : fields.scalars("ranking")) {
      ranking.add(new Declared.Ranked(item.text(), fields.file(), item));
    }
    return ranking;
  }

  private Map<String, Source> derived() {
    var derived = new LinkedHashMap<String, Source>();
    for (var entry : fields.entries("derived")) {
      if (entry.value() instanceof Node.Scalar scalar) {
        derived.put(entry.key(), new Source(fields.file(), scalar));
      } else {
        fields.problem(entry, "One expression is wanted here.", "");
      }
    }
    return derived;
  }

  private Map<String, Integer> sensitivity() {
    var sensitivity = new LinkedHashMap<String, Integer>();
    for (var entry : fields.entries("sensitivity")) {
      declared.asked.add(new Declared.Asked(fields.file(), entry));
      danger(entry).ifPresent(danger -> sensitivity.put(entry.key(), danger));
    }
    return sensitivity;
  }

  private Optional<Integer> danger(Node.Entry entry) {
    var number = fields.number(entry.value(), false);
    if (number.isPresent() && (number.get() < HARMLESS || number.get() > DANGEROUS)) {
      fields.problem(
          entry.value(),
          "(%d) is not between 1 and 9.".formatted(number.get()),
          "Write 1 for what is harmless to tell, 9 for what is most dangerous.");
      return Optional.empty();
    }
    return number.map(Math::toIntExact);
  }

  private Map<String, Map<String, List<String>>> coarse() {
    var coarse = new LinkedHashMap<String, Map<String, List<String>>>();
    for (var entry : fields.entries("coarse")) {
      declared.asked.add(new Declared.Asked(fields.file(), entry));
      var groups = new LinkedHashMap<String, List<String>>();
      for (var group : fields.entriesOf(entry.value())) {
        groups.put(group.key(), fields.wordsOf(group.value()));
      }
      coarse.put(entry.key(), groups);
    }
    return coarse;
  }
}
