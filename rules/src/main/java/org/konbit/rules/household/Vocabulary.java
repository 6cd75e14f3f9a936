package org.konbit.rules.household;

import static org.konbit.rules.household.FactType.BOOL;
import static org.konbit.rules.household.FactType.CENTS;
import static org.konbit.rules.household.FactType.COUNT;
import static org.konbit.rules.household.FactType.DATE;
import static org.konbit.rules.household.FactType.ENROLLED;
import static org.konbit.rules.household.FactType.INCOME;
import static org.konbit.rules.household.FactType.MEMBER;
import static org.konbit.rules.household.FactType.MEMBERS;
import static org.konbit.rules.household.FactType.RELATIONSHIPS;
import static org.konbit.rules.household.FactType.WORD;
import static org.konbit.rules.household.FactType.WORDS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All facts a household document may state: the fixed ones and those that packs declare. */
public final class Vocabulary {
  /** Every immigration status a document may name, in the order of the published vocabulary. */
  public static final List<String> STATUSES =
      List.of(
          "citizen",
          "lpr",
          "refugee",
          "asylee",
          "withholding",
          "cat_withholding",
          "cat_deferral",
          "cuban_haitian_entrant",
          "cofa",
          "amerasian",
          "special_immigrant_visa",
          "afghan_parolee",
          "ukrainian_parolee",
          "parolee",
          "vawa",
          "vawa_pending",
          "trafficking_victim",
          "t_pending",
          "u_visa",
          "u_bona_fide",
          "u_pending",
          "tps",
          "tps_pending",
          "ded",
          "daca",
          "deferred_action",
          "sij_pending",
          "sij_approved",
          "asylum_pending",
          "adjustment_pending",
          "order_of_supervision",
          "stay_of_removal",
          "voluntary_departure",
          "nonimmigrant",
          "other_application_pending",
          "undocumented",
          "undisclosed");

  private static final Builder FIXED = new Builder();

  public static final Fact STATE = FIXED.ofHousehold("state", WORD, "MA", "CT");
  public static final Fact RELATIONSHIPS_KNOWN = FIXED.ofHousehold("relationships", RELATIONSHIPS);
  public static final Fact AGE = FIXED.fact("age", COUNT);
  public static final Fact BIRTH_DATE = FIXED.fact("birthDate", DATE);
  public static final Fact RESIDENT = FIXED.fact("resident", BOOL);
  public static final Fact PREGNANT = FIXED.fact("pregnant", BOOL);
  public static final Fact EXPECTED_BABIES = FIXED.fact("expectedBabies", COUNT);
  public static final Fact PREGNANCY_ENDED_ON = FIXED.fact("pregnancyEndedOn", DATE);
  public static final Fact DISABLED = FIXED.fact("disabled", BOOL);
  public static final Fact FORMER_FOSTER_CARE = FIXED.fact("formerFosterCare", BOOL);
  public static final Fact BORN_TO_MEMBER = FIXED.fact("bornToMember", BOOL);
  public static final Fact STATUS =
      FIXED.fact("immigration.status", WORD, STATUSES.toArray(String[]::new));
  public static final Fact SINCE = FIXED.fact("immigration.since", DATE);
  public static final Fact FILED_ON = FIXED.fact("immigration.filedOn", DATE);
  public static final Fact ENTERED_ON = FIXED.fact("immigration.enteredOn", DATE);
  public static final Fact NATIONALITY = FIXED.fact("immigration.nationality", WORD);
  public static final Fact WORK_PERMIT = FIXED.fact("immigration.workPermit", WORD);
  public static final Fact FORMERLY =
      FIXED.fact("immigration.formerly", WORD, STATUSES.toArray(String[]::new));
  public static final Fact FINAL_REMOVAL_ORDER = FIXED.fact("immigration.finalRemovalOrder", BOOL);
  public static final Fact IN_PROCEEDINGS = FIXED.fact("immigration.inProceedings", BOOL);
  public static final Fact VETERAN = FIXED.fact("immigration.veteran", BOOL);
  public static final Fact WORK_QUARTERS = FIXED.fact("immigration.workQuarters", COUNT);
  public static final Fact PAROLED_ON = FIXED.fact("immigration.paroledOn", DATE);
  public static final Fact PAROLED_UNTIL = FIXED.fact("immigration.paroledUntil", DATE);
  public static final Fact PETITION_APPROVED = FIXED.fact("immigration.petitionApproved", BOOL);
  public static final Fact FILES = FIXED.fact("tax.files", BOOL);
  public static final Fact JOINTLY_WITH = FIXED.fact("tax.jointlyWith", MEMBER);
  public static final Fact CLAIMS = FIXED.fact("tax.claims", MEMBERS);
  public static final Fact CLAIMED_BY = FIXED.fact("tax.claimedBy", MEMBER);
  public static final Fact TAX_ID = FIXED.fact("tax.taxId", WORD, "ssn", "itin", "none");
  public static final Fact INCOME_ENTRIES = FIXED.fact("income", INCOME);
  public static final Fact MEDICARE = FIXED.fact("insurance.medicare", WORDS, "A", "B");
  public static final Fact EMPLOYER_OFFER =
      FIXED.fact("insurance.employerOffer", WORD, "none", "affordable", "unaffordable");
  public static final Fact ENROLLED_IN = FIXED.fact("insurance.enrolled", ENROLLED);
  public static final Fact ASSETS = FIXED.fact("assets", CENTS);
  public static final Fact CONDITIONS =
      FIXED.fact("conditions", WORDS, "breast_cervical_cancer", "hiv", "medically_frail");

  private static final Vocabulary BASE = new Vocabulary(FIXED.facts);

  private final List<Fact> facts;
  private final Map<String, Fact> byPath = new LinkedHashMap<>();

  private Vocabulary(List<Fact> facts) {
    this.facts = List.copyOf(facts);
    facts.forEach(fact -> byPath.put(fact.path(), fact));
  }

  /** The fixed facts alone. */
  public static Vocabulary base() {
    return BASE;
  }

  /**
   * A further fact that a pack declares.
   *
   * @param path the document's name for it
   * @param name the conditions' name for it
   * @param assumed what holds while it is unanswered
   */
  public record Extra(String path, String name, FactType type, long assumed) {}

  /** This vocabulary and the given facts, in their order, after it. */
  public Vocabulary with(List<Extra> extras) {
    var all = new ArrayList<>(facts);
    for (Extra extra : extras) {
      all.add(
          new Fact(
              all.size(),
              extra.path(),
              extra.name(),
              extra.type(),
              List.of(),
              extra.assumed(),
              false));
    }
    return new Vocabulary(all);
  }

  public List<Fact> facts() {
    return facts;
  }

  public Optional<Fact> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static final class Builder {
    private final List<Fact> facts = new ArrayList<>();

    Fact fact(String path, FactType type, String... options) {
      return add(path, type, false, options);
    }

    Fact ofHousehold(String path, FactType type, String... options) {
      return add(path, type, true, options);
    }

    private Fact add(String path, FactType type, boolean ofHousehold, String... options) {
      var fact =
          new Fact(
              facts.size(),
              path,
              FactName.inConditions(path),
              type,
              List.of(options),
              Values.UNKNOWN,
              ofHousehold);
      facts.add(fact);
      return fact;
    }
  }
}
