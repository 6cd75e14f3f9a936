package org.konbit.rules.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/**
 * A status in one situation: with the dates, permits and history that the law asks about, so that
 * nothing stays unknown.
 */
record Situation(String status, String variant, Details details) {
  /** How the situation changes what is said of a member; {@code asOf} is the screening's date. */
  interface Details {
    Household of(Household household, int member, LocalDate asOf);

    default Details andThen(Details next) {
      return (household, member, asOf) -> next.of(of(household, member, asOf), member, asOf);
    }
  }

  // Who may not work has no number that is valid for it.
  private static final Set<String> NO_WORK =
      Set.of(
          "undocumented",
          "undisclosed",
          "u_pending",
          "t_pending",
          "vawa_pending",
          "sij_pending",
          "voluntary_departure",
          "stay_of_removal",
          "nonimmigrant",
          "other_application_pending");

  private static final Details PLAIN = (household, _, _) -> household;

  Household applyTo(Household household, int member) {
    var asOf = household.asOf();
    var known =
        household
            .with(Vocabulary.STATUS, member, Words.code(status))
            .with(Vocabulary.SINCE, member, asOf.minusYears(2).toEpochDay())
            .with(Vocabulary.FILED_ON, member, asOf.minusYears(2).toEpochDay())
            .with(Vocabulary.ENTERED_ON, member, asOf.minusYears(3).toEpochDay())
            .with(Vocabulary.NATIONALITY, member, Words.code("CO"))
            .with(Vocabulary.WORK_PERMIT, member, Values.NONE)
            .with(Vocabulary.FORMERLY, member, Values.NONE)
            .with(Vocabulary.FINAL_REMOVAL_ORDER, member, Values.FALSE)
            .with(Vocabulary.IN_PROCEEDINGS, member, Values.FALSE)
            .with(Vocabulary.VETERAN, member, Values.FALSE)
            .with(Vocabulary.WORK_QUARTERS, member, 0)
            .with(Vocabulary.PAROLED_ON, member, Values.NONE)
            .with(Vocabulary.PAROLED_UNTIL, member, Values.NONE)
            .with(Vocabulary.PETITION_APPROVED, member, Values.FALSE);
    boolean works = !NO_WORK.contains(status) && !variant.equals("no work permit");
    return details.of(
        known.with(Vocabulary.TAX_ID, member, Words.code(works ? "ssn" : "itin")), member, asOf);
  }

  /** Every status of the vocabulary, in its order, in each situation that the law tells apart. */
  static List<Situation> all() {
    var all = new ArrayList<Situation>();
    for (String status : Vocabulary.STATUSES) {
      all.addAll(of(status));
    }
    return all;
  }

  private static List<Situation> of(String status) {
    return switch (status) {
      case "lpr" ->
          List.of(
              new Situation(status, "under 5 years", PLAIN),
              new Situation(status, "5 years or more", years(6)),
              new Situation(
                  status,
                  "under 5 years, was a refugee",
                  (household, member, _) ->
                      household.with(Vocabulary.FORMERLY, member, Words.code("refugee"))));
      case "parolee" ->
          List.of(
              new Situation(status, "under a year", parole(6)),
              new Situation(status, "a year or more", parole(24)));
      case "asylum_pending" ->
          List.of(
              new Situation(status, "no work permit", filed(2)),
              new Situation(status, "work permit", filed(12).andThen(permit("c08"))));
      case "adjustment_pending" ->
          List.of(
              new Situation(status, "petition approved", approved()),
              new Situation(status, "no approved petition", PLAIN));
      default -> List.of(new Situation(status, "", details(status)));
    };
  }

  private static Details details(String status) {
    return switch (status) {
      case "cuban_haitian_entrant" ->
          (household, member, _) ->
              household.with(Vocabulary.NATIONALITY, member, Words.code("HT"));
      case "afghan_parolee" -> parole(LocalDate.of(2022, 3, 1));
      case "ukrainian_parolee" -> parole(LocalDate.of(2023, 5, 1));
      case "daca" -> permit("c33");
      case "tps" -> permit("a12");
      case "tps_pending" -> permit("c19");
      case "deferred_action" -> permit("c14");
      case "order_of_supervision" -> permit("c18");
      default -> PLAIN;
    };
  }

  private static Details years(int years) {
    return (household, member, asOf) ->
        household
            .with(Vocabulary.SINCE, member, asOf.minusYears(years).toEpochDay())
            .with(Vocabulary.ENTERED_ON, member, asOf.minusYears(years).toEpochDay());
  }

  // The parole began two months ago and is for that many months.
  private static Details parole(int months) {
    return (household, member, asOf) ->
        paroled(household, member, asOf.minusMonths(2), asOf.minusMonths(2).plusMonths(months));
  }

  // These paroles were given in certain years only.
  private static Details parole(LocalDate on) {
    return (household, member, asOf) -> paroled(household, member, on, asOf.plusMonths(6));
  }

  private static Household paroled(Household household, int member, LocalDate on, LocalDate until) {
    return household
        .with(Vocabulary.PAROLED_ON, member, on.toEpochDay())
        .with(Vocabulary.PAROLED_UNTIL, member, until.toEpochDay())
        .with(Vocabulary.SINCE, member, on.toEpochDay())
        .with(Vocabulary.ENTERED_ON, member, on.toEpochDay());
  }

  private static Details filed(int monthsAgo) {
    return (household, member, asOf) ->
        household.with(Vocabulary.FILED_ON, member, asOf.minusMonths(monthsAgo).toEpochDay());
  }

  private static Details permit(String category) {
    return (household, member, _) ->
        household.with(Vocabulary.WORK_PERMIT, member, Words.code(category));
  }

  private static Details approved() {
    return (household, member, _) ->
        household.with(Vocabulary.PETITION_APPROVED, member, Values.TRUE);
  }
}
