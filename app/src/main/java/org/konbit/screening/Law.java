package org.konbit.screening;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.overview.LawChange;
import org.konbit.rules.overview.LawTimeline;
import org.konbit.rules.overview.Matrices;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Screener;

/** The rule packs, ready to be applied. Safe for use by several threads. */
public final class Law {
  /** The last day the packs look ahead to, as everywhere in Konbit. */
  public static final LocalDate LAST_DAY = LocalDate.of(2028, 12, 31);

  /**
   * A state whose law the packs hold.
   *
   * @param code as documents name it, such as {@code MA}
   * @param firstDay from when on its law and that of the United States are held
   */
  public record State(String code, String name, LocalDate firstDay) {
    /** That day, or the one nearest to it on which its law is held. */
    public LocalDate nearest(LocalDate day) {
      return day.isBefore(firstDay) ? firstDay : day.isAfter(LAST_DAY) ? LAST_DAY : day;
    }
  }

  /**
   * Words of a pack.
   *
   * @param text plain text; the template escapes it
   * @param language the language they are in, where it is not the reader's
   */
  public record Words(String text, Optional<String> language) {}

  private final RulePacks packs;
  private final Screener screener;
  private final List<State> states;
  private final Map<String, Set<String>> keys;
  private final Map<State, NavigableSet<LocalDate>> changeDays;

  /** The law of these packs; keeping it is cheaper than making it. */
  public Law(RulePacks packs) {
    this.packs = packs;
    this.screener = new Screener(packs);
    var latest =
        packs.places().stream()
            .filter(place -> place.state().isEmpty())
            .map(RulePacks.Place::coversFrom)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    this.states =
        packs.places().stream()
            .flatMap(place ->
                place.state().stream()
                    .map(code -> new State(code, place.name(), later(place.coversFrom(), latest))))
            .toList();
    this.keys =
        packs.messages().languages().stream()
            .collect(toUnmodifiableMap(tag -> tag, tag -> Set.copyOf(packs.messages().keys(tag))));
    this.changeDays = states.stream().collect(toUnmodifiableMap(state -> state, this::daysOf));
  }

  private NavigableSet<LocalDate> daysOf(State state) {
    return timeline().between(state.code(), state.firstDay(), LAST_DAY).stream()
        .map(LawChange::date)
        .collect(
            collectingAndThen(toCollection(TreeSet::new), Collections::unmodifiableNavigableSet));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The packs themselves. */
  public RulePacks packs() {
    return packs;
  }

  /** Applies them to households. */
  public Screener screener() {
    return screener;
  }

  /** Lays them out by immigration status. */
  public Matrices matrices() {
    return new Matrices(screener);
  }

  /** Lays their changes out by date. */
  public LawTimeline timeline() {
    return new LawTimeline(packs);
  }

  /** The days on which something changes in the law that a state's families live under. */
  public NavigableSet<LocalDate> changeDays(State state) {
    return changeDays.getOrDefault(state, Collections.emptyNavigableSet());
  }

  /** The ids of the programs a state's families can get, the best coverage first. */
  public List<String> programs(State state) {
    var ids = new LinkedHashSet<String>();
    packs.placeOfState(state.code()).ifPresent(place -> ids.addAll(place.ranking()));
    packs.programs().stream()
        .filter(program -> program.state().filter(state.code()::equals).isPresent())
        .map(Program::id)
        .forEach(ids::add);
    packs.programs().stream()
        .filter(program -> program.state().isEmpty())
        .map(Program::id)
        .forEach(ids::add);
    return List.copyOf(ids);
  }

  /** The states whose law they hold. */
  public List<State> states() {
    return states;
  }

  /**
   * What the packs say under a key, in English where the language has no words for it.
   *
   * @return empty if no pack says anything under it
   */
  public Optional<Words> find(String language, String key) {
    return packs
        .messages()
        .find(language, key)
        .map(text -> new Words(text, says(language, key) ? Optional.empty() : Optional.of("en")));
  }

  /**
   * The kinds of immigration status, each with its statuses, as the first question about status
   * tells them apart; one kind of all where no pack does.
   */
  public Map<String, List<String>> statusKinds() {
    return packs.places().stream()
        .flatMap(
            place -> Optional.ofNullable(place.coarse().get(Vocabulary.STATUS.name())).stream())
        .findFirst()
        .orElseGet(() -> Map.of("all", Vocabulary.STATUSES));
  }

  private boolean says(String language, String key) {
    return keys.getOrDefault(language, Set.of()).contains(key);
  }

  /** The name of a program. */
  public Words program(String language, String id) {
    return find(language, id + ".name").orElseGet(() -> new Words(id, Optional.of("en")));
  }
}
