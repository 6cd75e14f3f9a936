package org.konbit.screening.web;

import org.konbit.rules.program.Program;
import org.konbit.screening.Law;

/** What a cell's coverage is worth, as a shape that stands beside its words. */
public enum Mark {
  WHOLE,
  PLAN,
  PARTIAL,
  EMERGENCY,
  CARE,
  YES,
  NONE,
  OPEN;

  /** The shape's name in the stylesheet, which also ends its message key. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The shape of a best coverage: a program id, {@code none} or {@code unknown}. */
  public static Mark of(Law law, String best) {
    return switch (best) {
      case "none" -> NONE;
      case "unknown" -> OPEN;
      default -> law.packs().program(best).map(Mark::of).orElse(OPEN);
    };
  }

  private static Mark of(Program program) {
    return switch (program.kind()) {
      case "coverage" -> WHOLE;
      case "marketplace", "savings" -> PLAN;
      case "partial" -> PARTIAL;
      case "emergency" -> EMERGENCY;
      default -> CARE;
    };
  }
}
