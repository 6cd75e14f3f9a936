package org.konbit.rules.cli;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.pack.RulePacks;
import picocli.CommandLine.Option;

/** Which rule packs are laid over the shipped ones. */
final class PacksOption {
  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description =
          "Lay the rule packs of this folder over the shipped ones, and over those that"
              + " KONBIT_RULEPACKS names. May be given several times.")
  private List<Path> folders = new ArrayList<>();

  /** The law to apply. */
  RulePacks load(Terminal terminal) {
    var overlays = new ArrayList<Path>();
    Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(terminal.variable("KONBIT_RULEPACKS"))
        .filter(named -> !named.isBlank())
        .forEach(named -> overlays.add(Path.of(named)));
    overlays.addAll(folders);
    for (Path folder : overlays) {
      if (!Files.isDirectory(folder)) {
        throw new WrongUsage(
            "The rule packs (%s) are no folder.\nCheck --packs and KONBIT_RULEPACKS."
                .formatted(folder));
      }
    }
    try {
      return terminal.law(overlays);
    } catch (UncheckedIOException e) {
      throw new WrongUsage(String.valueOf(e.getMessage()), e);
    }
  }
}
