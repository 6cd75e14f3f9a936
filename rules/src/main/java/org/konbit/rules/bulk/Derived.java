package org.konbit.rules.bulk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something a kernel derives for every person: the bulk form of one registered derivation.
 *
 * @param of which kind of income, or which program; else empty
 */
record Derived(Kind kind, String of) {

  /** What a derivation rests on: answers, or figures of the law's own. */
  enum Need {
    KIN,
    TAX,
    AGE,
    BABIES,
    INCOME,
    /** What {@link Law} holds; small packs state none of it, and need none for their own rules. */
    FIGURES
  }

  /** The derivations by the names conditions use. */
  enum Kind {
    CHILDREN("children", Need.KIN),
    IN_CARE("in_care", Need.KIN),
    PARENTS("parents", Need.KIN),
    SPOUSES("spouses", Need.KIN),
    PARTNERS("partners", Need.KIN),
    SIBLINGS("siblings", Need.KIN),
    EVERYONE("household.members"),
    CLAIMED("tax.claimed", Need.TAX),
    JOINT("tax.joint", Need.TAX),
    MAGI_MEMBERS("magi.members", Need.KIN, Need.TAX, Need.AGE, Need.FIGURES),
    MAGI_SIZE("magi.household_size", Need.KIN, Need.TAX, Need.AGE, Need.BABIES, Need.FIGURES),
    MAGI_INCOME("magi.monthly_income", Need.KIN, Need.TAX, Need.AGE, Need.INCOME, Need.FIGURES),
    DISABLED_MEMBERS("disabled_household.members", Need.KIN, Need.AGE),
    DISABLED_SIZE("disabled_household.size", Need.KIN, Need.AGE, Need.BABIES, Need.FIGURES),
    DISABLED_INCOME("disabled_household.monthly_income", Need.KIN, Need.AGE, Need.INCOME),
    FILERS("tax_unit.filers", Need.TAX),
    DEPENDENTS("tax_unit.dependents", Need.TAX),
    UNIT("tax_unit.members", Need.TAX),
    FIRST_FILER("tax_unit.first_filer", Need.TAX),
    UNIT_INCOME("tax_unit.yearly_income", Need.TAX, Need.INCOME, Need.FIGURES),
    /** Income of one kind, as a rate. */
    MONTHLY("", Need.INCOME),
    /** Income of one kind, in cents a year. */
    YEARLY("", Need.INCOME),
    /** Whether enrolled in a program. */
    ENROLLED(""),
    /** Since when enrolled in a program: as an {@code int} column holds it. */
    SINCE("");

    private static final Map<String, Kind> BY_NAME =
        Arrays.stream(values())
            .filter(kind -> !kind.name.isEmpty())
            .collect(Collectors.toUnmodifiableMap(kind -> kind.name, kind -> kind));

    private final String name;
    private final int needs;

    Kind(String name, Need... needs) {
      this.name = name;
      int bits = 0;
      for (Need need : needs) {
        bits |= bit(need);
      }
      this.needs = bits;
    }

    /** A bit for each {@link Need}. */
    int needs() {
      return needs;
    }

    static Optional<Kind> named(String name) {
      return Optional.ofNullable(BY_NAME.get(name));
    }
  }

  /** Whether it names all members of the household. */
  static boolean isEveryone(Node node) {
    return node.what() instanceof Derived derived && derived.kind() == Kind.EVERYONE;
  }

  static Derived of(Kind kind) {
    return new Derived(kind, "");
  }

  static int bit(Need need) {
    return 1 << Population.place(need);
  }
}
