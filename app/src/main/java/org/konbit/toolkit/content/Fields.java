package org.konbit.toolkit.content;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The named fields of a content file, read one by one. What is wrong is noted, not thrown, so that
 * a writer hears of everything at once; a field that nobody read is wrong too.
 */
final class Fields {
  private final String place;
  private final Map<String, Object> values;
  private final List<String> problems;
  private final Set<String> read = new LinkedHashSet<>();

  private Fields(String place, Map<String, Object> values, List<String> problems) {
    this.place = place;
    this.values = values;
    this.problems = problems;
  }

  static Fields of(Map<?, ?> values, List<String> problems) {
    return new Fields("", named(values), problems);
  }

  private static Map<String, Object> named(Map<?, ?> values) {
    var named = new LinkedHashMap<String, Object>();
    values.forEach((name, value) -> {
      if (value != null) {
        named.put(String.valueOf(name), value);
      }
    });
    return named;
  }

  /** A sentence or a name. */
  String text(String name) {
    return find(name).orElseGet(() -> missing(name));
  }

  Optional<String> find(String name) {
    read.add(name);
    return Optional.ofNullable(values.get(name))
        .flatMap(value -> {
          if (value instanceof Map || value instanceof List) {
            problems.add(
                "The field (%s%s) is one text, not a list or a table.".formatted(place, name));
            return Optional.empty();
          }
          return Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
        });
  }

  private String missing(String name) {
    problems.add("The field (%s%s) is missing.".formatted(place, name));
    return "";
  }

  /** Several texts; a single one may stand without a list. */
  List<String> texts(String name) {
    read.add(name);
    var value = values.get(name);
    if (value == null) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (Object each : value instanceof List<?> list ? list : List.of(value)) {
      if (each instanceof Map || each instanceof List || each == null) {
        problems.add(
            "An entry of (%s%s) is no text: put it in quotes if it holds a colon."
                .formatted(place, name));
      } else {
        texts.add(each.toString().strip());
      }
    }
    return List.copyOf(texts);
  }

  <W extends Enum<W> & Word> Optional<W> findWord(String name, Class<W> vocabulary) {
    return find(name).flatMap(text -> word(name, text, vocabulary));
  }

  <W extends Enum<W> & Word> W word(String name, Class<W> vocabulary) {
    return find(name)
        .or(() -> Optional.of(missing(name)))
        .filter(text -> !text.isEmpty())
        .flatMap(text -> word(name, text, vocabulary))
        .orElse(vocabulary.getEnumConstants()[0]);
  }

  <W extends Enum<W> & Word> Set<W> words(String name, Class<W> vocabulary) {
    var words = EnumSet.noneOf(vocabulary);
    texts(name).forEach(text -> word(name, text, vocabulary).ifPresent(words::add));
    return words;
  }

  private <W extends Enum<W> & Word> Optional<W> word(
      String name, String text, Class<W> vocabulary) {
    var found = Word.find(vocabulary, text);
    if (found.isEmpty()) {
      problems.add(
          "The field (%s%s) says (%s), which is no word of its vocabulary: %s."
              .formatted(place, name, text, vocabularyOf(vocabulary)));
    }
    return found;
  }

  private static <W extends Enum<W> & Word> String vocabularyOf(Class<W> vocabulary) {
    return String.join(", ", EnumSet.allOf(vocabulary).stream().map(Word::word).toList());
  }

  LocalDate day(String name) {
    return findDay(name)
        .orElseGet(() -> {
          missing(name);
          return LocalDate.EPOCH;
        });
  }

  Optional<LocalDate> findDay(String name) {
    return find(name).flatMap(text -> made(name, text, LocalDate::parse));
  }

  Optional<When> findWhen(String name) {
    return find(name).flatMap(text -> made(name, text, When::parse));
  }

  When when(String name) {
    return findWhen(name)
        .orElseGet(() -> {
          missing(name);
          return When.on(LocalDate.EPOCH);
        });
  }

  Optional<URI> findAddress(String name) {
    return find(name)
        .flatMap(text -> {
          var address = made(name, text, URI::create);
          if (address.filter(each -> "https".equals(each.getScheme())).isEmpty()) {
            problems.add("The address (%s) does not begin with https.".formatted(text));
          }
          return address;
        });
  }

  private <T> Optional<T> made(String name, String text, Function<String, T> maker) {
    try {
      return Optional.of(maker.apply(text));
    } catch (DateTimeException | IllegalArgumentException _) {
      problems.add(
          "The field (%s%s) says (%s), which cannot be read.".formatted(place, name, text));
      return Optional.empty();
    }
  }

  int number(String name) {
    return find(name).flatMap(text -> made(name, text, Integer::valueOf)).orElse(0);
  }

  /** A table inside this one. */
  Optional<Fields> table(String name) {
    read.add(name);
    if (values.get(name) instanceof Map<?, ?> table) {
      return Optional.of(new Fields(place + name + ".", named(table), problems));
    }
    return Optional.empty();
  }

  /** Each table of a list, made into what it stands for. */
  <T> List<T> tables(String name, Function<Fields, T> maker) {
    read.add(name);
    var made = new ArrayList<T>();
    if (values.get(name) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> table) {
          var fields =
              new Fields(
                  "%s%s[%d].".formatted(place, name, made.size() + 1), named(table), problems);
          made.add(maker.apply(fields));
          fields.refuseOthers();
        } else {
          problems.add("An entry of (%s%s) is no table.".formatted(place, name));
        }
      }
    } else if (values.containsKey(name)) {
      problems.add("The field (%s%s) is a list of tables.".formatted(place, name));
    }
    return List.copyOf(made);
  }

  /** Notes every field that nothing was read from. */
  void refuseOthers() {
    var others = new TreeSet<>(values.keySet());
    others.removeAll(read);
    others.forEach(
        other -> problems.add("The field (%s%s) is not known here.".formatted(place, other)));
  }
}
