package org.konbit.rules.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;

/** The walks over members that CEL has no macro for. */
final class Walks {
  /** {@code children.count(c, c.age < 19)}: how many there are of whom it holds. */
  static final CelMacro COUNT =
      CelMacro.newReceiverMacro(
          "count",
          2,
          (factory, target, arguments) ->
              walk(
                  factory,
                  target,
                  arguments.get(0),
                  factory.newGlobalCall(
                      "_?_:_",
                      arguments.get(1),
                      factory.newGlobalCall("_+_", gathered(factory), factory.newIntLiteral(1)),
                      gathered(factory))));

  /** {@code magi.members.total(m, m.income.wages)}: a whole number of each, added up. */
  static final CelMacro TOTAL =
      CelMacro.newReceiverMacro(
          "total",
          2,
          (factory, target, arguments) ->
              walk(
                  factory,
                  target,
                  arguments.get(0),
                  factory.newGlobalCall("_+_", gathered(factory), arguments.get(1))));

  private Walks() {}

  private static Optional<CelExpr> walk(
      CelMacroExprFactory factory, CelExpr members, CelExpr name, CelExpr step) {
    if (name.getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return Optional.of(factory.reportError("The first argument must be a plain name."));
    }
    return Optional.of(
        factory.fold(
            name.ident().name(),
            members,
            factory.getAccumulatorVarName(),
            factory.newIntLiteral(0),
            factory.newBoolLiteral(true),
            step,
            gathered(factory)));
  }

  private static CelExpr gathered(CelMacroExprFactory factory) {
    return factory.newIdentifier(factory.getAccumulatorVarName());
  }
}
