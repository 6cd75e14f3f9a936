package org.konbit.rules.household;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Spelling;

/**
 * Reads lists whose items have names of their own. An item that leaves something out is not known
 * whole, so the list is unknown: to drop the item would answer "no" for the family.
 */
final class EntryReader {
  private static final int MOST_ENTRIES = 40;
  private static final Pattern PROGRAM = Pattern.compile("[a-z]{2}\\.[a-z0-9_]{1,60}");
  private static final List<String> KINDS =
      Arrays.stream(IncomeKind.values()).map(IncomeKind::word).toList();
  private static final List<String> PERIODS =
      Arrays.stream(Period.values()).map(Period::word).toList();

  private final Draft draft;
  private final Scalars scalars;
  private final List<String> programs;
  private final int member;

  EntryReader(Draft draft, Scalars scalars, List<String> programs, int member) {
    this.draft = draft;
    this.scalars = scalars;
    this.programs = programs;
    this.member = member;
  }

  /** Whether it is a list; a problem if it is not. */
  boolean isList(Node node, String path, String example) {
    if (scalars.isBlank(node, path)) {
      return false;
    }
    if (node instanceof Node.Sequence) {
      return true;
    }
    scalars.refuse(node, path, "is not a list", "Write a list, such as %s.".formatted(example));
    return false;
  }

  /** The number of the member named, or -1 and a problem. */
  int number(Node node, String path) {
    var id = node instanceof Node.Scalar scalar ? scalar.text() : "";
    var number = draft.number(id);
    if (number.isEmpty()) {
      var near = Spelling.suggestion(id, draft.household().ids());
      scalars.refuse(
          node, path, "is no member's id", near.isEmpty() ? "Add that member, too." : near);
    }
    return number.orElse(-1);
  }

  void readIncome(Node node) {
    var path = draft.household().path(Vocabulary.INCOME_ENTRIES, member);
    var entries = new ArrayList<IncomeEntry>();
    boolean isWhole = true;
    for (Node item : items(node, path, "[{kind: wages, amount: 1768.90, per: month}]")) {
      var entry = income(item, path);
      isWhole &= entry.isPresent();
      entry.ifPresent(entries::add);
    }
    if (isWhole && (Scalars.isNone(node) || !entries.isEmpty())) {
      draft.become(draft.household().withIncome(member, entries));
    }
  }

  private List<Node> items(Node node, String path, String example) {
    if (Scalars.isNone(node) || !isList(node, path, example)) {
      return List.of();
    }
    var items = ((Node.Sequence) node).items();
    if (items.size() > MOST_ENTRIES) {
      var message = "The entries (%d) are more than %d.".formatted(items.size(), MOST_ENTRIES);
      scalars.problem(items.get(MOST_ENTRIES), path, message, "Add up entries of one kind.");
      return List.of();
    }
    return items;
  }

  private Optional<IncomeEntry> income(Node item, String path) {
    var fields = fields(item, path, List.of("kind", "amount", "per"));
    var kind = word(fields, "kind", KINDS, path).map(EntryReader::kind);
    var per = word(fields, "per", PERIODS, path).map(EntryReader::period);
    boolean mayBeLoss = kind.map(EntryReader::mayBeLoss).orElse(true);
    long cents =
        fields
            .find("amount")
            .map(node -> scalars.cents(node, path + ".amount", mayBeLoss))
            .orElse(Values.UNKNOWN);
    if (kind.isEmpty() || per.isEmpty() || cents == Values.UNKNOWN) {
      return Optional.empty();
    }
    return Optional.of(new IncomeEntry(kind.get(), cents, per.get()));
  }

  private static IncomeKind kind(String word) {
    return IncomeKind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Period period(String word) {
    return Period.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static boolean mayBeLoss(IncomeKind kind) {
    return switch (kind) {
      case SELF_EMPLOYMENT, RENT, INTEREST, OTHER -> true;
      case WAGES,
          SOCIAL_SECURITY,
          SSI,
          PENSION,
          UNEMPLOYMENT,
          CHILD_SUPPORT,
          WORKERS_COMPENSATION,
          CASH_AID ->
          false;
    };
  }

  void readEnrolled(Node node) {
    var path = draft.household().path(Vocabulary.ENROLLED_IN, member);
    var enrolled = new ArrayList<Enrollment>();
    boolean isWhole = true;
    for (Node item : items(node, path, "[{program: other}]")) {
      var fields = fields(item, path, List.of("program", "since"));
      var program = fields.find("program").flatMap(named -> program(named, path + ".program"));
      long since =
          fields
              .find("since")
              .map(named -> scalars.date(named, path + ".since", Scalars.FIRST_DATE))
              .orElse(Values.UNKNOWN);
      isWhole &= program.isPresent();
      program.ifPresent(id -> enrolled.add(new Enrollment(id, since)));
    }
    if (isWhole && (Scalars.isNone(node) || !enrolled.isEmpty())) {
      draft.become(draft.household().withEnrolled(member, enrolled));
    }
  }

  private Optional<String> program(Node node, String path) {
    if (scalars.isBlank(node, path)) {
      return Optional.empty();
    }
    var id = node instanceof Node.Scalar scalar ? scalar.text() : "";
    boolean isKnown =
        id.equals("other")
            || (programs.isEmpty() ? PROGRAM.matcher(id).matches() : programs.contains(id));
    if (isKnown) {
      return Optional.of(id);
    }
    var near = Spelling.suggestion(id, programs);
    var remedy = near.isEmpty() ? "Write other for insurance that is not among them." : near;
    scalars.refuse(node, path, "is not a program's id", remedy);
    return Optional.empty();
  }

  /** The item's names; empty, with a problem, where it has none. */
  private Node.Mapping fields(Node item, String path, List<String> names) {
    return fields(scalars, item, path, names);
  }

  static Node.Mapping fields(Scalars scalars, Node item, String path, List<String> names) {
    if (!(item instanceof Node.Mapping fields)) {
      var example = "Write its names: {%s: …}.".formatted(String.join(": …, ", names));
      scalars.refuse(item, path, "is not an entry", example);
      return new Node.Mapping(item.line(), item.column(), List.of());
    }
    for (Node.Entry field : fields.entries()) {
      if (!names.contains(field.key())) {
        var near = Spelling.suggestion(field.key(), names);
        scalars.unknownName(field, path, "list entry", near, names);
      }
    }
    return fields;
  }

  private Optional<String> word(
      Node.Mapping fields, String name, List<String> options, String path) {
    return fields
        .find(name)
        .filter(node -> !scalars.isBlank(node, path + "." + name))
        .filter(node -> scalars.oneOf(options, node, path + "." + name))
        .map(node -> ((Node.Scalar) node).text());
  }
}
