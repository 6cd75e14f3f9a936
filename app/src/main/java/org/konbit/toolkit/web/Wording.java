package org.konbit.toolkit.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.Source;
import org.konbit.toolkit.content.When;
import org.konbit.toolkit.content.Word;

/** The words of the vocabularies in the reader's language. */
final class Wording {
  private final Texts t;

  Wording(Texts t) {
    this.t = t;
  }

  /** A word of a vocabulary, such as {@code toolkit.group.asylee}. */
  String of(String vocabulary, Word word) {
    return t.localize("toolkit.%s.%s".formatted(vocabulary, word.word()));
  }

  List<String> all(String vocabulary, Collection<? extends Word> words) {
    return words.stream().map(word -> of(vocabulary, word)).toList();
  }

  String when(When when) {
    return switch (when.known()) {
      case DAY -> t.date(when.first());
      case MONTH -> t.month(YearMonth.from(when.first()));
      case YEAR -> String.valueOf(when.first().getYear());
    };
  }

  String date(LocalDate day) {
    return t.date(day);
  }

  /** A place: the state's name, or the town's with its state. */
  String place(String code) {
    return switch (code) {
      case "US" -> t.localize("toolkit.place.us");
      case "MA" -> "Massachusetts";
      case "CT" -> "Connecticut";
      default -> "%s, %s".formatted(code.substring(3), code.substring(0, 2));
    };
  }

  List<String> places(Collection<String> codes) {
    return codes.stream().map(this::place).toList();
  }

  String confidence(Source source) {
    return of("confidence", source.confidence());
  }
}
