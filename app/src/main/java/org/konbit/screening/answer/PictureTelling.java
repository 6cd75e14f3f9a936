package org.konbit.screening.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;

/** Draws a family's best coverage over time. */
final class PictureTelling {
  private static final int NAME_LINE = 22;
  private static final int BAR = 14;
  private static final int PERSON_LINE = 26;
  private static final int GAP = 22;
  private static final int AXIS = 34;
  private static final int MONTHS_BEYOND = 6;
  private static final int LEAST_MONTHS = 12;
  // The narrowest phone, and how wide a letter of the names is on it.
  private static final int NARROWEST = 300;
  private static final double LETTER = 7.6;

  private final RuleWords words;
  private final MemberLabels labels;
  private final OpenTelling open;
  private final Law law;

  PictureTelling(RuleWords words, MemberLabels labels, OpenTelling open, Law law) {
    this.words = words;
    this.labels = labels;
    this.open = open;
    this.law = law;
  }

  Picture drawn(List<CoverageSpans> family, LocalDate first) {
    var axis = new Axis(first, end(family, first), isRightToLeft());
    var rows = new ArrayList<Picture.Row>();
    int top = 0;
    for (CoverageSpans one : family) {
      rows.add(row(one, axis, top));
      top += PERSON_LINE + BAR + one.spans().size() * NAME_LINE + GAP;
    }
    return new Picture(
        words.t().localize("screening.answer.picture", words.date(first), words.date(axis.last())),
        top + AXIS,
        rows,
        years(axis),
        family.stream().flatMap(one -> spans(one).stream()).toList());
  }

  private boolean isRightToLeft() {
    return words.t().language().direction().equals("rtl");
  }

  private static LocalDate end(List<CoverageSpans> family, LocalDate first) {
    var last =
        family.stream()
            .map(one -> one.spans().getLast().from())
            .max(LocalDate::compareTo)
            .orElse(first)
            .plusMonths(MONTHS_BEYOND);
    var least = first.plusMonths(LEAST_MONTHS);
    return last.isAfter(least) ? last : least;
  }

  private Picture.Row row(CoverageSpans one, Axis axis, int top) {
    var bars = new ArrayList<Picture.Bar>();
    var names = new ArrayList<Picture.Name>();
    int bar = top + PERSON_LINE;
    for (int i = 0; i < one.spans().size(); i++) {
      var span = one.spans().get(i);
      var next = i + 1 < one.spans().size() ? one.spans().get(i + 1).from() : axis.last();
      bars.add(
          new Picture.Bar(
              axis.left(span.from(), next),
              axis.width(span.from(), next),
              bar,
              Mark.of(law, span.best())));
      names.add(name(span, axis, bar + BAR, (i + 1) * NAME_LINE));
    }
    return new Picture.Row(
        labels.of(one.standing().member().id()).heading(), top + PERSON_LINE - 8, bars, names);
  }

  private Picture.Name name(CoverageSpans.Span span, Axis axis, int under, int down) {
    boolean isProgram = law.packs().program(span.best()).isPresent();
    var text = isProgram ? words.brief(span.best()) : open.best(span.best()).text();
    var language = isProgram ? words.program(span.best()).language() : Optional.<String>empty();
    boolean fits = axis.share(span.from()) * NARROWEST + width(text) <= NARROWEST;
    return new Picture.Name(
        text,
        language,
        fits ? axis.at(span.from()) : axis.at(axis.last()),
        !fits,
        under + down - 5,
        axis.at(span.from()),
        under);
  }

  // A letter of Chinese takes the room of two.
  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c >= 0x2e80 ? 2 * LETTER : LETTER).sum();
  }

  private static List<Picture.Year> years(Axis axis) {
    var years = new ArrayList<Picture.Year>();
    for (int year = axis.first().getYear() + 1; year <= axis.last().getYear(); year++) {
      years.add(new Picture.Year(Integer.toString(year), axis.at(LocalDate.of(year, 1, 1))));
    }
    return years;
  }

  private List<Picture.Span> spans(CoverageSpans one) {
    var rows = new ArrayList<Picture.Span>();
    for (int i = 0; i < one.spans().size(); i++) {
      var span = one.spans().get(i);
      boolean isLast = i + 1 == one.spans().size();
      rows.add(
          new Picture.Span(
              labels.of(one.standing().member().id()).heading(),
              Mark.of(law, span.best()),
              open.best(span.best()),
              words.date(span.from()),
              isLast ? "" : words.date(one.spans().get(i + 1).from().minusDays(1))));
    }
    return rows;
  }

  /** Days as shares of the width, from the side where reading begins. */
  private record Axis(LocalDate first, LocalDate last, boolean isRightToLeft) {
    double share(LocalDate day) {
      return (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    }

    String at(LocalDate day) {
      return percent(isRightToLeft ? 1 - share(day) : share(day));
    }

    String left(LocalDate from, LocalDate to) {
      return percent(isRightToLeft ? 1 - share(to) : share(from));
    }

    String width(LocalDate from, LocalDate to) {
      return percent(share(to) - share(from));
    }

    private static String percent(double share) {
      return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
  }
}
