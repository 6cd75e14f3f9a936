package org.konbit.toolkit.content;

/** The programs that content speaks of. */
public enum Programme implements Word {
  MASSHEALTH,
  MASSHEALTH_LIMITED,
  HEALTH_SAFETY_NET,
  CMSP,
  CONNECTORCARE,
  HUSKY_A,
  HUSKY_B,
  HUSKY_D,
  HUSKY_STATE_FUNDED,
  ACCESS_HEALTH_CT,
  MEDICARE,
  EMERGENCY_MEDICAID,
  CHC,
  SNAP,
  WIC,
  TAFDC_TFA,
  EAEDC,
  HEAD_START,
  HOUSING,
  TAX_CREDIT,
  SCHOOL,
  WORK_PERMIT,
  LEGAL_AID
}
