package org.konbit.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.testing.Households;

/** Millions of people a second leave no room for anything made for each of them. */
class HotPathTests {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  // They fit one chunk, however large each is.
  private static final int FEW = 150;
  private static final RulePacks PACKS = RulePacks.shipped(List.of());

  private static Population families(String state, int count) {
    return families(state, count, new Random(42));
  }

  private static Population families(String state, int count, Random random) {
    var builder = new PopulationBuilder(PACKS.vocabulary());
    for (int i = 0; i < count; i++) {
      builder.add(
          Households.complete(random, PACKS.vocabulary())
              .with(Vocabulary.STATE, 0, Words.code(state)));
    }
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MA", "CT"})
  void nothing_is_allocated_for_a_person(String state) {
    var population = families(state, FEW);
    var compiled = new BulkLaw(PACKS).compile(population, DAY);
    var law = compiled.laws().getFirst();
    var outcomes = new Outcomes(population, DAY, PACKS.programs());
    var programs = law.code().texts().get(0);
    outcomes.open(programs);
    var explained = new Explained(new Screener(PACKS), population);
    var worker = new Worker(law).telling(programs, outcomes, explained);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    worker.calculate(0, FEW - 1);
    worker.tell(0, FEW - 1);

    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 200; i++) {
      worker.calculate(0, FEW - 1);
      worker.tell(0, FEW - 1);
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    // The counter itself and the loading of a last class take some hundred bytes.
    assertThat(allocated).isLessThan(20_000);
    assertThat(allocated / (200L * population.persons())).isZero();
  }

  // A loop bounded by rows was once seen to run a word too far after the JIT had compiled it.
  @Test
  void no_loop_writes_past_a_chunk_however_often_it_runs() {
    var population = families("MA", FEW);
    var law = new BulkLaw(PACKS).compile(population, DAY).laws().getFirst();
    var worker = new Worker(law);
    int used = (population.persons() + Long.SIZE - 1) / Long.SIZE;
    long untouched = 0x5eed_5eed_5eed_5eedL;
    for (int word = 0; word < worker.words().length; word++) {
      worker.words()[word] = untouched;
    }

    for (int i = 0; i < 2_000; i++) {
      worker.calculate(0, FEW - 1);
    }

    assertThat(used).isLessThan(Slots.WORDS - 1);
    for (int word = 0; word < worker.words().length; word++) {
      if (word % Slots.WORDS >= used) {
        assertThat(worker.words()[word]).as("word %d", word).isEqualTo(untouched);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MA", "CT"})
  void compiled_law_neither_boxes_nor_makes_objects_and_fits_the_jit(String state) {
    var compiled = new BulkLaw(PACKS).compile(families(state, 50), DAY);
    var called = new ArrayList<String>();
    int methods = 0;

    for (byte[] classFile : compiled.classFiles()) {
      for (MethodModel method : ClassFile.of().parse(classFile).methods()) {
        var code = method.code().orElseThrow();
        methods++;
        assertThat(codeLength(classFile, method.methodName().stringValue()))
            .isLessThan(Assembler.LARGEST_METHOD);
        for (var element : code) {
          assertThat(element)
              .isNotInstanceOfAny(
                  NewObjectInstruction.class,
                  NewPrimitiveArrayInstruction.class,
                  NewReferenceArrayInstruction.class,
                  NewMultiArrayInstruction.class);
          if (element instanceof InvokeInstruction call) {
            called.add(call.name().stringValue());
          }
        }
      }
    }

    assertThat(methods).isGreaterThan(5);
    assertThat(called).isNotEmpty().doesNotContain("valueOf", "intValue", "longValue", "invoke");
  }

  private static int codeLength(byte[] classFile, String name) {
    for (MethodModel method : ClassFile.of().parse(classFile).methods()) {
      if (method.methodName().stringValue().equals(name)) {
        return method.findAttribute(Attributes.code()).orElseThrow().codeLength();
      }
    }
    throw new AssertionError("There is no method (%s).".formatted(name));
  }

  @Test
  void one_thread_and_many_find_the_same() {
    var population = families("CT", 2_500);
    var compiled = new BulkLaw(PACKS).compile(population, DAY);
    var alone = compiled.decide(1);
    var together = compiled.decide(5);

    for (int program = 0; program < alone.programs().size(); program++) {
      assertThat(together.eligible(program)).isEqualTo(alone.eligible(program));
      assertThat(together.unknown(program)).isEqualTo(alone.unknown(program));
      for (int person = 0; person < population.persons(); person++) {
        assertThat(together.outcome(program, person)).isEqualTo(alone.outcome(program, person));
      }
    }
    assertThat(alone.programs().stream().mapToLong(id -> alone.eligible(alone.program(id))).sum())
        .isPositive();
  }

  private static StateCode codeOf(BulkLaws laws, Population population) {
    return laws.compile(population, DAY, List.of(0)).laws().getFirst().code();
  }

  @Test
  void what_was_compiled_for_one_population_decides_what_lies_within_it() {
    var laws = new BulkLaws(List.of(PACKS));
    var first = codeOf(laws, families("MA", 2_500, new Random(1)));
    var next = codeOf(laws, families("MA", 50, new Random(1)));
    var ofAnother = codeOf(laws, families("CT", 50, new Random(3)));
    var back = codeOf(laws, families("MA", 50, new Random(1)));

    assertThat(next).isSameAs(first).isSameAs(back).isNotSameAs(ofAnother);
  }

  @Test
  void populations_beyond_an_outline_widen_it_only_where_they_lie_beyond() {
    var outline = Outline.of(families("MA", 300, new Random(1))).withRoom(DAY);
    var before = outline;
    for (int nation = 0; nation < 40; nation++) {
      var builder = new PopulationBuilder(PACKS.vocabulary());
      builder.usually(Vocabulary.STATE, Words.code("MA")).usually(Vocabulary.ASSETS, 0);
      builder.startHousehold(2);
      builder.put(Vocabulary.NATIONALITY, 0, Words.code("N" + nation));
      builder.put(Vocabulary.ASSETS, 0, nation);
      outline = outline.widened(Outline.of(builder.build()), DAY).orElseThrow();
    }

    assertThat(outline.dictionary(Vocabulary.NATIONALITY).size())
        .isGreaterThanOrEqualTo(before.dictionary(Vocabulary.NATIONALITY).size() + 40);
    assertThat(outline.limits()).isEqualTo(before.limits());
    var assets = outline.column(Vocabulary.ASSETS).orElseThrow();
    assertThat(assets.most()).isEqualTo(before.column(Vocabulary.ASSETS).orElseThrow().most());
  }

  @Test
  void texts_that_say_the_same_are_compiled_and_decided_once() {
    var laws = new BulkLaws(List.of(PACKS, RulePacks.shipped(List.of())));
    var population = families("CT", 10);
    var code = laws.compile(population, DAY, List.of(0, 1)).laws().getFirst().code();
    var outcomes = laws.decide(population, DAY, List.of(0, 1), 2);

    assertThat(code.texts()).hasSize(2);
    assertThat(code.texts().get(0).isSameAs(code.texts().get(1))).isTrue();
    assertThat(outcomes.getFirst().householdsExplained()).isZero();
    int place = outcomes.getFirst().program("us.health_center");
    assertThat(outcomes.getLast().eligibleBits(place))
        .isSameAs(outcomes.getFirst().eligibleBits(place));
  }

  @Test
  void weights_count_as_many_persons_as_each_row_stands_for() {
    var population = families("MA", 300);
    var outcomes = new BulkLaw(PACKS).compile(population, DAY).decide(1);
    var weights = new int[population.persons()];
    Arrays.fill(weights, 7);
    int program = outcomes.program("us.health_center");

    assertThat(outcomes.eligible(program)).isPositive();
    assertThat(outcomes.eligible(program, weights)).isEqualTo(7 * outcomes.eligible(program));
  }
}
