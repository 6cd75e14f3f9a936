package org.konbit.rules.household;

import java.util.HashSet;
import java.util.List;
import org.konbit.rules.text.Node;

/** Reads one member's entry. */
final class MemberReader {
  private static final long MOST = 1_000_000_000;

  private final Draft draft;
  private final Scalars scalars;
  private final FieldNames names;
  private final int member;
  private final EntryReader entries;

  MemberReader(Draft draft, Scalars scalars, FieldNames names, List<String> programs, int member) {
    this.draft = draft;
    this.scalars = scalars;
    this.names = names;
    this.member = member;
    entries = new EntryReader(draft, scalars, programs, member);
  }

  void read(Node.Mapping entry) {
    for (Node.Entry field : entry.entries()) {
      var fact = names.plain().get(field.key());
      if (fact != null) {
        read(fact, field.value());
      } else if (names.isBlock(field.key())) {
        readBlock(field.key(), field.value());
      } else if (!field.key().equals("id")) {
        var all = names.ofMember();
        scalars.unknownName(field, path(), "member", names.suggestion(field.key(), all), all);
      }
    }
  }

  private void readBlock(String block, Node node) {
    if (node instanceof Node.Mapping fields) {
      var facts = names.block(block);
      for (Node.Entry field : fields.entries()) {
        var fact = facts.get(field.key());
        if (fact != null) {
          read(fact, field.value());
        } else {
          var here = List.copyOf(facts.keySet());
          var suggestion = names.suggestion(field.key(), here);
          scalars.unknownName(field, path() + "." + block, block + " block", suggestion, here);
        }
      }
    } else if (!scalars.isBlank(node, path() + "." + block)) {
      readAbsence(block, node);
    }
  }

  private void readAbsence(String block, Node node) {
    if (Scalars.isNone(node) && block.equals("tax")) {
      // Who is claimed nevertheless is told by those who claim, and completed from there.
      draft.put(Vocabulary.FILES, member, Values.FALSE);
      draft.place(Vocabulary.FILES, member, node);
    } else if (Scalars.isNone(node) && block.equals("insurance")) {
      // An employer's offer is no insurance yet: it stays unanswered.
      draft.become(draft.household().withWords(Vocabulary.MEDICARE, member, new HashSet<>()));
      draft.become(draft.household().withEnrolled(member, List.of()));
    } else {
      scalars.problem(
          node,
          path() + "." + block,
          "The value of %s (%s) is not a set of names.".formatted(block, Scalars.shown(node)),
          "Write its names, such as %s: {%s: …}, or leave it out."
              .formatted(block, names.block(block).keySet().iterator().next()));
    }
  }

  private void read(Fact fact, Node node) {
    var path = draft.household().path(fact, member);
    draft.place(fact, member, node);
    switch (fact.type()) {
      case BOOL -> draft.put(fact, member, scalars.bool(node, path));
      case COUNT -> draft.put(fact, member, count(fact, node, path));
      case CENTS -> draft.put(fact, member, scalars.cents(node, path, false));
      case DATE -> draft.put(fact, member, date(fact, node, path));
      case WORD -> draft.put(fact, member, scalars.word(fact, node, path));
      case MEMBER -> draft.put(fact, member, reference(node, path));
      case MEMBERS -> draft.put(fact, member, references(node, path));
      case WORDS -> readWords(fact, node, path);
      case INCOME -> entries.readIncome(node);
      case ENROLLED -> entries.readEnrolled(node);
      case RELATIONSHIPS ->
          throw new IllegalStateException("No member has (%s).".formatted(fact.path()));
    }
  }

  private long count(Fact fact, Node node, String path) {
    if (fact.equals(Vocabulary.AGE)) {
      return Scalars.isNone(node)
          ? scalars.refuse(node, path, "is not an age", "Leave it out if it is not known.")
          : scalars.count(node, path, 0, 130);
    }
    if (fact.equals(Vocabulary.EXPECTED_BABIES)) {
      return scalars.count(node, path, 0, 12);
    }
    return fact.equals(Vocabulary.WORK_QUARTERS)
        ? scalars.count(node, path, 0, 400)
        : scalars.count(node, path, -MOST, MOST);
  }

  private long date(Fact fact, Node node, String path) {
    return Scalars.isNone(node) && !fact.equals(Vocabulary.BIRTH_DATE)
        ? Values.NONE
        : scalars.date(node, path, Scalars.FIRST_DATE);
  }

  private void readWords(Fact fact, Node node, String path) {
    var words = new HashSet<String>();
    boolean isNone = Scalars.isNone(node);
    if (!isNone && !entries.isList(node, path, "[" + fact.options().getFirst() + "]")) {
      return;
    }
    boolean isRead = true;
    if (!isNone && node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        isRead &= scalars.oneOf(fact.options(), item, path);
        words.add(item instanceof Node.Scalar scalar ? scalar.text() : "");
      }
    }
    if (isRead) {
      draft.become(draft.household().withWords(fact, member, words));
    }
  }

  private long reference(Node node, String path) {
    if (scalars.isBlank(node, path)) {
      return Values.UNKNOWN;
    }
    if (Scalars.isNone(node)) {
      return Values.NONE;
    }
    int number = entries.number(node, path);
    if (number == member) {
      return scalars.refuse(node, path, "is the member's own id", "Name the other member.");
    }
    return number < 0 ? Values.UNKNOWN : number;
  }

  private long references(Node node, String path) {
    if (Scalars.isNone(node)) {
      return 0;
    }
    if (!entries.isList(node, path, "[p2]") || !(node instanceof Node.Sequence list)) {
      return Values.UNKNOWN;
    }
    long mask = 0;
    boolean isRead = true;
    for (Node item : list.items()) {
      long number = Scalars.isNone(item) ? entries.number(item, path) : reference(item, path);
      if (number >= 0 && (mask & 1L << number) != 0) {
        scalars.refuse(item, path, "is named twice", "Keep one of the two.");
      }
      isRead &= number >= 0;
      mask |= number >= 0 ? 1L << number : 0;
    }
    return isRead ? mask : Values.UNKNOWN;
  }

  private String path() {
    return "members." + draft.id(member);
  }
}
