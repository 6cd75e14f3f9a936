package org.konbit.simulation.status;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Draw;
import org.konbit.simulation.microdata.Person;

/** Draws the dates and papers that go with a status, as far as rules ask for them. */
final class Circumstances {
  private static final int FIVE_YEARS = 5 * 365;
  private static final Set<String> PAROLEES =
      Set.of("parolee", "afghan_parolee", "ukrainian_parolee");
  private static final int NEWLY = 10;
  private static final int NEWLY_WHEN = 11;
  private static final int PERMIT = 12;
  private static final int FILED = 13;

  private final Assumptions assumptions;
  private final LocalDate day;
  private final String state;
  private final Person who;
  private final long key;

  Circumstances(Assumptions assumptions, LocalDate day, String state, Person who, long key) {
    this.assumptions = assumptions;
    this.day = day;
    this.state = state;
    this.who = who;
    this.key = key;
  }

  /** A status, and on which side of the residual it stands. */
  record Kind(String status, boolean isWithout) {}

  Immigration of(Kind kind) {
    var entered = entered();
    boolean isParolee = PAROLEES.contains(kind.status());
    return new Immigration(
        kind.status(),
        kind.isWithout(),
        entered,
        since(kind.status(), entered),
        kind.status().endsWith("_pending") ? Optional.of(filedOn(entered)) : Optional.empty(),
        workPermit(kind.status()),
        isParolee ? Optional.of(entered) : Optional.empty(),
        // A parole that was granted for two years and, where it ran out, prolonged to today.
        isParolee ? Optional.of(later(entered.plusYears(2), day)) : Optional.empty(),
        Origin.nationality(who.birthplace()));
  }

  private LocalDate entered() {
    var middle = LocalDate.of(Math.max(1900, who.entered()), 7, 1);
    return middle.isBefore(day) ? middle : day;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  // Some permanent residents came long ago and got the status lately: their five years still run.
  private LocalDate since(String status, LocalDate entered) {
    double newly = assumptions.value("newly_lawful_within_5_years", state, who.age(), day);
    boolean isLately = status.equals("lpr") && Draw.uniform(key, NEWLY) < newly;
    var lately = day.minusDays(Draw.below(key, NEWLY_WHEN, FIVE_YEARS));
    return isLately ? later(entered, lately) : entered;
  }

  private LocalDate filedOn(LocalDate entered) {
    long days = Math.max(1, day.toEpochDay() - entered.toEpochDay());
    return entered.plusDays((long) (Draw.uniform(key, FILED) * Math.min(days, 365)));
  }

  private Optional<String> workPermit(String status) {
    return switch (status) {
      case "daca" -> Optional.of("c33");
      case "tps" -> Optional.of("a12");
      case "asylum_pending" -> {
        boolean has =
            who.age() >= 14
                && Draw.uniform(key, PERMIT)
                    < assumptions.value("work_permit_pending", state, who.age(), day);
        yield has ? Optional.of("c08") : Optional.empty();
      }
      case "adjustment_pending" -> Optional.of("c09");
      case "parolee", "afghan_parolee", "ukrainian_parolee" -> Optional.of("c11");
      default -> Optional.empty();
    };
  }
}
