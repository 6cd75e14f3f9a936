package org.konbit.rules.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Environment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactName;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Decoded;
import org.konbit.rules.text.Parsed;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.YamlText;

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

  private static final Pattern NAME = Pattern.compile("\n\\w");

  private final PackCompiler.Compiled compiled;
  private final Map<String, Place> places;
  private final Messages messages;
  private final Declared declared;
  private final String digest;
  private final Map<String, String> texts;
  private final Guidance guidance;
  private volatile Optional<List<Declared.Example>> examples;
  private final Map<String, String> assumptions;

  private RulePacks(
      PackCompiler.Compiled compiled,
      Map<String, Place> places,
      Messages messages,
      Declared declared,
      String digest,
      Map<String, String> texts,
      Optional<List<Declared.Example>> examples) {
    this.compiled = compiled;
    this.places = places;
    this.messages = messages;
    this.declared = declared;
    this.digest = digest;
    this.texts = Map.copyOf(texts);
    this.examples = examples;
    this.guidance = new Guidance(declared);
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
    return load(PackFolder.shipped(), overlays, overlays.isEmpty());
  }

  /** The packs of one folder alone, with the overlays laid over. */
  public static RulePacks of(Path folder, List<Path> overlays) {
    return load(PackFolder.read(folder), overlays, false);
  }

  // Of the shipped packs four fifths are examples, which a family's answer does not need: they are
  // read when somebody asks for them. Of packs that nobody has tried yet all is checked at once.
  private static RulePacks load(
      Map<String, byte[]> base, List<Path> overlays, boolean examplesWait) {
    var problems = new ArrayList<Problem>();
    var texts = new LinkedHashMap<String, String>();
    var layers = new ArrayList<Map<String, String>>();
    layers.add(decoded(base, texts, problems));
    overlays.forEach(folder -> layers.add(decoded(PackFolder.read(folder), texts, problems)));
    if (!problems.isEmpty()) {
      // What else would seem wrong is only that this text is missing.
      throw new PackProblems(problems, texts);
    }
    var declared = new Declared();
    var messages = new Messages();
    readEach(layers, examplesWait, declared, messages, problems);
    var compiler = new PackCompiler(declared, problems);
    var compiled = compiler.compile();
    if (problems.isEmpty()) {
      messages.check(declared, problems);
    }
    if (!problems.isEmpty()) {
      problems.sort(
          Comparator.comparing(Problem::file)
              .thenComparingInt(Problem::line)
              .thenComparingInt(Problem::column));
      throw new PackProblems(problems, texts);
    }
    return new RulePacks(
        compiled,
        places(declared, compiler),
        messages,
        declared,
        digest(layers),
        texts,
        examplesWait ? Optional.empty() : Optional.of(declared.examples));
  }

  private static void readEach(
      List<Map<String, String>> layers,
      boolean examplesWait,
      Declared declared,
      Messages messages,
      List<Problem> problems) {
    boolean isBase = true;
    for (var layer : layers) {
      // Examples are about the law they stand beside; a pack laid over brings its own.
      declared.examples.clear();
      layer.forEach((name, text) -> {
        if (isMessages(name)) {
          messages.read(name, text, problems);
        }
      });
      parsed(layer, examplesWait).forEach((file, parsed) -> read(file, parsed, declared, problems));
      if (isBase) {
        // A pack laid over need not speak every language: English stands in.
        messages.checkLanguages(problems);
        isBase = false;
      }
    }
  }

  private static Map<String, String> decoded(
      Map<String, byte[]> files, Map<String, String> texts, List<Problem> problems) {
    var decoded = new TreeMap<String, String>();
    files.forEach((name, bytes) -> {
      switch (Decoded.of(name, bytes)) {
        case Decoded.Text(var text) -> decoded.put(name, text);
        case Decoded.Undecodable(var problem) -> {
          problems.add(problem);
          texts.put(name, new String(bytes, StandardCharsets.UTF_8));
        }
      }
    });
    texts.putAll(decoded);
    return decoded;
  }

  private static boolean isMessages(String name) {
    return name.endsWith(".properties");
  }

  // Side by side on all cores, in the files' order.
  private static Map<Map.Entry<String, String>, Parsed> parsed(
      Map<String, String> layer, boolean lawAlone) {
    return layer.entrySet().parallelStream()
        .filter(file -> !isMessages(file.getKey()))
        .collect(
            Collectors.toMap(
                Function.identity(),
                file ->
                    YamlText.parse(
                        file.getKey(), lawAlone ? law(file.getValue()) : file.getValue()),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  // What stands before the examples, where these come last.
  private static String law(String text) {
    int end = text.indexOf("\nexamples:") + 1;
    return end == 0 || NAME.matcher(text).region(end + 1, text.length()).find()
        ? text
        : text.substring(0, end);
  }

  private static void read(
      Map.Entry<String, String> file, Parsed parsed, Declared declared, List<Problem> problems) {
    var name = file.getKey();
    switch (parsed) {
      case Parsed.Tree(var root) ->
          new PackReader(declared, problems)
              .read(
                  new PackFile(name.substring(0, name.indexOf('/')), name, file.getValue(), root));
      case Parsed.Refused(var refused) -> problems.addAll(refused);
    }
  }

  private static Map<String, Place> places(Declared declared, PackCompiler compiler) {
    var places = new LinkedHashMap<String, Place>();
    for (var place : declared.places.values()) {
      var derived = new LinkedHashMap<String, CheckedCondition>();
      place
          .derived()
          .forEach((name, source) ->
              compiler.checked(source).ifPresent(checked -> derived.put(name, checked)));
      places.put(
          place.place(),
          new Place(
              place.place(),
              place.name(),
              place.state(),
              LocalDate.ofEpochDay(place.coversFrom()),
              place.ranking().stream().map(Declared.Ranked::program).toList(),
              derived,
              Map.copyOf(place.sensitivity()),
              place.coarse()));
    }
    return places;
  }

  private static String digest(List<Map<String, String>> layers) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var layer : layers) {
        layer.forEach((name, text) -> {
          sha.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
        });
      }
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  public Vocabulary vocabulary() {
    return compiled.vocabulary();
  }

  public Environment environment() {
    return compiled.environment();
  }

  /** Every program, in the order of the files that define them. */
  public List<Program> programs() {
    return List.copyOf(compiled.programs().values());
  }

  public Optional<Program> program(String id) {
    return Optional.ofNullable(compiled.programs().get(id));
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
    return examples.orElseGet(() -> {
      var whole = new Declared();
      var problems = new ArrayList<Problem>();
      parsed(new TreeMap<>(texts), false)
          .forEach((file, parsed) -> read(file, parsed, whole, problems));
      if (!problems.isEmpty()) {
        throw new PackProblems(problems, texts);
      }
      examples = Optional.of(whole.examples);
      return whole.examples;
    });
  }

  /**
   * The examples that stand beside the rules of the topmost pack.
   *
   * @throws PackProblems if an example of the shipped packs is malformed
   */
  public List<ExampleCase> examples() {
    var reader = new HouseholdReader(vocabulary(), compiled.programs().keySet());
    return declaredExamples().stream()
        .map(example ->
            new ExampleCase(
                example.file().name(),
                example.at().line(),
                example.at().column(),
                example.name(),
                reader.read(example.file().name(), example.household(), LocalDate.EPOCH),
                example.expect().node(),
                example.premium()))
        .toList();
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
