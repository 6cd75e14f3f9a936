package org.konbit.simulation.family;

import java.util.Arrays;
import java.util.List;
import org.konbit.rules.bulk.PopulationBuilder;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.simulation.microdata.Person;

/**
 * Who files a tax return, with whom, for whom and under which number. Married people file together;
 * children and students are claimed by a parent who files. People with status file when they have
 * income; of the others, the share that the assumptions give.
 */
final class Returns {
  private static final long SSN = Words.code("ssn");
  private static final long ITIN = Words.code("itin");
  private static final long NO_NUMBER = Words.code("none");

  /** What a return needs to know of each person besides the survey. */
  interface Papers {
    /** Whether the person has a Social Security number valid for work. */
    boolean hasNumber(int person);

    /** Whether a person without such a number, and with income, files. */
    boolean filesWithout(int person);
  }

  private final List<Person> people;
  private final Kin kin;
  private final Papers papers;
  private final boolean[] files;
  private final int[] supporters;

  Returns(List<Person> people, Kin kin, Papers papers) {
    this.people = people;
    this.kin = kin;
    this.papers = papers;
    files = new boolean[people.size()];
    supporters = new int[people.size()];
    Arrays.setAll(supporters, kin::supporter);
  }

  void writeTo(PopulationBuilder builder) {
    var alone = new boolean[people.size()];
    for (int i = 0; i < people.size(); i++) {
      alone[i] = filesAlone(i);
    }
    for (int i = 0; i < people.size(); i++) {
      int spouse = kin.spouse(i);
      files[i] = alone[i] || (spouse >= 0 && alone[spouse]);
    }
    var claims = new long[people.size()];
    var claimed = new int[people.size()];
    for (int i = 0; i < people.size(); i++) {
      claimed[i] = claimer(i);
      if (claimed[i] >= 0) {
        claims[claimed[i]] |= 1L << i;
        int spouse = kin.spouse(claimed[i]);
        if (spouse >= 0) {
          claims[spouse] |= 1L << i;
        }
      }
    }
    for (int i = 0; i < people.size(); i++) {
      write(builder, i, claims[i], claimed[i]);
    }
  }

  private boolean filesAlone(int person) {
    var who = people.get(person);
    boolean isSupported = supporters[person] >= 0;
    boolean hasIncome = who.incomes().total() > 0;
    return who.age() >= 18
        && !isSupported
        && hasIncome
        && (papers.hasNumber(person) || papers.filesWithout(person));
  }

  // Of a couple, the one who stands first claims for both.
  private int claimer(int person) {
    int supporter = supporters[person];
    if (supporter < 0 || !files[supporter]) {
      return -1;
    }
    int spouse = kin.spouse(supporter);
    return spouse >= 0 ? Math.min(supporter, spouse) : supporter;
  }

  private void write(PopulationBuilder builder, int person, long claims, int claimedBy) {
    int spouse = kin.spouse(person);
    builder.put(Vocabulary.FILES, person, Values.of(files[person]));
    builder.put(
        Vocabulary.JOINTLY_WITH, person, files[person] && spouse >= 0 ? spouse : Values.NONE);
    builder.put(Vocabulary.CLAIMS, person, claims);
    builder.put(Vocabulary.CLAIMED_BY, person, claimedBy >= 0 ? claimedBy : Values.NONE);
    boolean isOnReturn = files[person] || claimedBy >= 0;
    long number = papers.hasNumber(person) ? SSN : isOnReturn ? ITIN : NO_NUMBER;
    builder.put(Vocabulary.TAX_ID, person, number);
  }
}
