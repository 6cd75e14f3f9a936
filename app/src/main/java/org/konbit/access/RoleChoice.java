package org.konbit.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Roles somebody is to be given, and until which day, that day included.
 *
 * @param until empty for as long as they stay
 */
public record RoleChoice(Set<Role> roles, Optional<LocalDate> until) {
  private static final int LONGEST_BOUNDED_YEARS = 1;

  /** What is wrong with a choice; the name ends the message key. */
  public enum Problem {
    /** No role at all. */
    NONE,
    /** The auditor's role beside one that administers people. */
    AUDITOR_APART,
    /** A role for a bounded time, and no last day. */
    UNTIL_MISSING,
    /** A last day that has passed. */
    UNTIL_PAST,
    /** A bounded time of more than a year. */
    UNTIL_FAR,
    /** The coalition's administrator can only be named by another, at the coalition. */
    COALITION
  }

  public RoleChoice {
    roles = Set.copyOf(roles);
  }

  /** All that is wrong with it on a day, for whoever acts in this thread. */
  public List<Problem> problems(LocalDate today) {
    var problems = new ArrayList<Problem>();
    if (roles.isEmpty()) {
      problems.add(Problem.NONE);
    }
    if (roles.contains(Role.AUDITOR) && roles.stream().anyMatch(Role::administersPeople)) {
      problems.add(Problem.AUDITOR_APART);
    }
    if (roles.contains(Role.COALITION_ADMINISTRATOR) && !Role.COALITION_ADMINISTRATOR.isHeld()) {
      problems.add(Problem.COALITION);
    }
    untilProblem(today).ifPresent(problems::add);
    return problems;
  }

  private Optional<Problem> untilProblem(LocalDate today) {
    boolean isBounded = roles.stream().anyMatch(Role::isForABoundedTime);
    if (until.isEmpty()) {
      return isBounded ? Optional.of(Problem.UNTIL_MISSING) : Optional.empty();
    }
    if (until.get().isBefore(today)) {
      return Optional.of(Problem.UNTIL_PAST);
    }
    return isBounded && until.get().isAfter(today.plusYears(LONGEST_BOUNDED_YEARS))
        ? Optional.of(Problem.UNTIL_FAR)
        : Optional.empty();
  }
}
