package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Registered;
import org.konbit.rules.household.FactName;
import org.konbit.rules.program.Eligibility;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Node;

/**
 * What of faulty packs cannot be tried: what is faulty itself and what rests on it, each with what
 * it comes from. All else can be, and its examples tell whether it holds.
 */
final class Unusable {
  // What the derivations written in Java read of the packs.
  private static final List<String> OF_DERIVATIONS =
      List.of(
          "magi_child_age",
          "magi_expected_babies_for_others",
          "dependent_earned_threshold",
          "dependent_unearned_threshold");

  private static final String DERIVATION = "a derivation";
  private static final Pattern PROGRAM = Pattern.compile("[a-z]{2}\\.[a-z0-9_]+");

  private final Declared declared;
  private final PackCompiler.Compiled compiled;
  private final Findings findings;
  private final Map<String, String> causes;

  private Unusable(Declared declared, PackCompiler.Compiled compiled, Findings findings) {
    this.declared = declared;
    this.compiled = compiled;
    this.findings = findings;
    this.causes = new HashMap<>(findings.doubted());
  }

  static Unusable of(
      Declared declared, PackCompiler compiler, PackCompiler.Compiled compiled, Findings findings) {
    var unusable = new Unusable(declared, compiled, findings);
    if (!findings.isEmpty()) {
      unusable.ofFiles();
      unusable.ofPlaces();
      unusable.ofReaders();
      unusable.ofDerived(compiler);
    }
    return unusable;
  }

  /** How what a place derives is called among the ids of what is in doubt. */
  static String derived(String place, String name) {
    return place + ":" + name;
  }

  /** What makes the program, or what a place derives, unusable, if anything does. */
  Optional<String> causeOf(String id) {
    return Optional.ofNullable(causes.get(id));
  }

  // A name that stands twice may have meant anything that is declared beside it.
  private void ofFiles() {
    for (String file : findings.doubtfulFiles()) {
      declared.parameters.values().stream()
          .filter(parameter -> parameter.file.name().equals(file))
          .forEach(parameter -> causes.putIfAbsent(parameter.id, file));
      declared.definitions.values().stream()
          .filter(definition -> isOf(file, definition.file, definition.texts.values().stream()))
          .forEach(definition -> causes.putIfAbsent(definition.id, file));
      declared.programs.values().stream()
          .filter(program -> isOf(file, program.file, texts(program)))
          .forEach(program -> causes.putIfAbsent(program.id, file));
      declared.places.values().stream()
          .filter(place -> place.file().name().equals(file))
          .forEach(place -> causes.putIfAbsent(place.place(), file));
    }
  }

  private static boolean isOf(String file, PackFile first, Stream<Declared.Text> texts) {
    return first.name().equals(file) || texts.anyMatch(text -> text.file().name().equals(file));
  }

  private static Stream<Declared.Text> texts(Declared.Program program) {
    return Stream.concat(
            program.conditions.values().stream(),
            program.routes.values().stream().flatMap(route -> route.conditions.values().stream()))
        .flatMap(condition -> condition.texts.values().stream());
  }

  private void ofPlaces() {
    for (var program : declared.programs.values()) {
      var frame = program.place() + "/pack.yaml";
      Optional.ofNullable(causes.get(program.place()))
          .or(() -> Optional.of(frame).filter(findings::isLost))
          .ifPresent(cause -> causes.put(program.id, cause));
    }
    for (var place : declared.places.values()) {
      for (var ranked : place.ranking()) {
        if (!compiled.programs().containsKey(ranked.program())) {
          findings
              .lostFileOf(ranked.program())
              .ifPresent(file -> causes.putIfAbsent(ranked.program(), file));
        }
      }
    }
  }

