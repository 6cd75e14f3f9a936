package org.konbit.rules.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.expression.Shape.Relation;
import org.konbit.rules.expression.Shape.Sum;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Words;
import org.konbit.rules.text.Spelling;

/** Turns CEL's checked tree into our own evaluator of it. */
final class ExpressionBuilder {
  static final String DEFINED = "defined:";

  private static final Map<String, Relation> TESTS =
      Map.of(
          "_==_", Relation.EQUAL,
          "_!=_", Relation.DIFFERENT,
          "_<_", Relation.LESS,
          "_<=_", Relation.AT_MOST,
          "_>_", Relation.MORE,
          "_>=_", Relation.AT_LEAST);
  private static final Map<String, Sum> OPERATIONS =
      Map.of(
          "_+_", Sum.PLUS,
          "_-_", Sum.MINUS,
          "_*_", Sum.TIMES,
          "_/_", Sum.DIVIDED,
          "_%_", Sum.REMAINDER,
          "ceil_div", Sum.DIVIDED_UP,
          "min", Sum.LEAST,
          "max", Sum.GREATEST);

  /** Something CEL allows and conditions do not. */
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;
    private final String why;

    Unsupported(int offset, String message) {
      super(message);
      this.offset = offset;
      this.why = message;
    }

    String why() {
      return why;
    }

