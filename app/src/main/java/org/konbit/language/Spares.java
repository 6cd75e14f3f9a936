package org.konbit.language;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Things that are dear to make and serve one thread at a time, kept to be used again: as many as
 * were ever at work at once. Safe to share between threads.
 */
final class Spares<T> {
  private final Supplier<T> make;
  private final Queue<T> free = new ConcurrentLinkedQueue<>();

  Spares(Supplier<T> make) {
    this.make = make;
  }

  /** Lends one to the work. One that an error left behind is simply lost. */
  <R> R lend(Function<T, R> work) {
    var spare = free.poll();
    var one = spare == null ? make.get() : spare;
    var result = work.apply(one);
    free.add(one);
    return result;
  }
}
