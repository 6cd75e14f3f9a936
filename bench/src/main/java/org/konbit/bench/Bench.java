package org.konbit.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code ./konbit bench [--quick] [PATTERN]}: measures what matches and prints the table that
 * {@code docs/performance.md} shows.
 */
public final class Bench {
  private static final String USAGE =
      """
      Usage: ./konbit bench [--quick] [PATTERN]
      Measures what matches: explain, question, jsonl, rule, six, bulk, population, loading, page,
      vault, desk, web, interview, directory, toolkit, clients, referrals (everything without a PATTERN), and prints
      a table.
      docs/performance.md says more.\
      """;
  private static final List<String> NAMES =
      List.of(
          "explain",
          "question",
          "jsonl",
          "rule",
          "six",
          "bulk",
          "population",
          "loading",
          "page",
          "vault",
          "desk",
          "web",
          "interview",
          "directory",
          "toolkit",
          "clients",
          "referrals");

  private final boolean isQuick;
  private final Pattern pattern;
  private final List<Figure> figures = new ArrayList<>();

  private Bench(boolean isQuick, String pattern) {
    this.isQuick = isQuick;
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    boolean quick = false;
    var pattern = "";
    for (String argument : arguments) {
      if (argument.equals("--quick")) {
        quick = true;
      } else if (argument.equals("--help")) {
        System.out.println(USAGE);
        return;
      } else if (argument.startsWith("-") || !pattern.isEmpty()) {
        System.err.println(USAGE);
        System.exit(2);
      } else {
        pattern = argument;
      }
    }
    try {
      var bench = new Bench(quick, pattern);
      if (NAMES.stream().anyMatch(bench::isAsked)) {
        bench.run();
        return;
      }
    } catch (PatternSyntaxException _) {
      // Told below, as a pattern that matches nothing is.
    }
    System.err.printf("konbit: nothing that is measured matches (%s).%n%s%n", pattern, USAGE);
    System.exit(2);
  }

  private void run() throws IOException, InterruptedException, RunnerException {
    var before = load();
    if (isAsked("explain")) {
      explain();
    }
    if (isAsked("question")) {
      question();
    }
    if (isAsked("jsonl")) {
      figures.add(JsonLines.measure());
    }
    if (isAsked("rule")) {
      oneRule();
    }
    if (isAsked("six")) {
      perSecond("Six small rules, one person, with reasons", one(SixRulesBenchmark.class), 150_000);
    }
    if (isAsked("bulk")) {
      bulk();
    }
    if (isAsked("population")) {
      figures.addAll(new PopulationFigures(isQuick).measure());
    }
    if (isAsked("loading")) {
      loading();
    }
    if (isAsked("page")) {
      figures.addAll(new FirstPage().measure());
    }
    if (isAsked("vault")) {
      figures.addAll(new VaultFigures(isQuick).measure());
      figures.addAll(new AuditFigures(isQuick).measure());
    }
    if (isAsked("desk")) {
      figures.addAll(new DeskFigures(isQuick).measure());
    }
    if (isAsked("web")) {
      figures.addAll(new WebFigures(isQuick).measure());
    }
    if (isAsked("interview")) {
      figures.addAll(new InterviewFigures(isQuick).measure());
    }
    if (isAsked("directory")) {
      figures.addAll(new DirectoryFigures(isQuick).measure());
    }
    if (isAsked("toolkit")) {
      figures.addAll(new ToolkitFigures(isQuick).measure());
    }
    if (isAsked("clients")) {
      figures.addAll(new ClientFigures(isQuick).measure());
    }
    if (isAsked("referrals")) {
      figures.addAll(new ReferralFigures(isQuick).measure());
    }
    System.out.printf(
        "%n%d cores, %s, JDK %s; load %s before, %s after%n%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        System.getProperty("java.runtime.version"),
        before,
        load());
    System.out.println("| Measured | By the clock | By processor time | Bar | |");
    System.out.println("| --- | --- | --- | --- | --- |");
    figures.forEach(figure -> System.out.println(figure.markdown()));
  }

  private boolean isAsked(String name) {
    return pattern.matcher(name).find();
  }

