package org.konbit.simulation.microdata;

/**
 * A person as the survey tells them.
 *
 * @param age completed years, 0 to 99
 * @param citizenship 1 to 5 as in the column CIT
 * @param entered the year of entry, or 0 for somebody born in the country
 * @param birthplace as in the column POBP
 * @param relationship 20 to 38 as in the column RELSHIPP
 * @param subfamily 0 for none
 * @param role in the subfamily, 0 to 6 as in the column SFR
 * @param coverage a bit for each source of health insurance
 * @param gaveBirth within the last twelve months
 * @param military 0 to 4 as in the column MIL
 * @param worker 0 to 9 as in the column COW
 * @param english 0 to 4 as in the column ENG
 * @param schooling 0 to 24 as in the column SCHL
 */
public record Person(
    int age,
    boolean isFemale,
    int citizenship,
    int entered,
    int birthplace,
    int relationship,
    int subfamily,
    int role,
    int coverage,
    boolean isDisabled,
    boolean isInSchool,
    boolean gaveBirth,
    int military,
    int worker,
    int english,
    int schooling,
    Incomes incomes) {
  /** A source of health insurance; the first seven are the columns HINS1 to HINS7. */
  public enum Coverage {
    EMPLOYER(1),
    DIRECT(2),
    MEDICARE(4),
    MEDICAID(8),
    TRICARE(16),
    VETERANS(32),
    INDIAN_HEALTH(64),
    /** A directly bought plan with a subsidy, the column HIMRKS. */
    SUBSIDISED(128);

    private final int bit;

    Coverage(int bit) {
      this.bit = bit;
    }

    public int bit() {
      return bit;
    }
  }

  public boolean has(Coverage source) {
    return (coverage & source.bit()) != 0;
  }

  public boolean isForeignBorn() {
    return citizenship >= 4;
  }

  public boolean isNoncitizen() {
    return isNoncitizen(citizenship);
  }

  /** Whether this citizenship is none. */
  public static boolean isNoncitizen(int citizenship) {
    return citizenship == 5;
  }

  /** Without any insurance; the Indian Health Service alone is none. */
  public boolean isUninsured() {
    return isUninsured(coverage);
  }

  /** Whether these sources of insurance are none. */
  public static boolean isUninsured(int coverage) {
    return (coverage & ~Coverage.INDIAN_HEALTH.bit()) == 0;
  }
}
