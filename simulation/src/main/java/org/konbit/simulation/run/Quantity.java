package org.konbit.simulation.run;

/** What a simulation counts. People and dollars a year, in the long run unless a year is chosen. */
public enum Quantity {
  PEOPLE("people"),
  UNINSURED("uninsured before"),
  REPORTS_MEDICAID("report Medicaid"),
  ENTITLED_BEFORE("entitled to coverage before"),
  ENTITLED_AFTER("entitled to coverage after"),
  NEWLY_ELIGIBLE("newly eligible"),
  NEWLY_ELIGIBLE_UNINSURED("newly eligible and uninsured"),
  NEWLY_ENROLLED("newly enrolled"),
  NEWLY_INSURED("newly insured"),
  COST("cost"),
  STATE_COST("cost to the state"),
  HOSPITAL("hospital care no longer unpaid"),
  LOSES("lose entitlement"),
  DISENROLLED("lose coverage they have"),
  SAVED("spending saved on them"),
  CREDIT_GAINERS("tax returns that gain credit"),
  CREDIT("tax credit gained"),
  CREDIT_LOSERS("tax returns that lose credit"),
  STATE_CHILDREN("children in State HUSKY before"),
  STATE_CHILDREN_COST("cost of State HUSKY for children before"),
  UNDECIDED("not decided by the law");

  private final String label;

  Quantity(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether it is dollars a year rather than people. */
  public boolean isDollars() {
    return switch (this) {
      case COST, STATE_COST, HOSPITAL, SAVED, CREDIT, STATE_CHILDREN_COST -> true;
      default -> false;
    };
  }

  /** Its place among all, which no result outlives. */
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }
}
