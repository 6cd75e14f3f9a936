package org.konbit.directory.incoming;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.konbit.directory.entry.Document;
import org.konbit.directory.exchange.Standard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds objects against the standard. What is wrong is told; what can be kept without it, is. */
final class Checks {
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_TEXT = 20_000;
  private static final int DEEPEST = 12;
  private static final Set<String> NAMED = Set.of("organization", "service");

  /** What the standard requires and we can do without; other systems are not given it then. */
  private static final Set<String> DISPENSABLE = Set.of("description");

  private final Consumer<Refusal> refusals;
  private final Consumer<String> ids;
  private int namesLeftOut;

  /**
   * @param ids is told the id of each object that is looked at, as it came
   */
  Checks(Consumer<Refusal> refusals, Consumer<String> ids) {
    this.refusals = refusals;
    this.ids = ids;
  }

  /** The names of contact persons that were not taken: the directory holds roles alone. */
  int namesLeftOut() {
    return namesLeftOut;
  }

  /** Whether an object can be taken, after what is wrong in it was told and taken out. */
  boolean take(String kind, ObjectNode object, String entryId) {
    String place = Spill.place(object);
    boolean isTaken = take(Standard.kind(kind), object, place, "", entryId, 0);
    object.put(Spill.PLACE, place); // for what the directory itself may have against it
    return isTaken;
  }

  private boolean take(
      Standard.Kind kind,
      ObjectNode object,
      String given,
      String parentId,
      String entryId,
      int depth) {
    String place = object.has(Spill.PLACE) ? Spill.place(object) : given;
    object.remove(List.of(Spill.PLACE, Spill.KIND));
    Texts.clean(object);
    ids.accept(Spill.text(object, "id"));
    nested(kind, object, place, entryId, depth);
    var was = object.deepCopy();
    boolean isFatal = false;
    var problems = new ArrayList<Refusal.Problem>();
    for (var field : kind.fields()) {
      var what = check(kind, field, object);
      if (what.isPresent()) {
        problems.add(new Refusal.Problem(field.name(), what.get()));
        isFatal |= field.isRequired() && !DISPENSABLE.contains(field.name());
        object.remove(field.name());
      }
    }
    if (kind.name().equals("contact") && object.remove("name") != null) {
      namesLeftOut++;
    }
    if (!problems.isEmpty()) {
      boolean isTaken = !isFatal;
      var told = isTaken ? ownFields(kind, was) : was;
      refusals.accept(
          new Refusal(
              kind.name(),
              place,
              Spill.text(was, "id"),
              parentId,
              entryId,
              problems,
              new Document(told),
              isTaken));
    }
    return !isFatal;
  }

  private void nested(
      Standard.Kind kind, ObjectNode object, String place, String entryId, int depth) {
    String id = Spill.text(object, "id");
    for (var nested : kind.nested()) {
      var value = object.get(nested.field());
      if (value == null || depth == DEEPEST) {
        object.remove(nested.field());
      } else if (value instanceof ArrayNode all && nested.isMany()) {
        var taken = JsonNodeFactory.instance.arrayNode();
        int number = 0;
        for (JsonNode each : all) {
          String at = "%s.%s[%d]".formatted(place, nested.field(), number++);
          if (each instanceof ObjectNode one
              && take(Standard.kind(nested.kind()), one, at, id, entryId, depth + 1)
              && !isBare(kind, one, id)) {
            taken.add(one);
          }
        }
        object.set(nested.field(), taken);
        if (taken.isEmpty()) {
          object.remove(nested.field());
        }
      } else if (!(value instanceof ObjectNode one)
          || nested.isMany()
          || !take(
              Standard.kind(nested.kind()),
              one,
              place + "." + nested.field(),
              id,
              entryId,
              depth + 1)) {
        object.remove(nested.field());
      } else if (Spill.text(object, Shared.reference(nested)).equals(Spill.text(one, "id"))) {
        object.remove(Shared.reference(nested)); // it stands in it
      }
    }
  }

