package org.konbit.rules.household;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konbit.rules.household.Relationship.Kind;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;

/** Reads how members are related, and refuses what no family can be. */
final class RelationshipReader {
  private static final String PATH = "relationships";
  private static final int MOST = 2_000;
  private static final List<String> NAMES = List.of("from", "to", "is");
  private static final List<String> KINDS =
      Arrays.stream(Kind.values()).map(RelationshipReader::word).toList();

  private final Draft draft;
  private final Scalars scalars;
  private final List<Relationship> stated = new ArrayList<>();
  private final List<Node> places = new ArrayList<>();

  private RelationshipReader(Draft draft, Scalars scalars) {
    this.draft = draft;
    this.scalars = scalars;
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static void read(Node node, Draft draft, Scalars scalars) {
    draft.place(Vocabulary.RELATIONSHIPS_KNOWN, 0, node);
    if (Scalars.isNone(node)) {
      draft.become(draft.household().withRelationships(List.of()));
    } else if (!scalars.isBlank(node, PATH)) {
      new RelationshipReader(draft, scalars).readList(node);
    }
  }

  private void readList(Node node) {
    if (!(node instanceof Node.Sequence list)) {
      scalars.refuse(
          node, PATH, "is not a list", "Write a list, such as [{from: p1, to: p2, is: spouse}].");
      return;
    }
    if (list.items().size() > MOST) {
      var message = "The relationships (%d) are more than %d.".formatted(list.items().size(), MOST);
      scalars.problem(list.items().get(MOST), PATH, message, "State each one once.");
      return;
    }
    // An entry that leaves something out makes the whole unknown, as in EntryReader.
    boolean isWhole = true;
    for (Node item : list.items()) {
      var relationship = relationship(item);
      isWhole &= relationship.isPresent();
      relationship.ifPresent(one -> take(one, item));
    }
    refuseCircles();
    if (isWhole) {
      draft.become(draft.household().withRelationships(stated));
    }
  }

  private Optional<Relationship> relationship(Node item) {
    var fields = EntryReader.fields(scalars, item, PATH, NAMES);
    var from = fields.find("from").flatMap(node -> member(node, "from"));
    var to = fields.find("to").flatMap(node -> member(node, "to"));
    var is = fields.find("is").flatMap(this::kind);
    if (from.isEmpty() || to.isEmpty() || is.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().equals(to.get())) {
      var message = "The member (%s) is related to themself.".formatted(draft.id(from.get()));
      scalars.problem(item, PATH, message, "Name two members.");
      return Optional.empty();
    }
    return Optional.of(new Relationship(from.get(), to.get(), is.get()));
  }

  private Optional<Integer> member(Node node, String name) {
    var path = PATH + "." + name;
    if (scalars.isBlank(node, path)) {
      return Optional.empty();
    }
    var id = node instanceof Node.Scalar scalar ? scalar.text() : "";
    var number = draft.number(id);
    if (number.isEmpty()) {
      var near = Spelling.suggestion(id, draft.household().ids());
      scalars.refuse(node, path, "is no member's id", near);
    }
    return number;
  }

  private Optional<Kind> kind(Node node) {
    var path = PATH + ".is";
    if (scalars.isBlank(node, path)) {
      return Optional.empty();
    }
    var word = node instanceof Node.Scalar scalar ? scalar.text() : "";
    if (word.equals("child") || word.equals("stepchild") || word.equals("grandchild")) {
      var elder = word.replace("child", "parent");
      var remedy = "Turn it round: {from: the elder's id, to: the child's id, is: " + elder + "}.";
      scalars.refuse(node, path, "is not an answer known here", remedy);
      return Optional.empty();
    }
    return scalars.oneOf(KINDS, node, path)
        ? Optional.of(Kind.valueOf(word.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  private void take(Relationship one, Node item) {
    for (Relationship other : stated) {
      boolean isRepeated = isSamePair(one, other) && isRepeated(one, other);
      if (isRepeated || (isSamePair(one, other) && isKin(one) && isKin(other))) {
        var what = isRepeated ? "stated twice" : "related in two ways that exclude each other";
        var message =
            "The members (%s and %s) are %s.".formatted(id(one.from()), id(one.to()), what);
        scalars.problem(item, PATH, message, "Keep one of the two.");
        return;
      }
      if (one.is() == Kind.SPOUSE && other.is() == Kind.SPOUSE && isShared(one, other)) {
        var who = one.from() == other.from() || one.from() == other.to() ? one.from() : one.to();
        var message = "The member (%s) has two spouses.".formatted(id(who));
        scalars.problem(item, PATH, message, "State only the marriage that is in force.");
      }
    }
    stated.add(one);
    places.add(item);
  }

  private String id(int member) {
    return Shown.of(draft.id(member));
  }

  // A grandmother or a sister may be the caretaker as well.
  private static boolean isKin(Relationship one) {
    return one.is() != Kind.CARETAKER;
  }

  private static boolean isSamePair(Relationship one, Relationship other) {
    return (one.from() == other.from() && one.to() == other.to())
        || (one.from() == other.to() && one.to() == other.from());
  }

  private static boolean isRepeated(Relationship one, Relationship other) {
    boolean isMutual =
        one.is() == Kind.SPOUSE || one.is() == Kind.PARTNER || one.is() == Kind.SIBLING;
    return one.is() == other.is() && (isMutual || one.from() == other.from());
  }

  private static boolean isShared(Relationship one, Relationship other) {
    return one.from() == other.from()
        || one.from() == other.to()
        || one.to() == other.from()
        || one.to() == other.to();
  }

  private static boolean isAncestry(Relationship one) {
    return one.is() == Kind.PARENT || one.is() == Kind.STEPPARENT || one.is() == Kind.GRANDPARENT;
  }

  /** Takes away, again and again, whoever has no elder left; who remains stands in a circle. */
  private void refuseCircles() {
    long standing = -1;
    long before = 0;
    while (standing != before) {
      before = standing;
      long withElder = 0;
      for (Relationship one : stated) {
        boolean counts = isAncestry(one) && (before & 1L << one.from()) != 0;
        withElder |= counts ? 1L << one.to() : 0;
      }
      standing = before & withElder;
    }
    for (int i = 0; i < stated.size(); i++) {
      var one = stated.get(i);
      if (isAncestry(one) && (standing & 1L << one.from()) != 0) {
        var message =
            "The member (%s) is stated as an ancestor of themself.".formatted(id(one.from()));
        scalars.problem(places.get(i), PATH, message, "Turn round or delete one relationship.");
        return;
      }
    }
  }
}
