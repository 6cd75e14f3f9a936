package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Conditions;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Environment;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Parameter;
import org.konbit.rules.expression.Registered;
import org.konbit.rules.household.FactName;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Problem;

/** Turns declarations into an environment and programs that can run. */
final class PackCompiler {
  private final Declared declared;
  private final Findings findings;
  private final List<Attribute> attributes = new ArrayList<>();
  private final Map<String, Attribute> byName = new LinkedHashMap<>();
  private final Set<String> branches = new HashSet<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, Conditions.Callable> callables = new LinkedHashMap<>();
  private final Map<String, Program> programs = new LinkedHashMap<>();
  private final Compilation compilation = new Compilation();
  private final Set<String> placeless = new HashSet<>();
  private Vocabulary vocabulary = Vocabulary.base();

  PackCompiler(Declared declared, Findings findings) {
    this.declared = declared;
    this.findings = findings;
  }

  /** What came of it; of what a problem was found in, only the part that could be understood. */
  record Compiled(
      Vocabulary vocabulary,
      Environment environment,
      Map<String, Program> programs,
      Map<String, Attribute> byName,
      Map<Long, String> words) {}

  Compiled compile() {
    declareFacts();
    Registered.all(vocabulary).forEach(this::add);
    declared.parameters.values().forEach(this::declareParameter);
    declared.definitions.values().forEach(this::declareDefinition);
    declared.programs.values().forEach(this::declareProgram);
    var assembly = new Assembly(declared, compilation, findings);
    assembly.want();
    compilation.run(new Conditions(byName, callables), findings);
    assembly.assemble(definitions, programs);
    new PackLint(declared, vocabulary, findings).check(definitions.values(), programs.values());
    return new Compiled(vocabulary, environment(), programs, byName, words());
  }

  private void declareFacts() {
    var extras = new ArrayList<Vocabulary.Extra>();
    for (var fact : declared.facts.values()) {
      if (Vocabulary.base().find(fact.path()).isPresent()) {
        problem(fact.file(), fact.at(), "(%s) is a fact of every document.".formatted(fact.path()));
        continue;
      }
      var type =
          switch (fact.type()) {
            case "bool" -> FactType.BOOL;
            case "int" -> FactType.COUNT;
            case "date" -> FactType.DATE;
            case "" -> FactType.BOOL; // it is told already that the type is missing
            default -> {
              problem(fact.file(), fact.at(), "(%s) is no type.".formatted(fact.type()));
              findings.doubtType(Declared.ExtraFact.inConditions(fact.path()));
              yield FactType.BOOL;
            }
          };
      // The document writes camelCase; a pack may write the fact either way.
      extras.add(
          new Vocabulary.Extra(
              FactName.inDocument(fact.path()), fact.path(), type, fact.assumed()));
    }
    vocabulary = Vocabulary.base().with(extras);
  }

  private void add(Attribute attribute) {
    if (attribute.index() != attributes.size()) {
      throw new IllegalStateException("Attribute %s is out of order.".formatted(attribute.name()));
    }
    attributes.add(attribute);
    byName.put(attribute.name(), attribute);
    branches.addAll(stemsOf(attribute.name()));
  }

