package org.konbit.toolkit.web;

import java.util.Arrays;
import java.util.List;
import org.konbit.rules.overview.Matrix;
import org.konbit.toolkit.content.Group;

/** Which statuses of the rule packs a group of content stands for. */
final class LawGroups {
  private LawGroups() {}

  /** The groups that the packs can answer for: those told apart by status. */
  static List<Group> all() {
    return Arrays.stream(Group.values()).filter(group -> !statuses(group).isEmpty()).toList();
  }

  /** Whether a row of the tables of the law is about people of a group. */
  static boolean isOf(Group group, Matrix.Row row) {
    return statuses(group).contains(row.status()) && isOfLength(group, row.variant());
  }

  private static boolean isOfLength(Group group, String variant) {
    return switch (group) {
      case LPR_UNDER_5Y -> variant.startsWith("under 5 years");
      case LPR_OVER_5Y -> variant.startsWith("5 years");
      default -> true;
    };
  }

  private static List<String> statuses(Group group) {
    return switch (group) {
      case UNDOCUMENTED -> List.of("undocumented");
      case DACA -> List.of("daca");
      case TPS -> List.of("tps", "tps_pending");
      case ASYLUM_APPLICANT -> List.of("asylum_pending");
      case ASYLEE -> List.of("asylee");
      case REFUGEE -> List.of("refugee");
      case PAROLEE -> List.of("parolee", "afghan_parolee", "ukrainian_parolee");
      case SIV -> List.of("special_immigrant_visa");
      case CUBAN_HAITIAN_ENTRANT -> List.of("cuban_haitian_entrant");
      case COFA -> List.of("cofa");
      case LPR_UNDER_5Y, LPR_OVER_5Y -> List.of("lpr");
      case T_U_VAWA -> List.of("trafficking_victim", "u_visa", "vawa");
      case WORK_STUDENT_VISA -> List.of("nonimmigrant");
      case CITIZEN_FAMILY -> List.of("citizen");
      case EVERYONE,
          PREGNANT,
          CHILD_UNDER_19,
          YOUNG_ADULT_19_26,
          OVER_65,
          MIXED_STATUS_FAMILY,
          ITIN_FILER ->
          List.of();
    };
  }
}