  private void ofReaders() {
    var reads = new HashMap<String, Set<String>>();
    for (var attribute : compiled.environment().attributes()) {
      if (attribute instanceof Definition definition) {
        reads.put(definition.name(), read(definition));
      }
    }
    compiled.programs().forEach((id, program) -> reads.put(id, read(program)));
    var derivations = ofDerivations();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (var reader : reads.entrySet()) {
        if (!causes.containsKey(reader.getKey())) {
          var cause = first(reader.getValue(), derivations);
          cause.ifPresent(found -> causes.put(reader.getKey(), found));
          grows |= cause.isPresent();
        }
      }
    }
  }

  private Optional<String> first(Set<String> read, Optional<String> derivations) {
    return read.stream()
        .map(name -> name.equals(DERIVATION) ? derivations.orElse(null) : causes.get(name))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Optional<String> ofDerivations() {
    for (String name : OF_DERIVATIONS) {
      var cause =
          declared.parameters.keySet().stream()
              .filter(id -> id.endsWith("." + name))
              .map(causes::get)
              .filter(Objects::nonNull)
              .findFirst()
              .or(() ->
                  declared.parameters.containsKey("us." + name)
                      ? Optional.empty()
                      : findings.lostFileOf(name));
      if (cause.isPresent()) {
        return cause;
      }
    }
    return Optional.empty();
  }

  private static Set<String> read(Definition definition) {
    var read = new HashSet<Attribute>();
    definition.versions().forEach(version -> version.is().readsInto(read));
    return names(read);
  }

  private static Set<String> read(Program program) {
    var read = new HashSet<Attribute>();
    PackLint.expressions(program).forEach(expression -> expression.readsInto(read));
    var beside = new ArrayList<CheckedCondition>();
    program
        .premium()
        .ifPresent(premium -> {
          beside.add(premium.monthly());
          premium.familyMaximum().ifPresent(beside::add);
          premium.when().ifPresent(beside::add);
        });
    program.amount().ifPresent(amount -> beside.add(amount.yearly()));
    program.notes().forEach(note -> note.when().ifPresent(beside::add));
    beside.forEach(one -> one.expression().readsInto(read));
    return names(read);
  }

  private static Set<String> names(Set<Attribute> read) {
    var names = new HashSet<String>();
    for (Attribute attribute : read) {
      names.add(
          switch (attribute) {
            case Eligibility outcome -> outcome.program().id();
            case Registered _ -> DERIVATION;
            default -> attribute.name();
          });
    }
    return names;
  }

  private void ofDerived(PackCompiler compiler) {
    var derivations = ofDerivations();
    for (var place : declared.places.values()) {
      place
          .derived()
          .forEach((name, source) ->
              compiler
                  .checked(source)
                  .ifPresent(checked -> {
                    var read = new HashSet<Attribute>();
                    checked.expression().readsInto(read);
                    first(names(read), derivations)
                        .ifPresent(
                            cause -> causes.putIfAbsent(derived(place.place(), name), cause));
                  }));
    }
  }

  /** What the example cannot be tried for, if it rests on anything unusable. */
  Optional<String> causeOf(Declared.Example example) {
    if (causes.isEmpty() && findings.isEmpty()) {
      return Optional.empty();
    }
    var state = text(example.household(), "state");
    var place =
        declared.places.values().stream()
            .filter(known -> state.isPresent() && known.state().equals(state))
            .findFirst();
    return ofPlace(state, place)
        .or(() -> ofHousehold(example.household()))
        .or(() ->
            example.premium().isPresent() ? ofRanking(place, Optional.empty()) : Optional.empty())
        .or(() -> ofExpectations(example, place));
  }

  private Optional<String> ofPlace(Optional<String> state, Optional<Declared.Place> place) {
    if (state.isPresent() && place.isEmpty()) {
      return findings.lostFrame();
    }
    return place.map(known -> causes.get(known.place()));
  }

  // A fact of the packs' own, or a program one is enrolled in, that could not be declared.
  private Optional<String> ofHousehold(Node household) {
    if (!(household instanceof Node.Mapping document)
        || !(document.find("members").orElse(household) instanceof Node.Sequence members)) {
      return Optional.empty();
    }
    return members.items().stream()
        .filter(Node.Mapping.class::isInstance)
        .flatMap(member -> ((Node.Mapping) member).entries().stream())
        .flatMap(entry -> Stream.concat(ofFact(entry).stream(), ofPrograms(entry.value())))
        .findFirst();
  }

  private Optional<String> ofFact(Node.Entry entry) {
    var name = FactName.inConditions(entry.key());
    return Optional.ofNullable(causes.get(Declared.ExtraFact.inConditions(name)))
        .or(() -> isFixed(name) ? Optional.empty() : findings.lostFileOf(name));
  }

  private Stream<String> ofPrograms(Node value) {
    return switch (value) {
      case Node.Mapping mapping ->
          mapping.entries().stream().flatMap(entry -> ofPrograms(entry.value()));
      case Node.Sequence list -> list.items().stream().flatMap(this::ofPrograms);
      case Node.Scalar scalar ->
          PROGRAM.matcher(scalar.text()).matches()
                  && !compiled.programs().containsKey(scalar.text())
              ? findings.lostFileOf(scalar.text()).stream()
              : Stream.empty();
    };
  }

  private boolean isFixed(String name) {
    return name.equals("id")
        || compiled.vocabulary().facts().stream()
            .anyMatch(fact -> fact.name().equals(name) || fact.name().startsWith(name + "."));
  }

  private Optional<String> ofExpectations(
      Declared.Example example, Optional<Declared.Place> place) {
    if (!(example.expect() instanceof Node.Mapping members)) {
      return Optional.empty();
    }
    return members.entries().stream()
        .filter(member -> member.value() instanceof Node.Mapping)
        .flatMap(member -> ((Node.Mapping) member.value()).entries().stream())
        .map(expectation -> of(expectation, place))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> of(Node.Entry expectation, Optional<Declared.Place> place) {
    var key = expectation.key();
    return switch (key) {
      case "best" -> ofRanking(place, scalar(expectation.value()));
      case "missing" -> Optional.empty();
      default ->
          causeOf(key)
              .or(() -> place.map(known -> causes.get(derived(known.place(), key))))
              .or(() ->
                  compiled.programs().containsKey(key)
                      ? Optional.empty()
                      : findings.lostFileOf(key));
    };
  }

  // The best program is certain where all that rank before it are.
  private Optional<String> ofRanking(Optional<Declared.Place> place, Optional<String> best) {
    for (var ranked : place.map(Declared.Place::ranking).orElse(List.of())) {
      var cause = causeOf(ranked.program());
      if (cause.isPresent() || best.filter(ranked.program()::equals).isPresent()) {
        return cause;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Node node, String key) {
    return node instanceof Node.Mapping mapping
        ? mapping.find(key).flatMap(Unusable::scalar)
        : Optional.empty();
  }

  private static Optional<String> scalar(Node node) {
    return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }
}
