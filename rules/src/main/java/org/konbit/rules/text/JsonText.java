package org.konbit.rules.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON (RFC 8259), one value a text; numbers are kept as they are written. */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Characters.DEEPEST + 1).build())
          .build();

  private final JsonParser in;
  private final Problems problems;
  private int depth;

  private JsonText(JsonParser in, Problems problems) {
    this.in = in;
    this.problems = problems;
  }

  /** The tree of the bytes, which must be UTF-8. */
  public static Parsed parse(String file, byte[] bytes) {
    return Characters.read(file, bytes, JsonText::parse);
  }

  /** The tree of the text, or every problem up to the first place where it cannot be followed. */
  public static Parsed parse(String file, String text) {
    return Characters.read(file, text, unmarked -> read(file, unmarked));
  }

  private static Parsed read(String file, String text) {
    var problems = new Problems(file);
    try (var in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonText(in, problems).read();
    }
  }

  private Parsed read() {
    try {
      var root = document();
      return problems.isEmpty() ? new Parsed.Tree(root) : new Parsed.Refused(problems.all());
    } catch (JacksonException broken) {
      problems.add(broken(broken));
      return new Parsed.Refused(problems.all());
    }
  }

  private Node document() {
    if (in.nextToken() == null) {
      problems.add(Problem.at(problems.file(), 1, 1, "The text is empty."));
      return new Node.Scalar(1, 1, "", false, Node.Kind.NULL);
    }
    var root = value();
    if (in.nextToken() != null) {
      problems.add(here("Something follows after the end of the document."));
    }
    return root;
  }

  private Node value() {
    return switch (in.currentToken()) {
      case START_OBJECT -> mapping();
      case START_ARRAY -> sequence();
      case VALUE_STRING -> scalar(true, Node.Kind.WORD);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(false, Node.Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> scalar(false, Node.Kind.BOOLEAN);
      case VALUE_NULL -> scalar(false, Node.Kind.NULL);
      case NOT_AVAILABLE, PROPERTY_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("Jackson gave " + in.currentToken() + " for a value.");
    };
  }

  private Node.Scalar scalar(boolean isQuoted, Node.Kind kind) {
    var at = in.currentTokenLocation();
    return new Node.Scalar(at.getLineNr(), at.getColumnNr(), in.getString(), isQuoted, kind);
  }

  private Node mapping() {
    var at = in.currentTokenLocation();
    descend();
    var entries = new ArrayList<Node.Entry>();
    Set<String> seen = new HashSet<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      var where = in.currentTokenLocation();
      if (!seen.add(name)) {
        problems.add(
            here("The name (%s) occurs twice.".formatted(Shown.of(name)))
                .withRemedy("Keep one of the two."));
      }
      in.nextToken();
      entries.add(new Node.Entry(name, where.getLineNr(), where.getColumnNr(), value()));
    }
    depth--;
    return new Node.Mapping(at.getLineNr(), at.getColumnNr(), entries);
  }

  private Node sequence() {
    var at = in.currentTokenLocation();
    descend();
    var items = new ArrayList<Node>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    depth--;
    return new Node.Sequence(at.getLineNr(), at.getColumnNr(), items);
  }

  // The library's own limit, one level further, stops the reading itself.
  private void descend() {
    if (++depth == Characters.DEEPEST + 1) {
      problems.add(here("Lists and names stand more than 64 levels inside each other here."));
    }
  }

  private Problem here(String message) {
    var at = in.currentTokenLocation();
    return Problem.at(problems.file(), at.getLineNr(), at.getColumnNr(), message);
  }

  private Problem broken(JacksonException broken) {
    var told = broken.getLocation();
    // A limit that is passed names no place; the token before it is near enough.
    var at = told == null || told.getLineNr() < 1 ? in.currentTokenLocation() : told;
    int line = Math.max(1, at.getLineNr());
    int column = Math.max(1, at.getColumnNr());
    return Problem.at(
        problems.file(), line, column, "The JSON cannot be followed here: " + about(broken));
  }

  private static String about(JacksonException broken) {
    var said = broken.getOriginalMessage();
    if (broken instanceof StreamConstraintsException) {
      return "a number, a name or a nesting is larger than anyone needs.";
    }
    if (said.startsWith("Unrecognized token") || said.startsWith("Non-standard token")) {
      return "a word stands without quotation marks.";
    }
    return Shown.of(said.lines().findFirst().orElse(""), 160) + ".";
  }
}
