package org.konbit.rules.household;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.konbit.rules.text.JsonText;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Parsed;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Problems;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;
import org.konbit.rules.text.YamlText;

/**
 * Reads a family's document, in YAML or JSON, strictly by name and leniently by content: what is
 * left out is unknown, {@code null}, {@code none}, {@code false} and {@code []} say that there is
 * none, and every name that is not listed is a problem. All problems are told at once.
 *
 * <p>Answers that follow from others are completed: a baby expected means pregnant, a claim makes
 * someone claimed, a joint return is both spouses'.
 *
 * <p>Safe for use by several threads.
 */
public final class HouseholdReader {
  private static final LocalDate FIRST_AS_OF = LocalDate.of(1996, 1, 1);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final List<String> NAMES = List.of("asOf", "state", "members", "relationships");

  private final Vocabulary vocabulary;
  private final FieldNames names;
  private final List<String> programs;

  /**
   * A reader of documents that state these facts.
   *
   * @param programs the ids a member can be enrolled in; where empty, any id is taken
   */
  public HouseholdReader(Vocabulary vocabulary, Collection<String> programs) {
    this.vocabulary = vocabulary;
    this.names = new FieldNames(vocabulary);
    this.programs = List.copyOf(programs);
  }

  /** Reads the bytes, which must be UTF-8. */
  public Reading read(String file, byte[] bytes, LocalDate today) {
    var start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
    return read(
        isJson(start) ? JsonText.parse(file, bytes) : YamlText.parse(file, bytes), file, today);
  }

  /**
   * Reads the text.
   *
   * @param file the name it is called by in problems
   * @param today the date it speaks of where it names none
   */
  public Reading read(String file, String text, LocalDate today) {
    return read(
        isJson(text) ? JsonText.parse(file, text) : YamlText.parse(file, text), file, today);
  }

  // A YAML document in braces is nearly always JSON, and JSON's own parser tells its faults better.
  private static boolean isJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && c != '\ufeff') {
        return c == '{';
      }
    }
    return false;
  }

  private Reading read(Parsed parsed, String file, LocalDate today) {
    return switch (parsed) {
      case Parsed.Tree(var root) -> read(file, root, today);
      case Parsed.Refused(var problems, _) -> new Reading.Refused(problems);
    };
  }

  /** Reads a document that is part of a larger text, such as an example in a rule pack. */
  public Reading read(String file, Node root, LocalDate today) {
    var problems = new Problems(file);
    if (!(root instanceof Node.Mapping document)) {
      problems.add(
          root,
          "",
          "A household is expected here.",
          "Write its names: asOf, state, members, relationships.");
      return new Reading.Refused(problems.all());
    }
    var scalars = new Scalars(problems);
    var asOf =
        document
            .find("asOf")
            .map(node -> scalars.date(node, "asOf", FIRST_AS_OF))
            .filter(day -> day != Values.UNKNOWN)
            .map(LocalDate::ofEpochDay)
            .orElse(today);
    var members = members(document, scalars);
    var draft = new Draft(vocabulary, asOf, ids(members, scalars), problems);
    readFields(document, draft, scalars);
    readMembers(members, draft, scalars);
    Consistency.check(draft);
    return problems.isEmpty()
        ? new Reading.Accepted(draft.household())
        : new Reading.Refused(inOrder(problems.all()));
  }

  private static List<Problem> inOrder(List<Problem> problems) {
    var sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return sorted;
  }

  private static List<Node.Mapping> members(Node.Mapping document, Scalars scalars) {
    var stated = document.find("members").orElse(document);
    if (!(stated instanceof Node.Sequence list) || list.items().isEmpty()) {
      scalars.problem(
          stated, "members", "A household has at least one member.", "Write members: [{id: p1}].");
      return List.of();
    }
    if (list.items().size() > Household.MAX_MEMBERS) {
      scalars.problem(
          list.items().get(Household.MAX_MEMBERS),
          "members",
          "The members (%d) are more than %d."
              .formatted(list.items().size(), Household.MAX_MEMBERS),
          "Write one document for each family.");
      return List.of();
    }
    var members = new ArrayList<Node.Mapping>();
    for (Node item : list.items()) {
      if (item instanceof Node.Mapping member) {
        members.add(member);
      } else {
        scalars.problem(item, "members", "A member is expected here.", "Write {id: p1, age: 35}.");
      }
    }
    return members;
  }

  private static List<String> ids(List<Node.Mapping> members, Scalars scalars) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      var id = id(members.get(i), i, scalars);
      if (ids.putIfAbsent(id, i) != null) {
        scalars.problem(
            members.get(i).find("id").orElse(members.get(i)),
            "members." + id + ".id",
            "The id (%s) is used twice.".formatted(Shown.of(id)),
            "Give each member an id of their own.");
        ids.put(unusable(i), i);
      }
    }
    return List.copyOf(ids.keySet());
  }

  private static String id(Node.Mapping member, int place, Scalars scalars) {
    var path = "members." + unusable(place) + ".id";
    var stated = member.find("id").orElse(member);
    if (!(stated instanceof Node.Scalar id)) {
      scalars.problem(stated, path, "The member has no id.", "Write one, such as id: p1.");
    } else if (!ID.matcher(id.text()).matches() || saysNone(id)) {
      scalars.problem(
          id,
          path,
          "The id (%s) cannot be used.".formatted(Shown.of(id.text())),
          "Use 1 to 64 letters, digits, - or _, and not the word none.");
    } else {
      return id.text();
    }
    return unusable(place);
  }

  // Where it stood for a member, nobody could say that there is none.
  private static boolean saysNone(Node.Scalar id) {
    return id.isNull() || id.kind() == Node.Kind.BOOLEAN || id.text().equals("none");
  }

  // Stands in for an id so that everything else can still be read; no document can write it.
  private static String unusable(int place) {
    return "#" + (place + 1);
  }

  private void readFields(Node.Mapping document, Draft draft, Scalars scalars) {
    for (Node.Entry entry : document.entries()) {
      switch (entry.key()) {
        case "asOf", "members" -> {
          // read before, for everything else depends on them
        }
        case "state" -> {
          draft.place(Vocabulary.STATE, 0, entry.value());
          draft.put(Vocabulary.STATE, 0, scalars.word(Vocabulary.STATE, entry.value(), "state"));
        }
        case "relationships" -> RelationshipReader.read(entry.value(), draft, scalars);
        default ->
            scalars.unknownName(
                entry, "", "household", Spelling.suggestion(entry.key(), NAMES), NAMES);
      }
    }
  }

  private void readMembers(List<Node.Mapping> members, Draft draft, Scalars scalars) {
    for (int i = 0; i < members.size(); i++) {
      new MemberReader(draft, scalars, names, programs, i).read(members.get(i));
    }
  }
}
