package org.konbit.toolkit.content;

/** Whom a rule or a change touches. */
public enum Group implements Word {
  EVERYONE,
  UNDOCUMENTED,
  DACA,
  TPS,
  ASYLUM_APPLICANT,
  ASYLEE,
  REFUGEE,
  PAROLEE,
  SIV,
  CUBAN_HAITIAN_ENTRANT,
  COFA,
  LPR_UNDER_5Y,
  LPR_OVER_5Y,
  T_U_VAWA,
  WORK_STUDENT_VISA,
  PREGNANT,
  CHILD_UNDER_19,
  YOUNG_ADULT_19_26,
  OVER_65,
  MIXED_STATUS_FAMILY,
  ITIN_FILER,
  CITIZEN_FAMILY
}
