package org.konbit.screening.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;
import org.konbit.screening.Law;

/**
 * The household document as a JSON Schema, made from the facts that the packs know. Whatever the
 * engine reads, the schema takes; the engine looks closer, for example whether two members claim
 * each other.
 */
final class HouseholdSchema {
  private static final String TYPE = "type";
  private static final Map<String, Object> DATE =
      Map.of(TYPE, "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  private static final Map<String, Object> NONE = reference("none");
  private static final Map<String, Object> ID = reference("id");
  private static final String UNKNOWN_AND_NONE =
      "A family, of which everything but (members) and their (id) may be left out: what is left out"
          + " is unknown. null, \"none\", false and [] say that there is none. Amounts are dollars"
          + " with at most two decimal places.";

  private final Law law;

  HouseholdSchema(Law law) {
    this.law = law;
  }

  private static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/$defs/" + definition);
  }

  /** The schema, ready to be written as JSON. */
  Map<String, Object> document() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("asOf", described(DATE, "The day whose law is applied; today by default."));
    properties.put("members", list(reference("member"), 1, Household.MAX_MEMBERS));
    for (Fact fact : law.packs().vocabulary().facts()) {
      if (fact.ofHousehold()) {
        properties.put(fact.path(), of(fact));
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Household");
    schema.put("description", UNKNOWN_AND_NONE);
    schema.putAll(object(properties));
    schema.put("required", List.of("members"));
    schema.put("$defs", definitions());
    return schema;
  }

  private Map<String, Object> definitions() {
    var definitions = new LinkedHashMap<String, Object>();
    definitions.put(
        "none",
        Map.of(
            "description",
            "There is none.",
            "anyOf",
            List.of(
                Map.of("enum", Arrays.asList(null, false, "none")),
                Map.of(TYPE, "array", "maxItems", 0))));
    definitions.put(
        "id",
        Map.of(
            "description",
            "A member's id, chosen by the sender.",
            TYPE,
            List.of("string", "integer"),
            "pattern",
            "^[A-Za-z0-9_-]{1,64}$"));
    definitions.put("member", member());
    return definitions;
  }

  private Map<String, Object> member() {
    var properties = new LinkedHashMap<String, Object>();
    var blocks = new LinkedHashMap<String, Map<String, Object>>();
    properties.put("id", ID);
    for (Fact fact : law.packs().vocabulary().facts()) {
      int dot = fact.path().indexOf('.');
      if (dot >= 0) {
        blocks
            .computeIfAbsent(fact.path().substring(0, dot), _ -> new LinkedHashMap<>())
            .put(fact.path().substring(dot + 1), of(fact));
      } else if (!fact.ofHousehold()) {
        properties.put(fact.path(), of(fact));
      }
    }
    blocks.forEach((name, fields) -> properties.put(name, block(name, fields)));
    var member = new LinkedHashMap<>(object(properties));
    member.put("required", List.of("id"));
    return member;
  }

  // Who has no insurance, or files no taxes, may say so of the whole.
  private static Map<String, Object> block(String name, Map<String, Object> fields) {
    return name.equals("immigration") ? object(fields) : orNone(object(fields));
  }

  private Map<String, Object> of(Fact fact) {
    return switch (fact.type()) {
      case BOOL -> orNone(Map.of(TYPE, "boolean"));
      case COUNT -> count(fact);
      case CENTS -> orNone(Map.of(TYPE, "number", "minimum", 0, "maximum", 100_000_000));
      case DATE -> fact.equals(Vocabulary.BIRTH_DATE) ? DATE : orNone(DATE);
      case WORD -> orNone(word(fact));
      case WORDS -> orNone(list(Map.of("enum", fact.options()), 0, 100));
      case MEMBER -> orNone(ID);
      case MEMBERS -> orNone(list(ID, 0, Household.MAX_MEMBERS));
      case INCOME -> orNone(list(income(), 0, 40));
      case ENROLLED -> orNone(list(enrolled(), 0, 40));
      case RELATIONSHIPS -> orNone(list(relationship(), 0, 2_000));
    };
  }

  private static Map<String, Object> count(Fact fact) {
    if (fact.equals(Vocabulary.AGE)) {
      return whole(0, 130);
    }
    if (fact.equals(Vocabulary.EXPECTED_BABIES)) {
      return orNone(whole(0, 12));
    }
    return orNone(
        fact.equals(Vocabulary.WORK_QUARTERS)
            ? whole(0, 400)
            : whole(-1_000_000_000, 1_000_000_000));
  }

  private static Map<String, Object> whole(int least, int most) {
    return Map.of(TYPE, "integer", "minimum", least, "maximum", most);
  }

  private static Map<String, Object> word(Fact fact) {
    if (fact.equals(Vocabulary.NATIONALITY)) {
      return Map.of(TYPE, "string", "pattern", "^[A-Za-z]{2}$");
    }
    if (fact.equals(Vocabulary.WORK_PERMIT)) {
      return Map.of(TYPE, "string", "pattern", "^\\(?[A-Za-z]\\)?\\(?[0-9]{1,2}\\)?$");
    }
    return fact.options().isEmpty() ? Map.of(TYPE, "string") : Map.of("enum", fact.options());
  }

  private static Map<String, Object> income() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", words(IncomeKind.values()));
    fields.put(
        "amount", orNone(Map.of(TYPE, "number", "minimum", -100_000_000, "maximum", 100_000_000)));
    fields.put("per", words(Period.values()));
    return object(fields);
  }

  private Map<String, Object> enrolled() {
    var programs = new ArrayList<String>();
    law.packs().programs().stream().map(Program::id).forEach(programs::add);
    programs.add("other");
    var fields = new LinkedHashMap<String, Object>();
    fields.put("program", Map.of("enum", programs));
    fields.put("since", DATE);
    return object(fields);
  }

  private static Map<String, Object> relationship() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("from", ID);
    fields.put("to", ID);
    fields.put("is", words(Relationship.Kind.values()));
    return described(object(fields), "(from) is the (is) of (to).");
  }

  private static Map<String, Object> words(Enum<?>[] values) {
    return Map.of(
        "enum", Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static Map<String, Object> list(Map<String, Object> item, int least, int most) {
    return Map.of(TYPE, "array", "items", item, "minItems", least, "maxItems", most);
  }

  private static Map<String, Object> orNone(Map<String, Object> schema) {
    return Map.of("anyOf", List.of(schema, NONE));
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    var object = new LinkedHashMap<String, Object>();
    object.put(TYPE, "object");
    object.put("properties", properties);
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> described(Map<String, Object> schema, String words) {
    var described = new LinkedHashMap<>(schema);
    described.put("description", words);
    return described;
  }
}
