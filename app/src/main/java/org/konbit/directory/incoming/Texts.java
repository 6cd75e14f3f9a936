package org.konbit.directory.incoming;

import java.util.ArrayList;
import org.konbit.language.Written;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Takes out of texts and numbers what the database cannot hold, and what hides what they say. */
final class Texts {
  private static final char UNKNOWN = '\ufffd';
  private static final int MOST_DIGITS = 200;

  private Texts() {}

  /** Cleans an object's own values, and whole what the standard does not know. */
  static void clean(ObjectNode object) {
    for (String field : new ArrayList<>(object.propertyNames())) {
      JsonNode value = object.get(field);
      if (value == null || value.isNull()) {
        object.remove(field);
      } else if (clean(field).equals(field)) {
        object.set(field, cleaned(value));
      } else {
        object.remove(field);
      }
    }
  }

  private static JsonNode cleaned(JsonNode value) {
    switch (value) {
      case ObjectNode object -> clean(object);
      case ArrayNode all -> {
        for (int i = 0; i < all.size(); i++) {
          all.set(i, cleaned(all.get(i)));
        }
      }
      default -> {
        boolean isTooLong = value.isNumber() && value.asString().length() > MOST_DIGITS;
        boolean isTooFar =
            value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS;
        return value.isString() || isTooLong || isTooFar
            ? StringNode.valueOf(clean(value.asString()))
            : value;
      }
    }
    return value;
  }

  static String clean(String text) {
    StringBuilder changed = null;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean isHalf =
          Character.isSurrogate(each) && !isPair(text, Character.isHighSurrogate(each) ? i : i - 1);
      if (each == 0 || isHalf) {
        changed = changed == null ? new StringBuilder(text) : changed;
        changed.setCharAt(i, UNKNOWN);
      }
    }
    return Written.harmless(changed == null ? text : changed.toString());
  }

  private static boolean isPair(String text, int at) {
    return at >= 0
        && at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
