package org.konbit.rules.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a household as the document that reads back the same. Safe for use by several threads. */
public final class HouseholdWriter {
  private final Map<Long, String> words = new HashMap<>();

  public HouseholdWriter(Vocabulary vocabulary) {
    for (Fact fact : vocabulary.facts()) {
      fact.options().forEach(this::learn);
    }
    for (char first = 'a'; first <= 'z'; first++) {
      for (char second = 'a'; second <= 'z'; second++) {
        learn(("" + first + second).toUpperCase(Locale.ROOT));
      }
      for (int number = 0; number < 100; number++) {
        learn("%c%02d".formatted(first, number));
      }
    }
  }

  private void learn(String word) {
    words.put(Words.code(word), word);
  }

  /** As JSON on one line. */
  public String json(Household household) {
    return Layout.json(document(household));
  }

  /** As YAML; dates and words are quoted, so that every reader takes them for what they are. */
  public String yaml(Household household) {
    return Layout.yaml(document(household));
  }

  private Map<String, @Nullable Object> document(Household household) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("asOf", household.asOf().toString());
    if (household.isKnown(Vocabulary.STATE, 0)) {
      document.put("state", word(household.value(Vocabulary.STATE, 0)));
    }
    var members = new ArrayList<Map<String, @Nullable Object>>();
    for (int member = 0; member < household.size(); member++) {
      members.add(member(household, member));
    }
    document.put("members", members);
    if (household.isKnown(Vocabulary.RELATIONSHIPS_KNOWN, 0)) {
      document.put("relationships", relationships(household));
    }
    return document;
  }

  private static List<Map<String, @Nullable Object>> relationships(Household household) {
    var all = new ArrayList<Map<String, @Nullable Object>>();
    for (Relationship one : household.relationships()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("from", household.ids().get(one.from()));
      entry.put("to", household.ids().get(one.to()));
      entry.put("is", RelationshipReader.word(one.is()));
      all.add(entry);
    }
    return all;
  }

  private Map<String, @Nullable Object> member(Household household, int member) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("id", household.ids().get(member));
    Map<String, Map<String, @Nullable Object>> blocks = new HashMap<>();
    for (Fact fact : household.vocabulary().facts()) {
      if (fact.ofHousehold() || !household.isKnown(fact, member)) {
        continue;
      }
      int dot = fact.path().indexOf('.');
      var target = entry;
      if (dot >= 0) {
        var name = fact.path().substring(0, dot);
        target = blocks.computeIfAbsent(name, block -> new LinkedHashMap<>());
        entry.put(name, target);
      }
      target.put(fact.path().substring(dot + 1), value(household, fact, member));
    }
    return entry;
  }

  private @Nullable Object value(Household household, Fact fact, int member) {
    long value = household.value(fact, member);
    if (value == Values.NONE) {
      return null;
    }
    return switch (fact.type()) {
      case BOOL -> value == Values.TRUE;
      case COUNT -> value;
      case CENTS -> new Layout.Dollars(value);
      case DATE -> LocalDate.ofEpochDay(value).toString();
      case WORD -> word(value);
      case WORDS -> household.words(fact, member).stream().sorted().toList();
      case MEMBER -> household.ids().get((int) value);
      case MEMBERS -> ids(household, value);
      case INCOME -> household.income(member).stream().map(HouseholdWriter::income).toList();
      case ENROLLED -> household.enrolled(member).stream().map(HouseholdWriter::enrolled).toList();
      case RELATIONSHIPS ->
          throw new IllegalStateException("No member has (%s).".formatted(fact.path()));
    };
  }

  private static List<String> ids(Household household, long mask) {
    var ids = new ArrayList<String>();
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      ids.add(household.ids().get(Long.numberOfTrailingZeros(rest)));
    }
    return ids;
  }

  private static Map<String, @Nullable Object> income(IncomeEntry entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", entry.kind().word());
    fields.put("amount", new Layout.Dollars(entry.cents()));
    fields.put("per", entry.per().word());
    return fields;
  }

  private static Map<String, @Nullable Object> enrolled(Enrollment enrollment) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("program", enrollment.program());
    if (Values.isPresent(enrollment.since())) {
      fields.put("since", LocalDate.ofEpochDay(enrollment.since()).toString());
    }
    return fields;
  }

  private @Nullable String word(long code) {
    if (code == Values.NONE) {
      return null;
    }
    var word = words.get(code);
    if (word == null) {
      throw new IllegalArgumentException("The code (%d) is of no known word.".formatted(code));
    }
    return word;
  }
}
