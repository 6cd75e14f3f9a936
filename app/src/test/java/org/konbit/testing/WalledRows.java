package org.konbit.testing;

import java.util.UUID;

/**
 * Puts rows of one organisation into a module's walled tables, so that the walls test has something
 * to look for. Each module offers its own as a component among its tests; a walled table that
 * nobody fills fails that test.
 */
public interface WalledRows {
  /** Makes at least one row in each of the module's walled tables. */
  void plant(UUID organisation);
}
