package org.konbit.screening.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.konbit.language.MadeOnce;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.LawText;
import org.konbit.rules.program.Program;
import org.konbit.screening.Law;

/** The answers that a question offers, as forms and message keys name them. */
final class Options {
  /** Countries whose people the law treats in a way of their own. */
  static final List<String> COUNTRIES = List.of("CU", "HT");

  /** Stands in a document for a country that the law does not tell from others. */
  static final String OTHER_COUNTRY = "ZZ";

  static final List<String> PERMITS =
      List.of("c08", "c09", "c10", "c11", "c14", "c18", "c19", "c31", "c33", "a12");

  /** Stands in a document for a category nobody named; no rule counts it for more than a permit. */
  static final String OTHER_PERMIT = "z00";

  // A status nobody can have had before another, and one that is no status.
  private static final Set<String> NEVER_FORMER = Set.of("citizen", "undisclosed");
  private static final Pattern QUOTED = Pattern.compile("'([a-z]{2}\\.[a-z0-9_]+)'");

  private final Law law;
  private final Set<String> readPrograms = new TreeSet<>();
  private final MadeOnce<String, Map<Long, String>> byCode = new MadeOnce<>();
  private final Set<String> datedPrograms = new TreeSet<>();

  Options(Law law) {
    this.law = law;
    for (LawText text : law.packs().lawTexts()) {
      boolean isRule =
          text.kind() == LawText.Kind.CONDITION || text.kind() == LawText.Kind.DEFINITION;
      if (isRule && text.text().contains("enrolled")) {
        collect(text.text());
      }
    }
  }

  private void collect(String rule) {
    var found = QUOTED.matcher(rule);
    while (found.find()) {
      var id = found.group(1);
      if (law.packs().program(id).isPresent()) {
        readPrograms.add(id);
        if (rule.contains("enrolled_since('" + id + "')")) {
          datedPrograms.add(id);
        }
      }
    }
  }

  /** The answers of a question with a list of them, without "prefer not to say". */
  List<String> of(MissingFact place, Household said) {
    var fact = place.fact();
    if (fact.equals(Vocabulary.NATIONALITY)) {
      return and(COUNTRIES, Typed.OTHER);
    }
    if (fact.equals(Vocabulary.WORK_PERMIT)) {
      return and(and(List.of(Typed.NONE), PERMITS), Typed.OTHER);
    }
    if (fact.equals(Vocabulary.FORMERLY)) {
      var former = new ArrayList<>(List.of(Typed.NONE));
      fact.options().stream().filter(each -> !NEVER_FORMER.contains(each)).forEach(former::add);
      return former;
    }
    return switch (fact.type()) {
      case BOOL -> List.of("true", "false");
      case WORD -> fact.options();
      case WORDS -> and(fact.options(), Typed.NONE);
      case MEMBER, MEMBERS -> and(others(place, said), Typed.NONE);
      case ENROLLED -> and(programs(said), Typed.OTHER, Typed.NONE);
      case COUNT, CENTS, DATE, INCOME, RELATIONSHIPS -> List.of();
    };
  }

  private static List<String> and(List<String> options, String... more) {
    var all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> and(List<String> options, List<String> more) {
    return and(options, more.toArray(String[]::new));
  }

  private static List<String> others(MissingFact place, Household said) {
    var others = new ArrayList<>(said.ids());
    others.remove(said.ids().get(place.member()));
    boolean isJoint = place.fact().equals(Vocabulary.JOINTLY_WITH);
    if (isJoint && said.isKnown(Vocabulary.RELATIONSHIPS_KNOWN, 0)) {
      others.removeIf(id -> !areMarried(said, place.member(), said.ids().indexOf(id)));
    }
    return others;
  }

  private static boolean areMarried(Household said, int one, int other) {
    return Kinship.between(said, one, other) == Kinship.SPOUSE_OF
        && said.relationships().stream()
            .anyMatch(relationship -> relationship.is() == Relationship.Kind.SPOUSE);
  }

  /** The programs of the family's state, and federal ones, to be enrolled in which matters. */
  private List<String> programs(Household said) {
    var state = state(said);
    return law.packs().programs().stream()
        .filter(program -> readPrograms.contains(program.id()))
        .filter(program -> program.state().map(state::equals).orElse(true))
        .map(Program::id)
        .toList();
  }

  private static String state(Household said) {
    return Vocabulary.STATE.options().stream()
        .filter(word -> Words.code(word) == said.value(Vocabulary.STATE, 0))
        .findFirst()
        .orElse("");
  }

  /** Whether it matters since when somebody is enrolled in the program. */
  boolean isDated(String program) {
    return datedPrograms.contains(program);
  }

  /** Groups of statuses to ask for first. */
  Map<String, List<String>> groups() {
    return law.packs().places().stream()
        .flatMap(
            place -> Optional.ofNullable(place.coarse().get(Vocabulary.STATUS.name())).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No pack groups the statuses."));
  }

  /** The word a fact holds, as options name it. */
  String word(Household said, MissingFact place) {
    var fact = place.fact();
    long value = said.value(fact, place.member());
    if (value == Values.NONE) {
      return Typed.NONE;
    }
    if (fact.type() == FactType.BOOL) {
      return value == Values.TRUE ? "true" : "false";
    }
    if (fact.type() == FactType.MEMBER) {
      return said.ids().get((int) value);
    }
    return byCode.of(fact.path(), _ -> coded(fact)).getOrDefault(value, Typed.OTHER);
  }

  private static Map<Long, String> coded(Fact fact) {
    var coded = new HashMap<Long, String>();
    words(fact).forEach(word -> coded.putIfAbsent(Words.code(word), word));
    return coded;
  }

  private static Set<String> words(Fact fact) {
    var words = new LinkedHashSet<>(fact.options());
    words.addAll(COUNTRIES);
    for (char letter = 'a'; letter <= 'z'; letter++) {
      for (int number = 0; number < 100; number++) {
        words.add("%c%02d".formatted(letter, number));
      }
    }
    return words;
  }
}
