package org.konbit.vault.key;

/** What an operator does with the installation's key. */
public interface KeyVersions {
  /** Draws a new version, which wraps from now on; older ones still unwrap. Returns its number. */
  int addVersion();

  /** The whole key as text, to be kept in another place: whoever reads it can read everything. */
  String export();
}