    int offset() {
      return offset;
    }
  }

  private final Conditions conditions;
  private final CelAbstractSyntaxTree tree;
  private final Map<String, Terms.Local> locals = new HashMap<>();
  private final FunctionBuilder functions = new FunctionBuilder(this);
  private int slots;

  ExpressionBuilder(
      Conditions conditions, CelAbstractSyntaxTree tree, SequencedMap<String, Kind> arguments) {
    this.conditions = conditions;
    this.tree = tree;
    arguments.forEach((name, kind) -> locals.put(name, new Terms.Local(kind, Unit.PLAIN, slots++)));
  }

  Expression build() {
    return build(tree.getExpr());
  }

  /** One node and all below it. */
  Expression build(CelExpr node) {
    return switch (node.getKind()) {
      case CONSTANT -> constant(node);
      case IDENT -> name(node, node.ident().name());
      case SELECT -> select(node);
      case CALL -> call(node);
      case COMPREHENSION -> walk(node);
      default -> throw unsupported(node, "Conditions know no such construct.");
    };
  }

  private Expression constant(CelExpr node) {
    CelConstant constant = node.constant();
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> new Terms.Constant(Kind.BOOL, Values.of(constant.booleanValue()), "");
      case INT64_VALUE -> new Terms.Constant(Kind.INT, constant.int64Value(), "");
      case STRING_VALUE -> {
        var word = constant.stringValue();
        yield new Terms.Constant(Kind.WORD, Words.code(word), word);
      }
      default ->
          throw unsupported(node, "Only whole numbers, true, false and words may be written out.");
    };
  }

  private Expression name(CelExpr node, String written) {
    var local = locals.get(written);
    if (local != null) {
      return local;
    }
    var reference = tree.getReference(node.id());
    return read(node, reference.isPresent() ? reference.get().name() : written);
  }

  private Expression read(CelExpr node, String name) {
    return new Terms.Read(attribute(node, name));
  }

  /** The attribute of that name, or the refusal of a name that has no value. */
  Attribute attribute(CelExpr node, String name) {
    var plain = name.startsWith(".") ? name.substring(1) : name;
    return conditions
        .attribute(plain)
        .orElseThrow(
            () -> unsupported(node, "This names (%s), which has no value.".formatted(plain)));
  }

  private Expression select(CelExpr node) {
    var reference = tree.getReference(node.id());
    if (reference.isPresent()) {
      return read(node, reference.get().name());
    }
    var path = new ArrayDeque<String>();
    CelExpr at = node;
    while (at.getKind() == ExprKind.Kind.SELECT) {
      path.addFirst(at.select().field());
      at = at.select().operand();
    }
    if (at.getKind() != ExprKind.Kind.IDENT || !locals.containsKey(at.ident().name())) {
      throw unsupported(node, "Only a name or a member of a walk can be followed by a dot.");
    }
    var reached = locals.get(at.ident().name());
    return new Terms.Read(attribute(node, String.join(".", path)), reached.slot());
  }

  private Expression walk(CelExpr node) {
    var walk = node.comprehension();
    var members = build(walk.iterRange());
    if (members.kind() != Kind.MEMBERS) {
      throw unsupported(node, "Only lists of members can be walked; for words use 'word' in list.");
    }
    var start = build(walk.accuInit());
    var reached = new Terms.Local(Kind.INT, Unit.PLAIN, slots++);
    var gathered = new Terms.Local(start.kind(), Unit.PLAIN, slots++);
    if (slots > 8) {
      throw unsupported(node, "More than three walks inside one another.");
    }
    var outerReached = locals.put(walk.iterVar(), reached);
    var outerGathered = locals.put(walk.accuVar(), gathered);
    var step = build(walk.loopStep());
    restore(walk.iterVar(), outerReached);
    restore(walk.accuVar(), outerGathered);
    slots -= 2;
    return new Terms.Walk(members, start, step, reached.slot(), gathered.slot());
  }

  private void restore(String name, Terms.@Nullable Local outer) {
    if (outer == null) {
      locals.remove(name);
    } else {
      locals.put(name, outer);
    }
  }

  private Expression call(CelExpr node) {
    var function = node.call().function();
    var arguments = node.call().args();
    var overload =
        tree.getReference(node.id())
            .flatMap(reference -> reference.overloadIds().stream().findFirst())
            .orElse("");
    if (overload.startsWith(DEFINED)) {
      var name = overload.substring(DEFINED.length());
      return new Calls.Defined(
          conditions.callable(name).orElseThrow().definition(),
          arguments.stream().map(this::build).toList());
    }
    if (TESTS.containsKey(function)) {
      return comparison(
          node, TESTS.get(function), build(arguments.get(0)), build(arguments.get(1)));
    }
    if (OPERATIONS.containsKey(function)) {
      return arithmetic(
          node, OPERATIONS.get(function), build(arguments.get(0)), build(arguments.get(1)));
    }
    return switch (function) {
      case "_&&_" -> Logic.Both.and(build(arguments.get(0)), build(arguments.get(1)));
      case "_||_" -> Logic.Both.or(build(arguments.get(0)), build(arguments.get(1)));
      case "!_" -> new Logic.Not(build(arguments.getFirst()));
      case "_?_:_" ->
          new Logic.Choice(
              build(arguments.get(0)), build(arguments.get(1)), build(arguments.get(2)));
      case "-_" ->
          new Arithmetic(
              Sum.MINUS, new Terms.Constant(Kind.INT, 0, ""), build(arguments.getFirst()));
      case "@in", "_in_" -> membership(node, arguments.get(0), arguments.get(1));
      default -> functions.call(node, function, arguments);
    };
  }

  private Expression comparison(CelExpr node, Relation test, Expression left, Expression right) {
    requireSameMoney(node, left, right);
    requireOption(node, left, right);
    requireOption(node, right, left);
    return new Comparison(conditions.nextComparison(), test, left, right);
  }

  // A misspelt answer would never hold and never be noticed.
  private void requireOption(CelExpr node, Expression fact, Expression word) {
    if (fact instanceof Terms.Read read
        && read.attribute() instanceof FactAttribute attribute
        && word instanceof Terms.Constant constant
        && constant.kind() == Kind.WORD
        && !attribute.fact().options().isEmpty()
        && !attribute.fact().options().contains(constant.word())) {
      var remedy = Spelling.suggestion(constant.word(), attribute.fact().options());
      throw unsupported(
          node,
          "(%s) is no answer to %s. %s"
              .formatted(constant.word(), attribute.name(), remedy)
              .strip());
    }
  }

  private Expression arithmetic(CelExpr node, Sum operation, Expression left, Expression right) {
    switch (operation) {
      case PLUS, MINUS, LEAST, GREATEST -> requireSameMoney(node, left, right);
      case TIMES -> {
        if (left.unit().isMoney() && right.unit().isMoney()) {
          throw unsupported(node, "Two amounts of money are multiplied.");
        }
      }
      case DIVIDED, DIVIDED_UP, REMAINDER -> {}
    }
    return new Arithmetic(operation, left, right);
  }

  private void requireSameMoney(CelExpr node, Expression left, Expression right) {
    boolean zero = isZero(left) || isZero(right);
    if (!zero && left.kind() == Kind.INT && !left.unit().fits(right.unit())) {
      throw unsupported(
          node,
          "This mixes (%s) with (%s); use yearly(…) or monthly(…) to turn cents into a rate."
              .formatted(left.unit(), right.unit())
              .toLowerCase(java.util.Locale.ROOT));
    }
  }

  private static boolean isZero(Expression expression) {
    return (expression instanceof Terms.Constant constant && constant.value() == 0)
        || expression instanceof Terms.Local;
  }

  private Expression membership(CelExpr node, CelExpr element, CelExpr list) {
    var value = build(element);
    if (list.getKind() == ExprKind.Kind.LIST) {
      var codes = new long[list.list().elements().size()];
      for (int i = 0; i < codes.length; i++) {
        if (!(build(list.list().elements().get(i)) instanceof Terms.Constant constant)) {
          throw unsupported(node, "A list in a condition holds only what is written out.");
        }
        requireOption(node, value, constant);
        codes[i] = constant.value();
      }
      return new Membership.InList(value, codes);
    }
    var set = build(list);
    if (set instanceof Terms.Read read && read.attribute() instanceof Parameter parameter) {
      return new Membership.InParameter(value, parameter, parameter.codes());
    }
    if (set instanceof Terms.Read read
        && read.attribute() instanceof FactAttribute attribute
        && value instanceof Terms.Constant word) {
      requireOption(node, set, word);
      return new Membership.Has(word.word(), read, attribute.fact());
    }
    throw unsupported(node, "The left side must be a written word, the right side a list.");
  }

  /** What is wrong with a node, at its place. */
  Unsupported unsupported(CelExpr node, String message) {
    Integer offset = tree.getSource().getPositionsMap().get(node.id());
    return new Unsupported(offset == null ? 0 : offset, message);
  }
}
