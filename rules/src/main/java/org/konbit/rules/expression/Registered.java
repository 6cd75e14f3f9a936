package org.konbit.rules.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.konbit.rules.household.DisabledHouseholds;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.MagiHouseholds;
import org.konbit.rules.household.OwnIncome;
import org.konbit.rules.household.Relatives;
import org.konbit.rules.household.TaxUnits;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.View;
import org.konbit.rules.household.Vocabulary;

/**
 * The derivations that are algorithms and so are written in Java, each with its citation where it
 * stands: who counts in a household, whose income, who is related to whom.
 */
public final class Registered extends Attribute {
  /** What is derived for one member. */
  @FunctionalInterface
  public interface Derivation {
    long of(View view, int member);
  }

  /** What a derivation looks at beside relationships, taxes and ages, which any may. */
  private record Subject(Set<Fact> own) {
    private static final Subject FAMILY = new Subject(Set.of());
    private static final Subject BABIES =
        new Subject(Set.of(Vocabulary.PREGNANT, Vocabulary.EXPECTED_BABIES));
    private static final Subject INCOME = new Subject(Set.of(Vocabulary.INCOME_ENTRIES));
    private static final Subject INSURANCE =
        new Subject(Set.of(Vocabulary.MEDICARE, Vocabulary.ENROLLED_IN));
    private static final Set<Fact> SHARED =
        Set.of(
            Vocabulary.AGE,
            Vocabulary.BIRTH_DATE,
            Vocabulary.RELATIONSHIPS_KNOWN,
            Vocabulary.FILES,
            Vocabulary.JOINTLY_WITH,
            Vocabulary.CLAIMS,
            Vocabulary.CLAIMED_BY);

    boolean holds(Fact fact) {
      return own.contains(fact) || SHARED.contains(fact);
    }
  }

  private final Subject subject;
  private final Derivation derivation;

  private Registered(
      int index, String name, Kind kind, Unit unit, Subject subject, Derivation derivation) {
    super(index, name, kind, unit);
    this.subject = subject;
    this.derivation = derivation;
  }

  @Override
  public boolean reads(Fact fact) {
    return subject.holds(fact);
  }

  @Override
  protected long compute(Frame frame, int member) {
    return derivation.of(frame, member);
  }

  /** The document's facts and everything registered, the first attributes of any set of packs. */
  public static List<Attribute> all(Vocabulary vocabulary) {
    var builder = new Builder();
    builder.facts(vocabulary);
    builder.relatives();
    builder.households();
    builder.taxUnits();
    builder.income();
    return builder.attributes;
  }

  private static final class Builder {
    private final List<Attribute> attributes = new ArrayList<>();

    private Attribute add(
        String name, Kind kind, Unit unit, Subject subject, Derivation derivation) {
      var made = new Registered(attributes.size(), name, kind, unit, subject, derivation);
      attributes.add(made);
      return made;
    }

    private void family(String name, Kind kind, Unit unit, Derivation derivation) {
      add(name, kind, unit, Subject.FAMILY, derivation);
    }

    void facts(Vocabulary vocabulary) {
      attributes.add(new Today(attributes.size()));
      attributes.add(new Age(attributes.size()));
      for (Fact fact : vocabulary.facts()) {
        boolean plain =
            switch (fact.type()) {
              case MEMBER, MEMBERS, INCOME, RELATIONSHIPS -> false;
              default -> !fact.equals(Vocabulary.AGE);
            };
        if (plain) {
          var name = (fact.isAssumed() ? "facts." : "") + fact.name();
          attributes.add(new FactAttribute(attributes.size(), name, fact));
        }
      }
      family("tax.claimed", Kind.BOOL, Unit.PLAIN, TaxUnits::claimed);
      family("tax.joint", Kind.BOOL, Unit.PLAIN, TaxUnits::filesJointly);
      add(
          "insurance.has_other",
          Kind.BOOL,
          Unit.PLAIN,
          Subject.INSURANCE,
          Registered::hasOtherInsurance);
    }

