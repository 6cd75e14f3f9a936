package org.konbit.rules.expression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.household.Household;

/** The facts that were missing so far, as {@link MissingFact} codes, in the order of asking. */
final class MissingFacts {
  private final int facts;
  private int[] codes = new int[32];
  private int size;
  private int @Nullable [] seen;
  private int glance;

  /**
   * @param facts how many facts a document can state
   */
  MissingFacts(int facts) {
    this.facts = facts;
  }

  void add(int code) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = code;
  }

  void addAll(int[] more) {
    while (size + more.length > codes.length) {
      codes = Arrays.copyOf(codes, codes.length * 2);
    }
    System.arraycopy(more, 0, codes, size, more.length);
    size += more.length;
  }

  /** A place in the list, to go back to. */
  int mark() {
    return size;
  }

  void forgetSince(int mark) {
    size = mark;
  }

  /**
   * What was added since, each once. What rests on much that is open names each fact many times
   * over, and so does what rests on that: kept as they come, the names would double at each step.
   */
  int[] since(int mark) {
    if (size - mark > 1) {
      size = withoutRepeats(mark);
    }
    return Arrays.copyOfRange(codes, mark, size);
  }

  private int withoutRepeats(int mark) {
    var seen = this.seen == null ? new int[facts * Household.MAX_MEMBERS] : this.seen;
    this.seen = seen;
    glance++;
    int kept = mark;
    for (int i = mark; i < size; i++) {
      if (seen[codes[i]] != glance) {
        seen[codes[i]] = glance;
        codes[kept++] = codes[i];
      }
    }
    return kept;
  }
}
