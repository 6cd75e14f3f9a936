package org.konbit.rules.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konbit.rules.pack.LawText;
import org.konbit.rules.pack.RulePacks;

/** Every dated change of law that the packs hold. */
public final class LawTimeline {
  // Conditions may turn on a date that is written out in them.
  private static final Pattern WRITTEN =
      Pattern.compile("as_of (<=|>=|<|>|==) date\\('(\\d{4}-\\d{2}-\\d{2})'\\)");

  private final RulePacks packs;

  public LawTimeline(RulePacks packs) {
    this.packs = packs;
  }

  /**
   * The changes from one day to another, both included, by date and then by id.
   *
   * @param state MA, CT …: federal changes and this state's; empty for all places
   */
  public List<LawChange> between(String state, LocalDate from, LocalDate to) {
    var changes = new ArrayList<LawChange>();
    byId(state).values().forEach(texts -> compare(texts, changes));
    changes.removeIf(change -> change.date().isBefore(from) || change.date().isAfter(to));
    changes.sort(
        Comparator.comparing(LawChange::date)
            .thenComparing(LawChange::id)
            .thenComparing(LawChange::before)
            .thenComparing(LawChange::after));
    return List.copyOf(changes);
  }

  private Map<String, List<LawText>> byId(String state) {
    var byId = new LinkedHashMap<String, List<LawText>>();
    for (LawText text : packs.lawTexts()) {
      var place = text.file().substring(0, text.file().indexOf('/'));
      if (state.isEmpty() || place.equals("us") || isOf(place, state)) {
        byId.computeIfAbsent(text.kind() + " " + text.id(), _ -> new ArrayList<>()).add(text);
      }
    }
    byId.values().forEach(texts -> texts.sort(Comparator.comparing(LawText::from)));
    return byId;
  }

  private boolean isOf(String place, String state) {
    return packs.placeOfState(state).filter(found -> found.id().equals(place)).isPresent();
  }

  private static void compare(List<LawText> texts, List<LawChange> changes) {
    Optional<LawText> before = Optional.empty();
    for (LawText text : texts) {
      var old = before.map(LawText::text).orElse("");
      if (!old.equals(text.text())) {
        changes.add(change(text, text.from(), old, text.text()));
      }
      written(text, changes);
      before = Optional.of(text);
    }
    // Texts follow one another without a gap, so only the last can end for good.
    before.ifPresent(last ->
        last.to().ifPresent(end -> changes.add(change(last, end.plusDays(1), last.text(), ""))));
  }

  private static void written(LawText text, List<LawChange> changes) {
    var found = WRITTEN.matcher(text.text());
    while (found.find()) {
      var day = LocalDate.parse(found.group(2));
      var test = found.group(1);
      boolean nextDay = test.equals("<=") || test.equals(">");
      boolean begins = test.startsWith(">");
      var clause = found.group();
      changes.add(
          change(
              text,
              nextDay ? day.plusDays(1) : day,
              clause + (begins ? " does not hold" : " holds"),
              clause + (begins ? " holds" : " does not hold")));
    }
  }

  private static LawChange change(LawText text, LocalDate date, String before, String after) {
    return new LawChange(
        date,
        text.kind(),
        text.id(),
        before,
        after,
        text.unit(),
        text.cite(),
        text.file(),
        text.line(),
        text.isUnverified());
  }
}