  private static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return "%.1f".formatted(load);
  }

  private void explain() throws RunnerException {
    for (RunResult result : all(ExplainBenchmark.class, Mode.Throughput)) {
      switch (ExplainBenchmark.Told.valueOf(result.getParams().getParam("told"))) {
        case OUTCOMES -> perSecond("Explain a family of four, outcomes only", result, 0);
        case REASONS -> perSecond("Explain a family of four, with reasons", result, 2_000);
        case EVERYTHING -> perSecond("Explain a family of four, everything", result, 0);
      }
    }
  }

  private void question() throws RunnerException {
    var result = all(NextQuestionBenchmark.class, Mode.SampleTime).iterator().next();
    var times = result.getPrimaryResult().getStatistics();
    double p99 = times.getPercentile(99);
    var used = QuestionTimes.measure(isQuick ? 10 : 40);
    figures.add(
        new Figure(
            "Next question",
            "p50 %.2f ms, p99 %.2f ms".formatted(times.getPercentile(50), p99),
            "p50 %.2f ms, p99 %.2f ms".formatted(used.percentile(50), used.percentile(99)),
            "p99 ≤ 5 ms",
            p99 <= 5 ? "met" : used.percentile(99) <= 5 ? "met by processor time" : "missed"));
  }

  private void oneRule() throws RunnerException {
    double ours = 0;
    double theirs = 0;
    for (RunResult result : all(OneRuleBenchmark.class, Mode.Throughput)) {
      boolean isOurs = result.getParams().getBenchmark().endsWith(".ours");
      perSecond(isOurs ? "One rule, our evaluator" : "One rule, cel-java’s planner", result, 0);
      ours = isOurs ? cpuMicros(result) : ours;
      theirs = isOurs ? theirs : cpuMicros(result);
    }
    figures.add(
        Figure.plain("One rule, ours to cel-java’s", "", "%.1f ×".formatted(theirs / ours)));
  }

  private void bulk() throws RunnerException {
    var persons = new EnumMap<BulkBenchmark.What, Double>(BulkBenchmark.What.class);
    for (RunResult result : all(BulkBenchmark.class, Mode.Throughput)) {
      persons.put(
          BulkBenchmark.What.valueOf(result.getParams().getParam("what")),
          result.getPrimaryResult().getScore());
    }
    persons(persons, BulkBenchmark.What.ONE_RULE, "A population, one rule, persons", 0);
    persons(persons, BulkBenchmark.What.ONE_RULE_BY_HAND, "The same by hand, persons", 0);
    double share =
        score(persons, BulkBenchmark.What.ONE_RULE)
            / score(persons, BulkBenchmark.What.ONE_RULE_BY_HAND);
    figures.add(
        new Figure(
            "One rule, compiled to by hand",
            "%.2f ×".formatted(share),
            "",
            "≥ 0.9 ×",
            share >= 0.9 ? "met" : "missed"));
    persons(persons, BulkBenchmark.What.SIX_RULES, "A population, six rules, persons", 65_000_000);
    persons(persons, BulkBenchmark.What.SIX_RULES_BY_HAND, "The same six by hand, persons", 0);
    persons(
        persons,
        BulkBenchmark.What.SUMS,
        "A population, six with household sums, persons",
        65_000_000);
    persons(persons, BulkBenchmark.What.SUMS_BY_HAND, "The same by hand, persons", 0);
    peers();
    persons(
        persons, BulkBenchmark.What.MASSACHUSETTS, "All law of Massachusetts, persons", 5_000_000);
    persons(persons, BulkBenchmark.What.CONNECTICUT, "All law of Connecticut, persons", 5_000_000);
  }

  private void peers() throws RunnerException {
    for (RunResult result : all(PeersBenchmark.class, Mode.Throughput)) {
      boolean isCel = result.getParams().getBenchmark().endsWith(".celJava");
      boolean isOne =
          result.getParams().getParam("what").equals(PeersBenchmark.What.ONE_RULE.name());
      perSecond(
          "%s by %s, persons"
              .formatted(
                  isOne ? "The one rule" : "The six, sums given,",
                  isCel ? "cel-java’s planner" : "Drools DMN"),
          result,
          0);
    }
  }

  // By the clock alone: the work is done by threads of the engine's own, not by the measuring one.
  private void persons(
      Map<BulkBenchmark.What, Double> all, BulkBenchmark.What what, String told, double bar) {
    double score = score(all, what);
    figures.add(
        new Figure(
            told,
            "%,.0f/s".formatted(score),
            "",
            bar == 0 ? "" : "≥ %,.0f/s".formatted(bar),
            bar == 0 ? "" : score >= bar ? "met" : "missed"));
  }

  private static double score(Map<BulkBenchmark.What, Double> all, BulkBenchmark.What what) {
    return Objects.requireNonNull(all.get(what));
  }

  private void loading() throws RunnerException {
    var cold = all(LoadingBenchmark.class, Mode.SingleShotTime).iterator().next();
    var warm = all(LoadingBenchmark.class, Mode.AverageTime).iterator().next();
    figures.add(milliseconds("Loading the shipped packs, cold", cold));
    figures.add(milliseconds("Loading the shipped packs, warm", warm));
  }

  private static Figure milliseconds(String what, RunResult result) {
    return Figure.plain(
        what,
        "%.0f ms".formatted(result.getPrimaryResult().getScore()),
        "%.0f ms".formatted(cpuMicros(result) / 1_000));
  }

  private void perSecond(String what, RunResult result, double bar) {
    double wall = result.getPrimaryResult().getScore();
    double cpu = 1e6 / cpuMicros(result);
    var verdict = wall >= bar ? "met" : cpu >= bar ? "met by processor time" : "missed";
    figures.add(
        new Figure(
            what,
            "%,.0f/s".formatted(wall),
            "%,.0f/s".formatted(cpu),
            bar == 0 ? "" : "≥ %,.0f/s".formatted(bar),
            bar == 0 ? "" : verdict));
  }

  private static double cpuMicros(RunResult result) {
    var cpu = result.getSecondaryResults().get(CpuTime.LABEL);
    return Objects.requireNonNull(cpu).getScore();
  }

  private RunResult one(Class<?> benchmark) throws RunnerException {
    return all(benchmark, Mode.Throughput).iterator().next();
  }

  private Collection<RunResult> all(Class<?> benchmark, Mode mode) throws RunnerException {
    boolean isCold = mode == Mode.SingleShotTime;
    int warmups = isCold ? 0 : isQuick ? 5 : 10;
    int iterations = isCold ? 1 : isQuick ? 4 : 10;
    var options =
        new OptionsBuilder()
            .include(Pattern.quote(benchmark.getName()) + "\\.")
            .mode(mode)
            .forks(isCold ? 3 : isQuick ? 1 : 2)
            .warmupIterations(warmups)
            .warmupTime(TimeValue.seconds(isQuick ? 1 : 2))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(isQuick ? 1 : 2))
            .addProfiler(CpuTime.class)
            .verbosity(VerboseMode.NORMAL)
            // One collector thread that stops all others: what garbage costs is in the figures.
            .jvmArgs(
                "-XX:+UseSerialGC",
                "-Xmx2g",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkonbit.home=" + Law.home())
            .build();
    return new Runner(options).run();
  }
}
