package org.konbit.screening.quick;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konbit.language.Texts;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.text.Node;

/** Reads one person's fields into their part of a household's document, noting what is wrong. */
final class Answers {
  static final int INCOMES = 3;
  static final String NONE = "none";

  /** Stands for every country but those that the rules tell apart; ISO 3166 leaves it to users. */
  static final String ANOTHER_COUNTRY = "ZZ";

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,3}");
  private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9]\\d{0,11})(\\.\\d{1,2})?");
  private static final Pattern PERMIT = Pattern.compile("\\(?[A-Za-z]\\)?\\(?\\d{1,2}\\)?");
  private static final List<String> DASHES = List.of("-", "–", "—");

  private final Sheet sheet;
  private final Texts t;
  private final Map<String, String> problems;

  /**
   * @param problems gets what is wrong, by the name of the field
   */
  Answers(Sheet sheet, Texts t, Map<String, String> problems) {
    this.sheet = sheet;
    this.t = t;
    this.problems = problems;
  }

  Node of(int row, Vocabulary vocabulary, List<Node.Entry> taxes) {
    var blocks = new LinkedHashMap<String, List<Node.Entry>>();
    blocks.put("tax", new ArrayList<>(taxes));
    var entries = new ArrayList<Node.Entry>();
    entries.add(Typed.entry("id", Typed.word(id(row))));
    age(row).ifPresent(entries::add);
    for (Fact fact : vocabulary.facts()) {
      if (QuickFields.isOfItsOwn(fact)) {
        value(row, fact)
            .ifPresent(value -> {
              int dot = fact.path().indexOf('.');
              var into =
                  dot < 0
                      ? entries
                      : blocks.computeIfAbsent(
                          fact.path().substring(0, dot), _ -> new ArrayList<>());
              into.add(Typed.entry(fact.path().substring(dot + 1), value));
            });
      }
    }
    blocks.forEach((name, fields) -> {
      if (!fields.isEmpty()) {
        entries.add(Typed.entry(name, Typed.fields(fields)));
      }
    });
    return Typed.fields(entries);
  }

  static String id(int row) {
    return "p" + (row + 1);
  }

  private Optional<Node.Entry> age(int row) {
    var typed = sheet.value(row, "age");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (DATE.matcher(typed).matches()) {
      return Optional.of(Typed.entry("birthDate", Typed.word(typed)));
    }
    if (COUNT.matcher(typed).matches()) {
      return Optional.of(Typed.entry("age", number(typed)));
    }
    problems.put(Sheet.name(row, "age"), t.localize("screening.quick.wrong-age"));
    return Optional.empty();
  }

  private static Node number(String digits) {
    return Typed.number(digits.replaceFirst("^0+(?=\\d)", ""));
  }

  private Optional<Node> value(int row, Fact fact) {
    return switch (fact.type()) {
      case WORDS -> words(row, fact);
      case INCOME -> income(row);
      case ENROLLED -> enrolled(row);
      case BOOL, COUNT, CENTS, DATE, WORD -> single(row, fact);
      case MEMBER, MEMBERS, RELATIONSHIPS -> Optional.empty();
    };
  }

  private Optional<Node> single(int row, Fact fact) {
    var typed = sheet.value(row, fact.path());
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var name = Sheet.name(row, fact.path());
    return switch (fact.type()) {
      case BOOL -> Optional.of(Typed.flag(typed.equals("true")));
      case DATE ->
          DASHES.contains(typed)
              ? Optional.of(Typed.none())
              : matching(DATE, typed, name, "screening.quick.wrong-date").map(Typed::word);
      case COUNT ->
          matching(COUNT, typed, name, "screening.quick.wrong-count").map(Answers::number);
      case CENTS -> amount(typed, name).map(Typed::number);
      default -> word(fact, typed, name);
    };
  }

  private Optional<Node> word(Fact fact, String typed, String name) {
    if (fact.equals(Vocabulary.WORK_PERMIT)) {
      return DASHES.contains(typed) || typed.equals(NONE)
          ? Optional.of(Typed.none())
          : matching(PERMIT, typed, name, "screening.quick.wrong-permit").map(Typed::word);
    }
    boolean isAnAnswer = fact.options().contains(typed);
    return Optional.of(typed.equals(NONE) && !isAnAnswer ? Typed.none() : Typed.word(typed));
  }

  private Optional<String> matching(Pattern pattern, String typed, String name, String wrong) {
    if (pattern.matcher(typed).matches()) {
      return Optional.of(typed);
    }
    problems.put(name, t.localize(wrong));
    return Optional.empty();
  }

  // "$1,768.90" is how people here write it.
  private Optional<String> amount(String typed, String name) {
    return matching(AMOUNT, typed.replaceAll("[$,\\s]", ""), name, "screening.quick.wrong-amount");
  }

  private Optional<Node> words(int row, Fact fact) {
    var chosen = sheet.values(row, fact.path());
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Typed.list(chosen.stream().filter(word -> !word.equals(NONE)).map(Typed::word).toList()));
  }

  private Optional<Node> enrolled(int row) {
    var program = sheet.value(row, Vocabulary.ENROLLED_IN.path());
    if (program.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Typed.list(
            program.equals(NONE)
                ? List.of()
                : List.of(Typed.fields(List.of(Typed.entry("program", Typed.word(program)))))));
  }

  private Optional<Node> income(int row) {
    var entries = new ArrayList<Node>();
    boolean isWhole = true;
    for (int i = 0; i < INCOMES; i++) {
      var typed = sheet.value(row, income(i, "amount"));
      if (!typed.isEmpty()) {
        var amount = amount(typed, Sheet.name(row, income(i, "amount")));
        isWhole &= amount.isPresent();
        if (amount.isPresent()) {
          entries.add(
              Typed.fields(
                  List.of(
                      Typed.entry("kind", Typed.word(chosen(row, income(i, "kind"), "wages"))),
                      Typed.entry("amount", Typed.number(amount.get())),
                      Typed.entry("per", Typed.word(chosen(row, income(i, "per"), "month"))))));
        }
      }
    }
    boolean isNone = sheet.value(row, "income").equals(NONE);
    return isWhole && (isNone || !entries.isEmpty())
        ? Optional.of(Typed.list(entries))
        : Optional.empty();
  }

  static String income(int entry, String field) {
    return "income.%d.%s".formatted(entry, field);
  }

  private String chosen(int row, String field, String otherwise) {
    var typed = sheet.value(row, field);
    return typed.isEmpty() ? otherwise : typed;
  }
}
