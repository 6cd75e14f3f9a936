package org.konbit.vault;

import java.util.List;

/** A verb of the terminal's that a higher module adds. */
public interface OperatorVerb {
  /** Whether these are its words and as many arguments as it wants. */
  boolean fits(List<String> given);

  /** How it is written, with names in capitals for what is to be filled in. */
  String usage();

  /** Runs it. */
  Operations.Status run(List<String> given);
}
