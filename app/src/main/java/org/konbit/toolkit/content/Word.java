package org.konbit.toolkit.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A word of one of the vocabularies that content files, addresses and message keys share. */
public interface Word {
  /** The constant's name. */
  String name();

  /** The word as files and addresses write it: {@code lpr-under-5y}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word. */
  static <W extends Enum<W> & Word> Optional<W> find(Class<W> vocabulary, String word) {
    return Arrays.stream(vocabulary.getEnumConstants())
        .filter(each -> each.word().equals(word))
        .findFirst();
  }
}