    void relatives() {
      family("children", Kind.MEMBERS, Unit.PEOPLE, Relatives::children);
      family("in_care", Kind.MEMBERS, Unit.PEOPLE, Relatives::inCare);
      family("parents", Kind.MEMBERS, Unit.PEOPLE, Relatives::parents);
      family("spouses", Kind.MEMBERS, Unit.PEOPLE, Relatives::spouses);
      family("partners", Kind.MEMBERS, Unit.PEOPLE, Relatives::partners);
      family("siblings", Kind.MEMBERS, Unit.PEOPLE, Relatives::siblings);
      family(
          "household.members",
          Kind.MEMBERS,
          Unit.PEOPLE,
          (view, _) -> Calls.everyone(view.household()));
    }

    void households() {
      var members =
          add("magi.members", Kind.MEMBERS, Unit.PEOPLE, Subject.FAMILY, MagiHouseholds::members);
      add(
          "magi.household_size",
          Kind.INT,
          Unit.PEOPLE,
          Subject.BABIES,
          (view, m) -> ofMembers(view, members, m, MagiHouseholds::size));
      add(
          "magi.monthly_income",
          Kind.INT,
          Unit.RATE,
          Subject.INCOME,
          (view, m) -> ofMembers(view, members, m, MagiHouseholds::monthlyIncome));
      family("disabled_household.members", Kind.MEMBERS, Unit.PEOPLE, DisabledHouseholds::members);
      add(
          "disabled_household.size",
          Kind.INT,
          Unit.PEOPLE,
          Subject.BABIES,
          DisabledHouseholds::size);
      add(
          "disabled_household.monthly_income",
          Kind.INT,
          Unit.RATE,
          Subject.INCOME,
          DisabledHouseholds::monthlyIncome);
    }

    void taxUnits() {
      family("tax_unit.exists", Kind.BOOL, Unit.PLAIN, TaxUnits::exists);
      family("tax_unit.filers", Kind.MEMBERS, Unit.PEOPLE, TaxUnits::filers);
      family("tax_unit.dependents", Kind.MEMBERS, Unit.PEOPLE, TaxUnits::dependents);
      family("tax_unit.members", Kind.MEMBERS, Unit.PEOPLE, TaxUnits::members);
      family("tax_unit.joint", Kind.BOOL, Unit.PLAIN, TaxUnits::joint);
      family("tax_unit.first_filer", Kind.BOOL, Unit.PLAIN, TaxUnits::firstFiler);
      family("tax_unit.size", Kind.INT, Unit.PEOPLE, TaxUnits::size);
      add("tax_unit.yearly_income", Kind.INT, Unit.CENTS, Subject.INCOME, TaxUnits::yearlyIncome);
    }

    void income() {
      for (IncomeKind kind : IncomeKind.values()) {
        add(
            "income." + kind.word(),
            Kind.INT,
            Unit.RATE,
            Subject.INCOME,
            (view, m) -> OwnIncome.monthly(view, m, kind));
        add(
            "income_yearly." + kind.word(),
            Kind.INT,
            Unit.CENTS,
            Subject.INCOME,
            (view, m) -> OwnIncome.yearly(view, m, kind));
      }
    }
  }

  /** What follows from a set of members. */
  private interface OfMembers {
    long of(View view, int member, long members);
  }

  private static long ofMembers(View view, Attribute members, int member, OfMembers derivation) {
    long set = ((Frame) view).value(members, member);
    return set == Values.UNKNOWN ? Values.UNKNOWN : derivation.of(view, member, set);
  }

  // Insurance these packs know nothing of, or Medicare; their own programs do not count against
  // anyone.
  private static long hasOtherInsurance(View view, int member) {
    for (var enrollment : view.household().enrolled(member)) {
      if (enrollment.program().equals("other")) {
        return Values.TRUE;
      }
    }
    if (!view.household().words(Vocabulary.MEDICARE, member).isEmpty()) {
      return Values.TRUE;
    }
    long enrolled = ((Frame) view).ask(Vocabulary.ENROLLED_IN, member);
    long medicare = ((Frame) view).ask(Vocabulary.MEDICARE, member);
    boolean unknown = enrolled == Values.UNKNOWN || medicare == Values.UNKNOWN;
    return unknown ? Values.UNKNOWN : Values.FALSE;
  }
}
