package org.konbit.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Screener;

/** One set of packs, and made-up families as its reader accepts them. */
record Law(RulePacks packs, Screener screener) {
  private static final long SEED = 42;

  static Law shipped() {
    var packs = RulePacks.shipped(List.of());
    return new Law(packs, new Screener(packs));
  }

  /** A pack made for measuring alone, from {@code bench/packs}. */
  static Law madeUp(String name) {
    var packs = RulePacks.of(home().resolve("bench/packs").resolve(name), List.of());
    return new Law(packs, new Screener(packs));
  }

  /** The checkout that is measured. */
  static Path home() {
    return Path.of(System.getProperty("konbit.home", "."));
  }

  /** Families that answered everything. */
  Household[] families(int count) {
    var reader =
        new HouseholdReader(
            packs.vocabulary(), packs.programs().stream().map(Program::id).toList());
    var families = new ArrayList<Household>();
    for (String document : Families.documents(SEED, count)) {
      families.add(read(reader, document));
    }
    return families.toArray(Household[]::new);
  }

  private static Household read(HouseholdReader reader, String document) {
    var bytes = document.getBytes(StandardCharsets.UTF_8);
    return switch (reader.read("family", bytes, LocalDate.EPOCH)) {
      case Reading.Accepted(var household) -> household;
      case Reading.Refused(var problems) ->
          throw new IllegalStateException(
              "A made-up family is refused: %s\n%s".formatted(problems, document));
    };
  }

  /**
   * The same families somewhere on their way through the questions: all but few, or few answers.
   */
  Household[] halfAnswered(int count) {
    var random = new Random(SEED);
    var families = families(count);
    for (int i = 0; i < count; i++) {
      families[i] = forgetting(families[i], random);
    }
    return families;
  }

  private static Household forgetting(Household family, Random random) {
    double forgotten = random.nextDouble();
    var left = family;
    for (int member = 0; member < family.size(); member++) {
      for (Fact fact : family.vocabulary().facts()) {
        boolean isAsked = !fact.equals(Vocabulary.STATE) && (!fact.ofHousehold() || member == 0);
        if (isAsked && random.nextDouble() < forgotten) {
          left = left.without(fact, member);
        }
      }
    }
    return left;
  }
}
