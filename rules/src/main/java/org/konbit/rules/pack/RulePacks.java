package org.konbit.rules.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Environment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactName;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;

/**
 * The law as loaded: programs, definitions and texts, checked as a whole. Nothing that it says ever
 * changes, and several threads may share it.
 */
public final class RulePacks {
  /**
   * One place's frame.
   *
   * @param state the word documents use for it; empty for federal law
   * @param coversFrom screenings before this date are refused
   * @param ranking program ids, the most complete coverage first
   * @param derived what a result shows under {@code derived}
   * @param sensitivity how dangerous each fact is to hold, 1 to 9, by its name in conditions
   * @param coarse for a fact with many answers, groups of answers to ask first
   */
  public record Place(
      String id,
      String name,
      Optional<String> state,
      LocalDate coversFrom,
      List<String> ranking,
      Map<String, CheckedCondition> derived,
      Map<String, Integer> sensitivity,
      Map<String, Map<String, List<String>>> coarse) {}

  private final PackCompiler.Compiled compiled;
  private final Map<String, Place> places;
  private final Messages messages;
  private final Declared declared;
  private final Unusable unusable;
  private final String digest;
  private final Map<String, String> texts;
  private final Guidance guidance;
  private final Map<String, Program> programs;
  private final Map<String, String> assumptions;
  private volatile Optional<Declared.Examples> examples;

  RulePacks(
      PackCompiler.Compiled compiled,
      Map<String, Place> places,
      Messages messages,
      Declared declared,
      Unusable unusable,
      String digest,
      Map<String, String> texts,
      Optional<Declared.Examples> examples) {
    this.compiled = compiled;
    this.places = places;
    this.messages = messages;
    this.declared = declared;
    this.unusable = unusable;
    this.digest = digest;
    this.texts = Map.copyOf(texts);
    this.examples = examples;
    this.guidance = new Guidance(declared);
    this.programs = new LinkedHashMap<>(compiled.programs());
    programs.keySet().removeIf(id -> unusable.causeOf(id).isPresent());
    this.assumptions =
        declared.facts.values().stream()
            .collect(
                Collectors.toMap(
                    extra -> FactName.inDocument(extra.path()), Declared.ExtraFact::message));
  }

  /**
   * The packs that come with Konbit, with each folder laid over what stands before it.
   *
   * @throws PackProblems with everything that is wrong in them
   */
  public static RulePacks shipped(List<Path> overlays) {
    // Of packs that nobody has tried yet all is read at once.
    return PackLoader.load(PackFolder.shipped(), overlays, overlays.isEmpty());
  }

  /** The packs of one folder alone, with the overlays laid over. */
  public static RulePacks of(Path folder, List<Path> overlays) {
    return PackLoader.load(PackFolder.read(folder), overlays, false);
  }

  public Vocabulary vocabulary() {
    return compiled.vocabulary();
  }

  public Environment environment() {
    return compiled.environment();
  }

  /** Every program, in the order of the files that define them. */
  public List<Program> programs() {
    return List.copyOf(programs.values());
  }

  public Optional<Program> program(String id) {
    return Optional.ofNullable(programs.get(id));
  }

  /** An attribute by the name conditions use. */
  public Optional<Attribute> attribute(String name) {
    return Optional.ofNullable(compiled.byName().get(name));
  }

  public List<Place> places() {
    return List.copyOf(places.values());
  }

  /** The place whose law a state's families live under beside federal law. */
  public Optional<Place> placeOfState(String state) {
    return places.values().stream()
        .filter(place -> place.state().filter(state::equals).isPresent())
        .findFirst();
  }

  /** The word behind a code, if any pack or the vocabulary knows it. */
  public Optional<String> word(long code) {
    return Optional.ofNullable(compiled.words().get(code));
  }

  public Messages messages() {
    return messages;
  }

  /** Where to apply, what to bring and who else helps. */
  public Guidance guidance() {
    return guidance;
  }

  /** The key of the sentence that tells the reader what is assumed of a pack's own fact. */
  public String assumption(Fact fact) {
    return Optional.ofNullable(assumptions.get(fact.path())).orElseThrow();
  }

  private List<Declared.Example> declaredExamples() {
    var read = examples.orElseGet(() -> PackLoader.examples(texts));
    if (!read.problems().isEmpty()) {
      var whole = Optional.of(new Declared.Examples(read.read(), List.of()));
      throw new PackProblems(
          read.problems(),
          new RulePacks(compiled, places, messages, declared, unusable, digest, texts, whole));
    }
    examples = Optional.of(read);
    return read.read();
  }

  /**
   * The examples that stand beside the rules of the topmost pack.
   *
   * @throws PackProblems if an example of the shipped packs is malformed
   */
  public List<ExampleCase> examples() {
    var reader = new HouseholdReader(vocabulary(), compiled.programs().keySet());
    return declaredExamples().stream()
        .filter(example -> unusable.causeOf(example).isEmpty())
        .map(example ->
            new ExampleCase(
                example.file().name(),
                example.at().line(),
                example.at().column(),
                example.name(),
                reader.read(example.file().name(), example.household(), LocalDate.EPOCH),
                example.expect(),
                example.premium()))
        .toList();
  }

  /**
   * What the examples that cannot be tried rest on, with how many rest on it: the id of something
   * faulty, or a file. Empty for packs without a fault.
   */
  public SortedMap<String, Long> skippedExamples() {
    return declaredExamples().stream()
        .map(unusable::causeOf)
        .flatMap(Optional::stream)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /** Every dated text of the law as the packs state it, to be laid out for readers. */
  public List<LawText> lawTexts() {
    return new LawBook(declared).texts();
  }

  /** A pack file's text, to show a line of it; empty if there is none of the name. */
  public String text(String file) {
    return texts.getOrDefault(file, "");
  }

  /** Names exactly these texts of the law: equal digests give equal answers. */
  public String digest() {
    return digest;
  }
}
