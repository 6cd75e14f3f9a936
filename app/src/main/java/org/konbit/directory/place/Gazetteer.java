package org.konbit.directory.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every town and ZIP code of Massachusetts and Connecticut, read once from files that are shipped:
 * nobody else learns which place a reader asked about.
 */
@Component
public class Gazetteer {
  private static final Pattern ZIP = Pattern.compile("(.*?)\\b(\\d{5})(-\\d{4})?");
  private static final Pattern STATE = Pattern.compile("(.*\\S)[ ,]+(ma|ct|mass|conn)\\.?");
  private static final Map<String, String> STATES =
      Map.of("massachusetts", "MA", "connecticut", "CT");
  private static final int CLOSE_ENOUGH = 2;

  /** What a reader's words for a place came to. */
  public sealed interface Answer {
    /** The one place they mean. */
    record Found(Place place) implements Answer {}

    /** Several places are called so, or nearly so. */
    record Which(List<Place> places) implements Answer {}

    /** Nothing here is called anything like it. */
    record Unknown() implements Answer {}
  }

  /** The files, read when the first place is looked for: a start needs none. */
  private static final class Shipped {
    static final Shipped PLACES = new Shipped();

    final Map<String, Place> byZip = new TreeMap<>();
    final Map<String, List<Place>> byName = new TreeMap<>();

    private Shipped() {
      for (String[] row : rows("/directory/places.csv")) {
        byZip.put(row[0], new Place(row[1], row[2], row[0], row[3], point(row)));
      }
      byZip.values().stream()
          .collect(
              Collectors.groupingBy(
                  each -> each.name() + "," + each.state(),
                  LinkedHashMap::new,
                  Collectors.toList()))
          .values()
          .forEach(areas -> add(town(areas)));
      for (String[] row : rows("/directory/towns.csv")) {
        var served = Objects.requireNonNull(byZip.get(row[2]));
        add(new Place(row[0], row[1], "", served.county(), served.point()));
      }
    }

    private void add(Place town) {
      byName.computeIfAbsent(plain(folded(town.name())), _ -> new ArrayList<>()).add(town);
    }
  }

  /** Every town, by name and state. */
  public List<Place> towns() {
    return Shipped.PLACES.byName.values().stream().flatMap(List::stream).toList();
  }

  /** The area of a ZIP code. */
  public Optional<Place> zip(String code) {
    return Optional.ofNullable(Shipped.PLACES.byZip.get(code));
  }

  /**
   * The place a reader means by a town's name, with or without the state, or a ZIP code, however
   * they write it.
   */
  public Answer find(String typed) {
    String text = folded(typed);
    var zip = ZIP.matcher(text);
    if (zip.matches()) {
      var area = zip(zip.group(2));
      if (area.isPresent()) {
        return new Answer.Found(area.get());
      }
    }
    var state = STATE.matcher(withShortState(text));
    boolean isStateSaid = state.matches();
    String name = plain(isStateSaid ? state.group(1) : text);
    String said = isStateSaid ? state.group(2).substring(0, 1).toUpperCase(Locale.ROOT) : "";
    var called =
        Shipped.PLACES.byName.getOrDefault(name, List.of()).stream()
            .filter(each -> each.state().startsWith(said))
            .toList();
    if (called.size() == 1) {
      return new Answer.Found(called.getFirst());
    }
    var near = called.isEmpty() ? similar(name, said) : called;
    return near.isEmpty() ? new Answer.Unknown() : new Answer.Which(near);
  }

  private List<Place> similar(String name, String state) {
    if (name.length() < 3) {
      return List.of();
    }
    return Shipped.PLACES.byName.entrySet().stream()
        .map(each -> Map.entry(distance(name, each.getKey()), each.getValue()))
        .filter(each -> each.getKey() <= CLOSE_ENOUGH)
        .sorted(Map.Entry.comparingByKey())
        .flatMap(each -> each.getValue().stream())
        .filter(each -> each.state().startsWith(state))
        .limit(4)
        .toList();
  }

  /** In the middle of its ZIP codes. */
  private static Place town(List<Place> areas) {
    var first = areas.getFirst();
    double latitude = middle(areas.stream().map(area -> area.point().latitude()));
    double longitude = middle(areas.stream().map(area -> area.point().longitude()));
    return new Place(
        first.name(), first.state(), "", first.county(), new Point(latitude, longitude));
  }

  private static double middle(Stream<Double> degrees) {
    var sorted = degrees.sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String withShortState(String text) {
    return STATES.entrySet().stream()
        .reduce(
            text,
            (now, state) -> now.replace(state.getKey(), state.getValue().toLowerCase(Locale.ROOT)),
            (one, _) -> one);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static String plain(String name) {
    return name.replace('-', ' ')
        .replaceAll("[^a-z0-9 ]", "")
        .replaceAll(" +", " ")
        .replaceFirst("^(st|saint) ", "saint ")
        .replaceFirst("^(mt|mount) ", "mount ")
        .strip();
  }

  /** How many letters must be added, dropped, changed or swapped; 3 stands for many. */
  static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > CLOSE_ENOUGH) {
      return CLOSE_ENOUGH + 1;
    }
    var rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        rows[i][j] = i == 0 ? j : j == 0 ? i : cheapest(rows, one, other, i, j);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static int cheapest(int[][] rows, String one, String other, int i, int j) {
    int change = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int best = Math.min(change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean isSwapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return isSwapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }

  private static Point point(String[] row) {
    return new Point(Double.parseDouble(row[4]), Double.parseDouble(row[5]));
  }

  private static List<String[]> rows(String resource) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Gazetteer.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.startsWith("#") && !line.isEmpty())
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
