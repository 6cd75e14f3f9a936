package org.konbit.simulation.microdata;

import java.util.ArrayList;
import java.util.List;

/** Puts homes together into blocks, in the order in which they come. For one thread. */
public final class MicrodataBuilder {
  private final List<String> areas;
  private final List<Block> blocks = new ArrayList<>();
  private Block open;

  /**
   * @param areas the areas homes lie in, each as its state and its name; others may follow
   */
  public MicrodataBuilder(List<String> areas) {
    this.areas = new ArrayList<>(areas);
    this.open = new Block(this.areas);
  }

  /** Starts a home; the people added next live in it. */
  public void home(Home home) {
    if (open.homes() == Microdata.BLOCK) {
      blocks.add(open.complete());
      open = new Block(areas);
    }
    open.add(home);
  }

  public void person(Person person, float weight) {
    open.add(person, weight);
  }

  /** A person with the survey's 80 replicate weights. */
  public void person(Person person, float weight, short[] replicates) {
    open.add(person, weight, replicates);
  }

  /** The areas of all homes so far, the given ones first. */
  public List<String> areas() {
    return List.copyOf(areas);
  }

  /** The blocks so far; the builder is used up. */
  public List<Block> blocks() {
    if (open.homes() > 0) {
      blocks.add(open.complete());
    }
    return List.copyOf(blocks);
  }
}
