package org.konbit.directory.find;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.konbit.directory.Need;
import org.konbit.directory.Spoken;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.place.Place;
import org.konbit.directory.search.Wish;

/**
 * The form, as it was sent: what makes no sense counts as not said, and what was typed is shown
 * again.
 */
record Asked(
    String words,
    String need,
    String place,
    String miles,
    String language,
    boolean isNow,
    int page) {
  private static final int MOST_PAGES = 500;

  static final Asked NOTHING = new Asked("", "", "", "", "", false, 0);

  /**
   * @param sent by field; {@code drop} names one to leave out
   */
  static Asked of(Map<String, String> sent) {
    String drop = sent.getOrDefault("drop", "");
    return new Asked(
        drop.equals("words") ? "" : cut(sent.getOrDefault("words", "")),
        drop.equals("need") ? "" : sent.getOrDefault("need", ""),
        sent.containsKey("which")
            ? cut(sent.getOrDefault("which", ""))
            : drop.equals("place") ? "" : cut(sent.getOrDefault("place", "")),
        drop.equals("miles") || drop.equals("place") ? "" : sent.getOrDefault("miles", ""),
        drop.equals("language") ? "" : sent.getOrDefault("language", ""),
        sent.containsKey("now") && !drop.equals("now"),
        page(sent.getOrDefault("page", "1")));
  }

  static Asked forNeed(String need) {
    return new Asked("", need, "", "", "", false, 0);
  }

  Optional<Need> wantedNeed() {
    return Need.of(need);
  }

  /** What it comes to, once it is known which place is meant. */
  Wish wish(Optional<Place> near) {
    return new Wish(
        words,
        wantedNeed(),
        near,
        near.isEmpty() ? OptionalDouble.empty() : furthest(),
        Spoken.of(language).map(Spoken::tag),
        isNow);
  }

  /** Which place is meant; nothing if none was typed. */
  Optional<Gazetteer.Answer> where(Gazetteer gazetteer) {
    return place.isBlank() ? Optional.empty() : Optional.of(gazetteer.find(place));
  }

  private OptionalDouble furthest() {
    return switch (miles) {
      case "5", "15", "30" -> OptionalDouble.of(Double.parseDouble(miles));
      default -> OptionalDouble.empty();
    };
  }

  private static String cut(String typed) {
    String text = typed.strip();
    return text.length() <= Wish.LONGEST ? text : text.substring(0, Wish.LONGEST);
  }

  private static int page(String typed) {
    try {
      return Math.clamp(Integer.parseInt(typed) - 1L, 0, MOST_PAGES);
    } catch (NumberFormatException e) { // not a number: the first
      return 0;
    }
  }

  @Override
  public String toString() { // somebody may have typed a name
    return "Asked";
  }
}
