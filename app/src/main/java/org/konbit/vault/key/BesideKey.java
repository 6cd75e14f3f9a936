package org.konbit.vault.key;

import java.nio.file.Path;

/** The place of files that must outlive the database, as the key must. */
public interface BesideKey {
  /** A file of this installation's beside the key file. */
  Path file(String what);
}
