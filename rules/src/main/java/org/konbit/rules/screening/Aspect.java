package org.konbit.rules.screening;

/** The parts of an answer that cost time and can be left out. */
public enum Aspect {
  REASONS,
  TIMELINE,
  FLIPS,
  IF_THEN,
  NEXT
}
