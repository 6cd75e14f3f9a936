package org.konbit.screening;

import java.util.List;
import org.konbit.rules.pack.RulePacks;

/** The shipped law, read once for all tests. */
public final class Laws {
  private static final Law SHIPPED = new Law(RulePacks.shipped(List.of()));

  private Laws() {}

  public static Law shipped() {
    return SHIPPED;
  }
}
