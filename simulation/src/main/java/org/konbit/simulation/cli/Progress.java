package org.konbit.simulation.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells on standard error how far a run is, every few percent; and when it was interrupted. */
final class Progress implements AutoCloseable {
  private static final int STEP = 5;

  private final PrintStream err;
  private final AtomicInteger told = new AtomicInteger();
  private final Thread interrupted;

  Progress(PrintStream err) {
    this.err = err;
    interrupted =
        new Thread(() -> err.println("konbit: interrupted; nothing of this run was written."));
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  void step(String what) {
    err.println("konbit: " + what);
  }

  /** Takes the part that is done, 0 to 1, from any thread. */
  void done(double part) {
    int percent = (int) (part * 100) / STEP * STEP;
    int before = told.getAndAccumulate(percent, Math::max);
    if (percent > before) {
      err.println("konbit: %d %% of the people are decided.".formatted(percent));
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(interrupted);
  }
}
