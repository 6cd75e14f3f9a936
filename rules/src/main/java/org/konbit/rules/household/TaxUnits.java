package org.konbit.rules.household;

/**
 * The family by which the premium tax credit measures a member: whoever files a return, a joint
 * filer, and those they claim (26 USC 36B(d); 26 CFR 1.36B-1(d) and (e), as of 2026-01-01). Someone
 * who neither files nor is claimed has none: their sets are empty, their size and income {@link
 * Values#NONE}.
 */
public final class TaxUnits {
  private TaxUnits() {}

  /** Whether the member has one: files, or is claimed. */
  public static long exists(View view, int member) {
    var tax = new TaxAnswers(view);
    long claimer = tax.claimer(member);
    if (Values.isPresent(claimer) || tax.files(member) == Values.TRUE) {
      return Values.TRUE;
    }
    long filer = filer(view, tax, member);
    return filer == Values.UNKNOWN ? filer : Values.FALSE;
  }

  /** Whether somebody claims the member as a dependent. */
  public static long claimed(View view, int member) {
    long claimer = new TaxAnswers(view).claimer(member);
    if (claimer == Values.UNKNOWN) {
      view.missing(Vocabulary.CLAIMED_BY, member);
      return Values.UNKNOWN;
    }
    return Values.of(claimer != Values.NONE);
  }

  /** Whether the member files one return together with a spouse. */
  public static long filesJointly(View view, int member) {
    var tax = new TaxAnswers(view);
    return isJointKnown(view, tax, member)
        ? Values.of(tax.joint(member) != Values.NONE)
        : Values.UNKNOWN;
  }

  /** One bit, or two for a joint return. */
  public static long filers(View view, int member) {
    return filers(view, new TaxAnswers(view), member);
  }

  public static long dependents(View view, int member) {
    var tax = new TaxAnswers(view);
    long filer = filer(view, tax, member);
    if (!Values.isPresent(filer)) {
      return filer == Values.NONE ? 0 : Values.UNKNOWN;
    }
    long joint = tax.joint((int) filer);
    boolean isOpen = !isJointKnown(view, tax, (int) filer);
    long dependents = claims(view, tax, (int) filer);
    if (Values.isPresent(joint) && dependents != Values.UNKNOWN) {
      long theirs = claims(view, tax, (int) joint);
      dependents = theirs == Values.UNKNOWN ? Values.UNKNOWN : dependents | theirs;
    }
    return isOpen ? Values.UNKNOWN : dependents;
  }

  public static long members(View view, int member) {
    long filers = filers(view, member);
    long dependents = dependents(view, member);
    return filers == Values.UNKNOWN || dependents == Values.UNKNOWN
        ? Values.UNKNOWN
        : filers | dependents;
  }

  /** Whether two spouses file one return; false where nobody files. */
  public static long joint(View view, int member) {
    long filers = filers(view, member);
    return filers == Values.UNKNOWN ? filers : Values.of(Long.bitCount(filers) == 2);
  }

  /** Whether the member is the one of its filers who stands first in the document. */
  public static long firstFiler(View view, int member) {
    var tax = new TaxAnswers(view);
    if (Values.isPresent(tax.claimer(member))) {
      return Values.FALSE;
    }
    long filers = filers(view, tax, member);
    return filers == Values.UNKNOWN ? filers : Values.of(Long.lowestOneBit(filers) == 1L << member);
  }

  /** How many people; expected babies do not count here. */
  public static long size(View view, int member) {
    long members = members(view, member);
    if (members == Values.UNKNOWN) {
      return members;
    }
    return members == 0 ? Values.NONE : Long.bitCount(members);
  }

  /** In cents: what counts of the filers' income, and of that of dependents who must file. */
  public static long yearlyIncome(View view, int member) {
    long filers = filers(view, member);
    long dependents = dependents(view, member);
    if (filers == Values.UNKNOWN || dependents == Values.UNKNOWN) {
      return Values.UNKNOWN;
    }
    if (filers == 0) {
      return Values.NONE;
    }
    return CountableIncome.together(view, filers | dependents, filers, CountableIncome::yearly);
  }

  private static long filers(View view, TaxAnswers tax, int member) {
    long filer = filer(view, tax, member);
    if (!Values.isPresent(filer)) {
      return filer == Values.NONE ? 0 : Values.UNKNOWN;
    }
    if (!isJointKnown(view, tax, (int) filer)) {
      return Values.UNKNOWN;
    }
    long joint = tax.joint((int) filer);
    return 1L << filer | (Values.isPresent(joint) ? 1L << joint : 0);
  }

  /** Whoever claims the member, else the member who files, else none. */
  private static long filer(View view, TaxAnswers tax, int member) {
    long claimer = tax.claimer(member);
    if (Values.isPresent(claimer)) {
      return claimer;
    }
    long files = tax.files(member);
    if (files == Values.UNKNOWN) {
      view.missing(Vocabulary.FILES, member);
    }
    if (claimer == Values.UNKNOWN) {
      view.missing(Vocabulary.CLAIMED_BY, member);
    }
    if (claimer == Values.UNKNOWN || files == Values.UNKNOWN) {
      return Values.UNKNOWN;
    }
    return files == Values.TRUE ? member : Values.NONE;
  }

  private static boolean isJointKnown(View view, TaxAnswers tax, int filer) {
    if (tax.joint(filer) != Values.UNKNOWN) {
      return true;
    }
    view.missing(Vocabulary.JOINTLY_WITH, filer);
    if (!Relatives.areKnown(view)) {
      view.missing(Vocabulary.RELATIONSHIPS_KNOWN, 0);
    }
    return false;
  }

  private static long claims(View view, TaxAnswers tax, int filer) {
    if (tax.areClaimsKnown(filer)) {
      return tax.claims(filer, true);
    }
    view.missing(Vocabulary.CLAIMS, filer);
    return Values.UNKNOWN;
  }
}
