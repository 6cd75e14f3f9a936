package org.konbit.clients;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.konbit.vault.BirthDate;
import org.konbit.vault.NameTerms;
import org.konbit.vault.PhoneNumber;

/**
 * In what two opened records are alike. It warns a person who then looks; nothing is ever joined by
 * it, and least of all by a phone, which many may share.
 */
final class Likeness {
  private static final int SHORT = 4;
  private static final int LONG = 8;

  private final Details details;
  private final List<Word> words;

  /** One word of a name, however it is joined with its neighbours, and what is almost it. */
  private record Word(
      Set<String> spellings, Set<String> sounds, List<CharacterRunAutomaton> almost) {
    static Word of(Set<String> spellings) {
      return new Word(
          spellings,
          Sounds.of(spellings),
          spellings.stream().filter(each -> each.length() >= SHORT).map(Word::almost).toList());
    }

    private static CharacterRunAutomaton almost(String spelling) {
      int edits = spelling.length() < LONG ? 1 : 2;
      return new CharacterRunAutomaton(new LevenshteinAutomata(spelling, true).toAutomaton(edits));
    }

    boolean isIn(Set<String> terms, Set<String> sounds) {
      return terms.stream().anyMatch(spellings::contains)
          || sounds.stream().anyMatch(this.sounds::contains)
          || terms.stream().anyMatch(term -> almost.stream().anyMatch(each -> each.run(term)));
    }
  }

  Likeness(Details details) {
    this.details = details;
    this.words = words(details.name());
  }

  private static List<Word> words(PersonName name) {
    return NameTerms.toFind(name.full()).groups().stream().map(Word::of).toList();
  }

  /** In what they are alike; nothing if it is not worth a look. */
  Set<Resemblance.In> with(Details other) {
    var terms = NameTerms.toKeep(other.name().all());
    var sounds = Sounds.of(terms);
    long shared = words.stream().filter(word -> word.isIn(terms, sounds)).count();
    int shorter = Math.min(words.size(), NameTerms.toFind(other.name().full()).groups().size());

    var alike = EnumSet.noneOf(Resemblance.In.class);
    if (shared >= shorter) {
      alike.add(Resemblance.In.NAME);
    }
    if (isBornAlike(details.birthDate(), other.birthDate())) {
      alike.add(Resemblance.In.BIRTH_DATE);
    }
    if (isPhoneShared(other)) {
      alike.add(Resemblance.In.PHONE);
    }
    boolean isNameAlone = alike.equals(EnumSet.of(Resemblance.In.NAME));
    boolean isBirthAlone = alike.equals(EnumSet.of(Resemblance.In.BIRTH_DATE));
    if ((isBirthAlone && shared == 0) || (isNameAlone && isBornApart(other.birthDate()))) {
      return Set.of();
    }
    return alike;
  }

  private boolean isPhoneShared(Details other) {
    return details
        .contact()
        .number()
        .map(PhoneNumber::e164)
        .filter(number ->
            other.contact().number().map(PhoneNumber::e164).stream().anyMatch(number::equals))
        .isPresent();
  }

  /** Both days are known, and differ in more than one slip of the pen. */
  private boolean isBornApart(BirthDate other) {
    return details.birthDate() instanceof BirthDate.Full
        && other instanceof BirthDate.Full
        && !isBornAlike(details.birthDate(), other);
  }

  private static boolean isBornAlike(BirthDate one, BirthDate other) {
    return one.toFind().isMetBy(other.toKeep())
        || (one instanceof BirthDate.Full(var date)
            && other instanceof BirthDate.Full(var day)
            && differences(date, day) == 1);
  }

  private static int differences(LocalDate one, LocalDate other) {
    return (one.getYear() == other.getYear() ? 0 : 1)
        + (one.getMonthValue() == other.getMonthValue() ? 0 : 1)
        + (one.getDayOfMonth() == other.getDayOfMonth() ? 0 : 1);
  }
}