  // Of a.b.c: a and a.b.
  private static List<String> stemsOf(String name) {
    var stems = new ArrayList<String>();
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      stems.add(name.substring(0, dot));
    }
    return stems;
  }

  private boolean isTaken(PackFile file, org.konbit.rules.text.Node at, String name) {
    boolean isBranch =
        branches.contains(name) || stemsOf(name).stream().anyMatch(byName::containsKey);
    if (byName.containsKey(name) || callables.containsKey(name) || isBranch) {
      problem(file, at, "The name (%s) is taken, whole or in part.".formatted(name));
      findings.doubtType(name);
      return true;
    }
    return false;
  }

  private void declareParameter(Declared.Parameter parameter) {
    if (isTaken(parameter.file, parameter.at, parameter.id)) {
      return;
    }
    var made = parameter(parameter);
    parameters.put(parameter.id, made);
    add(made);
  }

  private Parameter parameter(Declared.Parameter parameter) {
    int index = attributes.size();
    if (!parameter.table.isEmpty()) {
      return Parameter.table(index, parameter.id, parameter.unit, parameter.table);
    }
    var first = parameter.series.isEmpty() ? 0L : parameter.series.firstEntry().getValue();
    var kind =
        switch (first) {
          case Boolean _ -> Kind.BOOL;
          case String _ -> Kind.WORD;
          case List<?> _ -> Kind.WORDS;
          default -> Kind.INT;
        };
    var series = new TreeMap<Integer, Long>();
    var lists = new TreeMap<Integer, List<String>>();
    parameter.series.forEach((day, value) -> {
      switch (value) {
        case Boolean flag -> series.put(day, flag ? 1L : 0L);
        case String word -> series.put(day, Words.code(word));
        case List<?> list -> lists.put(day, list.stream().map(Object::toString).toList());
        case Long number -> series.put(day, number);
        default -> throw new IllegalStateException("A parameter holds " + value.getClass());
      }
    });
    if (!series.isEmpty() && !lists.isEmpty()) {
      problem(parameter.file, parameter.at, "This parameter is a list on some dates only.");
    }
    return kind == Kind.WORDS
        ? Parameter.words(index, parameter.id, lists)
        : Parameter.series(index, parameter.id, kind, parameter.unit, series);
  }

  private void declareDefinition(Declared.Definition definition) {
    if (isTaken(definition.file, definition.at, definition.id)) {
      return;
    }
    var made = new Definition(attributes.size(), definition.id, definition.kind, definition.unit);
    definitions.put(definition.id, made);
    if (definition.arguments.isEmpty()) {
      add(made);
    } else {
      attributes.add(made);
      callables.put(definition.id, new Conditions.Callable(made, definition.arguments));
    }
  }

  private void declareProgram(Declared.Program program) {
    if (isTaken(program.file, program.at, program.id + ".eligible")) {
      return;
    }
    var place = declared.places.get(program.place());
    if (place == null) {
      placeless(program);
    }
    var state = place == null ? Optional.<String>empty() : place.state();
    var made = new Program(attributes.size(), program.id, program.kind, state);
    programs.put(program.id, made);
    add(made.eligibility());
  }

  // Told once for a place, not for each of its programs.
  private void placeless(Declared.Program program) {
    findings.doubt(program.id);
    if (placeless.add(program.place()) && !findings.isLost(program.place() + "/pack.yaml")) {
      problem(
          program.file,
          program.at,
          "No pack.yaml declares the place (%s).".formatted(program.place()));
    }
  }

  /** A place's own expression, once compiled. */
  Optional<CheckedCondition> checked(Source source) {
    return compilation.of(source);
  }

  private Environment environment() {
    var age = byName.get("age");
    if (age == null) {
      throw new IllegalStateException("The registered attributes have no age.");
    }
    var placeOfState = new HashMap<String, String>();
    for (var place : declared.places.values()) {
      place.state().ifPresent(state -> placeOfState.put(state, place.place()));
    }
    return new Environment(attributes, age, parameters, placeOfState, vocabulary);
  }

  private Map<Long, String> words() {
    var words = new WordCodes(findings);
    vocabulary.facts().forEach(fact -> fact.options().forEach(words::add));
    declared.programs.values().forEach(p -> words.add(p.id, p.file, p.at));
    for (var parameter : declared.parameters.values()) {
      for (Object value : parameter.series.values()) {
        switch (value) {
          case String word -> words.add(word, parameter.file, parameter.at);
          case List<?> list ->
              list.forEach(word -> words.add(word.toString(), parameter.file, parameter.at));
          default -> {
            // numbers and switches have no words
          }
        }
      }
    }
    compilation.words(words);
    return words.byCode();
  }

  private void problem(PackFile file, org.konbit.rules.text.Node at, String message) {
    findings.add(Problem.at(file.name(), at, message));
  }
}
