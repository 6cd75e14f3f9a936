package org.konbit.rules.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a verb, which only says what verbs there are. */
@Command(name = "konbit", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "VERB")
final class KonbitCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A verb is missing: screen or rules.");
  }
}
