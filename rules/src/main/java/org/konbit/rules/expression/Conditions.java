package org.konbit.rules.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelContainer;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.konbit.rules.text.Spelling;

/** Parses and type-checks the conditions of one set of packs. Safe for several threads. */
public final class Conditions {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(false)
          .maxExpressionCodePointSize(20_000)
          .build();

  private static final Set<StandardFunction> OPERATORS =
      EnumSet.of(
          StandardFunction.LOGICAL_AND,
          StandardFunction.LOGICAL_OR,
          StandardFunction.LOGICAL_NOT,
          StandardFunction.NOT_STRICTLY_FALSE, // what exists and all are made of
          StandardFunction.CONDITIONAL,
          StandardFunction.EQUALS,
          StandardFunction.NOT_EQUALS,
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS,
          StandardFunction.ADD,
          StandardFunction.SUBTRACT,
          StandardFunction.MULTIPLY,
          StandardFunction.DIVIDE,
          StandardFunction.MODULO,
          StandardFunction.NEGATE,
          StandardFunction.IN);
  private static final String UNDECLARED = "undeclared reference to '";
  private static final String UNDEFINED = "undefined field '";
  private static final Set<CelType> STRANGE_TYPES =
      Set.of(SimpleType.DOUBLE, SimpleType.UINT, SimpleType.BYTES, SimpleType.DURATION);

  // Of CEL's own functions those that conditions know: the checker declares each of them anew for
  // every text, and all of them took a third of the time that loading takes.
  private static final CelStandardDeclarations DECLARATIONS =
      CelStandardDeclarations.newBuilder()
          .filterFunctions((function, overload) ->
              OPERATORS.contains(function)
                  && Collections.disjoint(
                      overload.celOverloadDecl().parameterTypes(), STRANGE_TYPES))
          .build();

  /** A definition with arguments, as conditions call it. */
  public record Callable(Definition definition, SequencedMap<String, Kind> arguments) {}

  private final Map<String, Attribute> attributes;
  private final Map<String, Callable> callables;
  private final Map<String, CelCompiler> byPlace = new ConcurrentHashMap<>();
  private final MemberTypes memberTypes;
  private final AtomicInteger comparisons = new AtomicInteger();

  public Conditions(Map<String, Attribute> attributes, Map<String, Callable> callables) {
    this.attributes = Map.copyOf(attributes);
    this.callables = Map.copyOf(callables);
    this.memberTypes = new MemberTypes(attributes);
  }

  Optional<Attribute> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  Optional<Callable> callable(String name) {
    return Optional.ofNullable(callables.get(name));
  }

  int nextComparison() {
    return comparisons.getAndIncrement();
  }

  /** All names a condition may read, for suggestions. */
  public List<String> names() {
    var names = new ArrayList<String>(attributes.keySet());
    names.addAll(callables.keySet());
    return names;
  }

  /** Either a condition or what is wrong with it. */
  public sealed interface Result {
    /** It can be evaluated. */
    record Accepted(CheckedCondition condition) implements Result {}

    /** It cannot; there is at least one problem. */
    record Refused(List<ConditionProblem> problems) implements Result {}
  }

  /**
   * Checks one condition.
   *
   * @param place where unqualified names are looked for first, such as {@code ma}
   * @param expected the type it must give, or empty for any
   * @param arguments the names that a definition's own arguments add
   */
  public Result check(
      String place, String text, Optional<Kind> expected, SequencedMap<String, Kind> arguments) {
    var compiler = byPlace.computeIfAbsent(place, this::compiler);
    var builder = arguments.isEmpty() ? compiler : withArguments(place, arguments);
    var validation = builder.compile(text);
    if (validation.hasError()) {
      return new Result.Refused(
          validation.getErrors().stream().map(issue -> problem(issue, text)).toList());
    }
    try {
      return build(text, expected, arguments, validation.getAst());
    } catch (CelValidationException e) {
      throw new IllegalStateException("A condition without errors has no tree.", e);
    }
  }

  private Result build(
      String text,
      Optional<Kind> expected,
      SequencedMap<String, Kind> arguments,
      CelAbstractSyntaxTree tree) {
    if (expected.isPresent() && !tree.getResultType().equals(type(expected.get()))) {
      return new Result.Refused(
          List.of(
              new ConditionProblem(
                  0,
                  "This gives (%s) where (%s) is wanted."
                      .formatted(tree.getResultType().name(), type(expected.get()).name()),
                  "",
                  ConditionProblem.Nature.OTHER_TYPE,
                  "")));
    }
    try {
      var expression = new ExpressionBuilder(this, tree, arguments).build();
      return new Result.Accepted(new CheckedCondition(text, tree, expression));
    } catch (ExpressionBuilder.Unsupported e) {
      return new Result.Refused(List.of(ConditionProblem.at(e.offset(), e.why(), "")));
    }
  }

