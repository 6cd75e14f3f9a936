package org.konbit.rules.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.konbit.rules.pack.PackProblems;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Examples;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Rendering;

/** {@code konbit screen} and {@code konbit rules}. */
public final class Cli {
  private Cli() {}

  public static void main(String[] args) {
    System.exit(check(args, System.out));
  }

  private static int check(String[] args, PrintStream out) {
    var overlays = new ArrayList<Path>();
    for (int i = 1; i < args.length; i++) {
      overlays.add(Path.of(args[i]));
    }
    try {
      var packs =
          args.length > 0 ? RulePacks.of(Path.of(args[0]), overlays) : RulePacks.shipped(List.of());
      var failures = new Examples(new Screener(packs)).failures();
      for (Problem failure : failures) {
        out.println(Rendering.of(failure, packs.text(failure.file())));
      }
      out.printf(
          "%d programs, %d examples, %d failures%n",
          packs.programs().size(), packs.examples().size(), failures.size());
      return failures.isEmpty() ? 0 : 1;
    } catch (PackProblems e) {
      out.println(e.rendered());
      out.printf("%d problems%n", e.problems().size());
      return 1;
    }
  }
}
