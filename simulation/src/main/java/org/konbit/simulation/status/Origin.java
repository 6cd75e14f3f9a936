package org.konbit.simulation.status;

import java.util.Map;
import java.util.Set;

/** What a birthplace of the survey (column POBP) says about a person's nationality and region. */
public final class Origin {
  static final int CUBA = 327;
  private static final String OTHER = "ZZ";
  private static final Map<Integer, String> NATIONALITIES =
      Map.ofEntries(
          Map.entry(128, "PL"),
          Map.entry(129, "PT"),
          Map.entry(164, "UA"),
          Map.entry(200, "AF"),
          Map.entry(207, "CN"),
          Map.entry(210, "IN"),
          Map.entry(239, "SY"),
          Map.entry(247, "VN"),
          Map.entry(303, "MX"),
          Map.entry(312, "SV"),
          Map.entry(313, "GT"),
          Map.entry(314, "HN"),
          Map.entry(CUBA, "CU"),
          Map.entry(329, "DO"),
          Map.entry(332, "HT"),
          Map.entry(333, "JM"),
          Map.entry(362, "BR"),
          Map.entry(364, "CO"),
          Map.entry(365, "EC"),
          Map.entry(370, "PE"),
          Map.entry(373, "VE"),
          Map.entry(408, "CV"));
  private static final Map<Integer, String> NAMES =
      Map.of(
          200,
          "afghanistan",
          239,
          "syria",
          164,
          "ukraine",
          CUBA,
          "cuba",
          312,
          "el_salvador",
          314,
          "honduras",
          332,
          "haiti",
          373,
          "venezuela");

  private Origin() {}

  /** Two letters of the nationality; {@code ZZ} for one that no rule asks about. */
  public static String nationality(int birthplace) {
    return NATIONALITIES.getOrDefault(birthplace, OTHER);
  }

  /** The names by which the table of statuses may mean somebody born there. */
  static Set<String> names(int birthplace) {
    var region = region(birthplace);
    var own = NAMES.get(birthplace);
    return own == null ? Set.of("any", region) : Set.of("any", region, own);
  }

  /** One of seven regions of the world. */
  public static String region(int birthplace) {
    if (birthplace >= 100 && birthplace < 200) {
      return "europe";
    }
    if (birthplace >= 200 && birthplace < 300) {
      return "asia";
    }
    if (birthplace == 303 || (birthplace >= 310 && birthplace <= 316)) {
      return "mexico_central_america";
    }
    if (birthplace >= 321 && birthplace < 360) {
      return "caribbean";
    }
    if (birthplace >= 360 && birthplace < 400) {
      return "south_america";
    }
    return birthplace >= 400 && birthplace < 500 ? "africa" : "elsewhere";
  }
}
