package org.konbit.directory.entry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of the Human Services Data Specification 3.1, field by field as the standard names
 * them. What came from outside is kept whole, so that it goes out again as it came.
 *
 * @param json not to be changed: {@link #with} gives a changed copy
 */
public record Document(ObjectNode json) {
  /** One without a field. */
  public static Document empty() {
    return new Document(JsonNodeFactory.instance.objectNode());
  }

  /** A field's text, unless it is missing or blank. */
  public Optional<String> text(String field) {
    var value = json.get(field);
    return value == null || !value.isString()
        ? Optional.empty()
        : Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
  }

  /** A field's whole number. */
  public OptionalInt number(String field) {
    var value = json.get(field);
    return value == null || !value.isNumber()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(value.asDouble()));
  }

  /** The objects of a field that holds several; none if it is missing. */
  public List<Document> list(String field) {
    return json.get(field) instanceof ArrayNode all
        ? all.values().stream().flatMap(Document::ifObject).toList()
        : List.of();
  }

  /** The object of a field that holds one. */
  public Optional<Document> one(String field) {
    var value = json.get(field);
    return value == null ? Optional.empty() : ifObject(value).findFirst();
  }

  /** The same with a text in a field; a blank text removes it. */
  public Document with(String field, String text) {
    var copy = json.deepCopy();
    if (text.isBlank()) {
      copy.remove(field);
    } else {
      copy.put(field, text.strip());
    }
    return new Document(copy);
  }

  /** The same with something in a field. */
  public Document with(String field, JsonNode value) {
    var copy = json.deepCopy();
    copy.set(field, value);
    return new Document(copy);
  }

  /** The same with objects in a field; none removes it. */
  public Document with(String field, List<Document> all) {
    var copy = json.deepCopy();
    copy.remove(field);
    if (!all.isEmpty()) {
      var array = copy.putArray(field);
      all.forEach(each -> array.add(each.json().deepCopy()));
    }
    return new Document(copy);
  }

  /** The same without a field. */
  public Document without(String... fields) {
    var copy = json.deepCopy();
    copy.remove(List.of(fields));
    return new Document(copy);
  }

  private static Stream<Document> ifObject(JsonNode node) {
    return node instanceof ObjectNode object ? Stream.of(new Document(object)) : Stream.empty();
  }
}
