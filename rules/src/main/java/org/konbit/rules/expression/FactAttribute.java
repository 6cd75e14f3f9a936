package org.konbit.rules.expression;

import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;

/** A fact of the document, read as it stands. */
public final class FactAttribute extends Attribute {
  private final Fact fact;

  /**
   * @param name as conditions write it, which for a pack's own fact begins with {@code facts.}
   */
  public FactAttribute(int index, String name, Fact fact) {
    super(index, name, kind(fact.type()), fact.type() == FactType.CENTS ? Unit.CENTS : Unit.PLAIN);
    this.fact = fact;
  }

  public Fact fact() {
    return fact;
  }

  private static Kind kind(FactType type) {
    return switch (type) {
      case BOOL -> Kind.BOOL;
      case COUNT, CENTS -> Kind.INT;
      case DATE -> Kind.DATE;
      case WORD -> Kind.WORD;
      case WORDS, ENROLLED -> Kind.WORDS;
      case MEMBER, MEMBERS, INCOME, RELATIONSHIPS ->
          throw new IllegalArgumentException("(%s) is read through derivations.".formatted(type));
    };
  }

  @Override
  public boolean reads(Fact other) {
    return fact.equals(other);
  }

  // One look into an array is cheaper than remembering it.
  @Override
  protected boolean isRemembered() {
    return false;
  }

  @Override
  protected long compute(Frame frame, int member) {
    return frame.ask(fact, member);
  }
}