  /** What a place in a document says already is not said again; whether nothing is left. */
  private static boolean isBare(Standard.Kind parent, ObjectNode one, String parentId) {
    String own = parent.name() + "_id";
    for (String link : List.of(own, "link_id", "resource_id")) {
      if (!parentId.isEmpty() && Spill.text(one, link).equals(parentId)) {
        one.remove(link);
        one.remove(link.replace("link_id", "link_entity").replace("resource_id", "resource_type"));
      }
    }
    return one.size() <= 1;
  }

  private static ObjectNode ownFields(Standard.Kind kind, ObjectNode object) {
    var own = object.deepCopy();
    kind.nested().forEach(each -> own.remove(each.field()));
    return own;
  }

  private static Optional<Refusal.What> check(
      Standard.Kind kind, Standard.Field field, ObjectNode object) {
    var value = object.get(field.name());
    if (value == null || value.isNull() || (value.isString() && value.asString().isBlank())) {
      object.remove(field.name());
      return field.isRequired() ? Optional.of(Refusal.What.MISSING) : Optional.empty();
    }
    if (value.isContainer()) {
      return Optional.of(Refusal.What.SHAPE);
    }
    String text = value.asString();
    if (field.type().equals("number")) {
      return number(field, object, text);
    }
    if (!value.isString()) {
      object.put(field.name(), text);
    }
    boolean isName = field.name().equals("name") && NAMED.contains(kind.name());
    if (isName) {
      object.put(field.name(), text.strip()); // as it stands in a column of its own
    }
    if (text.length() > (isName ? LONGEST_NAME : LONGEST_TEXT)) {
      return Optional.of(Refusal.What.LONG);
    }
    return typed(field, object, text.strip());
  }

  private static Optional<Refusal.What> typed(
      Standard.Field field, ObjectNode object, String text) {
    if (!field.choices().isEmpty()) {
      object.put(field.name(), text);
      return field.choices().contains(text) ? Optional.empty() : Optional.of(Refusal.What.CHOICE);
    }
    if (!field.type().equals("text")) {
      boolean isId = field.type().equals("uuid") && Spill.isId(text);
      object.put(field.name(), isId ? text.toLowerCase(java.util.Locale.ROOT) : text);
    }
    return switch (field.type()) {
      case "uuid" -> unless(Spill.isId(text), Refusal.What.UUID);
      case "uri" -> unless(isUri(text), Refusal.What.URI);
      case "email" -> unless(text.matches("[^@\\s]+@[^@\\s]+"), Refusal.What.EMAIL);
      case "date" -> unless(can(text, LocalDate::parse), Refusal.What.DATE);
      case "time" ->
          unless(
              can(text.replaceFirst("(Z|[+-]\\d\\d:?\\d\\d)$", ""), LocalTime::parse),
              Refusal.What.TIME);
      case "instant" ->
          unless(
              can(text, OffsetDateTime::parse) || can(text, LocalDate::parse),
              Refusal.What.INSTANT);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal.What> number(
      Standard.Field field, ObjectNode object, String text) {
    try {
      var number = new BigDecimal(text.strip());
      if (number.precision() > 30 || Math.abs((long) number.scale()) > 30) {
        return Optional.of(Refusal.What.NUMBER);
      }
      if (number.scale() <= 0 && number.precision() < 10) {
        object.put(field.name(), number.intValueExact());
      } else {
        object.put(field.name(), number);
      }
      return Optional.empty();
    } catch (ArithmeticException | NumberFormatException e) { // told by its field
      return Optional.of(Refusal.What.NUMBER);
    }
  }

  private static Optional<Refusal.What> unless(boolean isRight, Refusal.What what) {
    return isRight ? Optional.empty() : Optional.of(what);
  }

  private static boolean isUri(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) { // which is the answer
      return false;
    }
  }

  private static boolean can(String text, java.util.function.Function<String, ?> reading) {
    try {
      return reading.apply(text) != null;
    } catch (DateTimeException e) { // which is the answer
      return false;
    }
  }
}
