package org.konbit.rules.text;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one text, so that all of it is told at once. Not thread-safe. */
public final class Problems {
  /** A hostile text could make a problem of every byte; nobody reads more than these. */
  static final int MOST = 500;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  public Problems(String file) {
    this.file = file;
  }

  public String file() {
    return file;
  }

  public void add(Problem problem) {
    if (found.size() < MOST) {
      found.add(problem);
    } else if (found.size() == MOST) {
      found.add(
          Problem.at(file, problem.line(), problem.column(), "There are more problems from here."));
    }
  }

  public void add(Node node, String path, String message, String remedy) {
    add(new Problem(file, node.line(), node.column(), path, message, remedy));
  }

  public void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }
}
