package org.konbit.rules.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.konbit.rules.pack.RulePacks;

/**
 * What a command may touch of the world outside: its streams, the clock, the variables, the law.
 * Everything written is UTF-8, whatever the locale.
 */
final class Terminal {
  private static final ZoneId LAW = ZoneId.of("America/New_York");

  /** Nobody reads what is written any more: a reason to end, not an error. */
  static final class NobodyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NobodyReads(IOException cause) {
      super(cause);
    }
  }

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final InstantSource clock;
  private final Map<String, String> variables;
  private final Function<List<Path>, RulePacks> law;

  Terminal(
      InputStream in,
      OutputStream out,
      OutputStream err,
      InstantSource clock,
      Map<String, String> variables,
      Function<List<Path>, RulePacks> law) {
    this.in = in;
    this.out = new Outlet(out);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.clock = clock;
    this.variables = Map.copyOf(variables);
    this.law = law;
  }

  // Everything is written in large pieces, so nothing is gained by going through one byte at a
  // time, as the class above would.
  private static final class Outlet extends FilterOutputStream {
    Outlet(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw new NobodyReads(e);
      }
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        throw new NobodyReads(e);
      }
    }
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  /** For what is not the answer: refusals, usage, progress. */
  PrintStream err() {
    return err;
  }

  /** The date in the states whose law is held. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LAW);
  }

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  RulePacks law(List<Path> overlays) {
    return law.apply(overlays);
  }

  /** Writes the text as the answer. */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new NobodyReads(e);
    }
  }
}
