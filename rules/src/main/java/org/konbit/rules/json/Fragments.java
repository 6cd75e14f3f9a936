package org.konbit.rules.json;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.Outcome;

/** The parts of an answer that are the same for every family, encoded once. */
final class Fragments {
  /** What stands before and after a reason's own values. */
  static final class Reason {
    private final byte[] head;
    private final byte[] tail;

    private Reason(byte[] head, byte[] tail) {
      this.head = head;
      this.tail = tail;
    }

    byte[] head() {
      return head;
    }

    byte[] tail() {
      return tail;
    }
  }

  private final RulePacks packs;
  private final Map<String, Map<Integer, Reason>> reasons = new HashMap<>();
  private final Map<String, Map<Outcome, byte[]>> heads = new HashMap<>();
  private final Map<String, Map<Outcome, byte[]>> entries = new HashMap<>();

  Fragments(RulePacks packs) {
    this.packs = packs;
    for (Program program : packs.programs()) {
      study(program);
    }
  }

  private void study(Program program) {
    var head = new EnumMap<Outcome, byte[]>(Outcome.class);
    var entry = new EnumMap<Outcome, byte[]>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      head.put(outcome, encodedHead(program.id(), outcome));
      entry.put(outcome, encodedEntry(program.id(), outcome));
    }
    heads.put(program.id(), head);
    entries.put(program.id(), entry);
    addOf(program, "offered", program.offered().cite());
    addOf(program, Because.MEANT_FOR, program.meantFor());
    program.conditions().forEach(this::study);
    program.routes().forEach(route -> route.conditions().forEach(this::study));
  }

  private void addOf(Program program, String condition, String cite) {
    var offered = program.offered();
    add(program.id() + "." + condition, condition, cite, offered.from(), offered.to());
  }

  private void study(Condition condition) {
    for (var text : condition.texts()) {
      add(text.message(), condition.id(), text.cite(), text.from(), text.to());
    }
  }

  private void add(String message, String condition, String cite, int from, int to) {
    var head = new JsonBuffer();
    head.raw('{').name("condition").string(condition).raw(',').name("holds");
    var tail = new JsonBuffer();
    tail.raw(',').name("cite").string(cite);
    tail.raw(',').name("from").date(LocalDate.ofEpochDay(from));
    if (to != Integer.MAX_VALUE) {
      tail.raw(',').name("to").date(LocalDate.ofEpochDay(to));
    }
    tail.raw(',').name("message").string(message);
    tail.raw(',').name("text").string(sentence(message)).raw('}');
    reasons
        .computeIfAbsent(message, _ -> new HashMap<>())
        .put(from, new Reason(head.toBytes(), tail.toBytes()));
  }

  private static byte[] encodedHead(String program, Outcome outcome) {
    var buffer = new JsonBuffer();
    buffer.raw('{').name("program").string(program).raw(',').name("outcome");
    return buffer.string(outcome.word()).toBytes();
  }

  private static byte[] encodedEntry(String program, Outcome outcome) {
    return new JsonBuffer().string(program).raw(':').string(outcome.word()).toBytes();
  }

  /** The start of a program's result: its id and outcome. */
  byte[] head(String program, Outcome outcome) {
    return found(heads.get(program), program, outcome);
  }

  /** Id and outcome alone. */
  byte[] entry(String program, Outcome outcome) {
    return found(entries.get(program), program, outcome);
  }

  private static byte[] found(
      @Nullable Map<Outcome, byte[]> byOutcome, String program, Outcome outcome) {
    var fragment = byOutcome == null ? null : byOutcome.get(outcome);
    if (fragment == null) {
      throw new IllegalArgumentException("No pack has the program (%s).".formatted(program));
    }
    return fragment;
  }

  Reason reason(Because because) {
    var byDay = reasons.get(because.message());
    var found = byDay == null ? null : byDay.get(because.from());
    if (found == null) {
      throw new IllegalArgumentException(
          "No pack has the condition (%s) from that day.".formatted(because.message()));
    }
    return found;
  }

  /** The English sentence, or the key where no pack has one. */
  String sentence(String key) {
    return packs.messages().find("en", key).orElse(key);
  }
}
