package org.konbit.toolkit.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.konbit.toolkit.content.Content;

/** Finds items in which every word stands as it was typed: what there is while no index is. */
public final class PlainSearch {
  private static final int MOST_WORDS = 8;

  private PlainSearch() {}

  /** The references of what fits, with the words in its title before the others. */
  public static List<String> find(Collection<Content> contents, String words, int most) {
    var wanted = Stream.of(folded(words).split("\\s+")).limit(MOST_WORDS).toList();
    return contents.stream()
        .filter(content -> holds(String.join(" ", content.texts()), wanted))
        .sorted(Comparator.comparing(content -> !holds(content.title(), wanted)))
        .limit(most)
        .map(content -> content.heading().reference())
        .toList();
  }

  private static boolean holds(String text, List<String> words) {
    var folded = folded(text);
    return words.stream().allMatch(folded::contains);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}+", "");
  }
}