  private ConditionProblem problem(CelIssue issue, String text) {
    int offset = offset(issue, text);
    var message = issue.getMessage();
    if (message.startsWith(UNDECLARED)) {
      var name = quoted(message, UNDECLARED);
      if (isCalled(text, offset, name)) {
        return ConditionProblem.unknown(
            offset,
            "Conditions know no function (%s).".formatted(name),
            Spelling.suggestion(name, functionNames()),
            name);
      }
      var whole = wholeName(text, offset, name);
      return unknown(whole, whole, offset);
    }
    if (message.startsWith(UNDEFINED)) {
      // Of a member that a walk has reached; the name goes on behind that member's.
      var whole = wholeName(text, offset, quoted(message, UNDEFINED));
      return unknown(whole, whole.substring(whole.indexOf('.') + 1), offset);
    }
    return ConditionProblem.at(offset, message, "");
  }

  private static String quoted(String message, String before) {
    int from = before.length();
    return message.substring(from, message.indexOf('\'', from));
  }

  private ConditionProblem unknown(String written, String name, int offset) {
    return ConditionProblem.unknown(
        offset,
        "This reads (%s), which no pack declares and no document states.".formatted(written),
        suggestion(name),
        name);
  }

  private List<String> functionNames() {
    var names = new ArrayList<String>(callables.keySet());
    functions().forEach(function -> names.add(function.name()));
    return names;
  }

  // A method's dot and a function's bracket are what the checker may point at, too.
  private static boolean isCalled(String text, int offset, String name) {
    int at = text.indexOf(name, Math.max(0, offset - name.length()));
    return at >= 0 && text.startsWith("(", at + name.length());
  }

  // The checker blames the first part of a dotted name; the reader wants all of it.
  private static String wholeName(String text, int offset, String name) {
    int end = offset;
    while (end < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    int start = offset;
    while (start > 0
        && (Character.isJavaIdentifierPart(text.charAt(start - 1))
            || text.charAt(start - 1) == '.')) {
      start--;
    }
    return end > start ? text.substring(start, end) : name;
  }

  private String suggestion(String name) {
    return Spelling.suggestion(name, names());
  }

  private static int offset(CelIssue issue, String text) {
    var location = issue.getSourceLocation();
    int start = 0;
    for (int line = 1; line < location.getLine(); line++) {
      int next = text.indexOf('\n', start);
      if (next < 0) {
        break;
      }
      start = next + 1;
    }
    return Math.clamp(start + (long) location.getColumn(), 0, text.length());
  }

  private CelCompiler withArguments(String place, SequencedMap<String, Kind> arguments) {
    var builder = base(place);
    arguments.forEach((name, kind) -> builder.addVar(name, type(kind)));
    return builder.build();
  }

  private CelCompiler compiler(String place) {
    return base(place).build();
  }

  private CelCompilerBuilder base(String place) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(DECLARATIONS)
            .setContainer(CelContainer.ofName(place))
            .setTypeProvider(memberTypes)
            .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL)
            .addMacros(Walks.COUNT, Walks.TOTAL)
            .addFunctionDeclarations(functions());
    attributes.forEach((name, attribute) -> builder.addVar(name, type(attribute.kind())));
    callables.forEach((name, callable) ->
        builder.addFunctionDeclarations(
            CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(
                    ExpressionBuilder.DEFINED + name,
                    type(callable.definition().kind()),
                    callable.arguments().values().stream().map(this::type).toList()))));
    return builder;
  }

  private CelType type(Kind kind) {
    return memberTypes.type(kind);
  }

  private static List<CelFunctionDecl> functions() {
    var date = SimpleType.TIMESTAMP;
    var number = SimpleType.INT;
    var table = OpaqueType.create("table");
    var declared = new ArrayList<CelFunctionDecl>();
    declared.add(function("date", date, SimpleType.STRING));
    for (String between : List.of("years_between", "months_between", "days_between")) {
      declared.add(function(between, number, date, date));
    }
    for (String add : List.of("add_years", "add_months", "add_days")) {
      declared.add(function(add, date, date, number));
    }
    declared.add(function("end_of_month", date, date));
    declared.add(function("year", number, date));
    declared.add(function("month", number, date));
    for (String two : List.of("min", "max", "ceil_div")) {
      declared.add(function(two, number, number, number));
    }
    declared.add(function("in_year", number, table, number));
    declared.add(function("yearly", number, number));
    declared.add(function("monthly", number, number));
    declared.add(function("enrolled_since", date, SimpleType.STRING));
    declared.add(
        CelFunctionDecl.newFunctionDeclaration(
            "present",
            CelOverloadDecl.newGlobalOverload("present_date", SimpleType.BOOL, date),
            CelOverloadDecl.newGlobalOverload("present_word", SimpleType.BOOL, SimpleType.STRING)));
    return declared;
  }

  private static CelFunctionDecl function(String name, CelType result, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name, result, arguments));
  }
}
