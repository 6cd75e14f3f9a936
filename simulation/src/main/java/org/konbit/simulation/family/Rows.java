package org.konbit.simulation.family;

import java.util.Arrays;
import java.util.List;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.status.Immigration;

/** Who stands in each row of a population: where in which block, and in which group. */
public final class Rows {
  private static final Immigration.Group[] GROUPS = Immigration.Group.values();

  private final List<Block> blocks;
  private int size;
  private int[] block = new int[256];
  private int[] person = new int[256];
  private int[] home = new int[256];
  private byte[] group = new byte[256];

  Rows(List<Block> blocks) {
    this.blocks = blocks;
  }

  void add(int ofBlock, int number, int ofHome, Immigration.Group in) {
    if (size == block.length) {
      int more = size * 2;
      block = Arrays.copyOf(block, more);
      person = Arrays.copyOf(person, more);
      home = Arrays.copyOf(home, more);
      group = Arrays.copyOf(group, more);
    }
    block[size] = ofBlock;
    person[size] = number;
    home[size] = ofHome;
    group[size] = (byte) in.place();
    size++;
  }

  public int size() {
    return size;
  }

  public Block block(int row) {
    return blocks.get(block[row]);
  }

  /** Whether both rows are of one block. */
  public boolean isSameBlock(int row, int other) {
    return block[row] == block[other];
  }

  /** The person's number in the block. */
  public int person(int row) {
    return person[row];
  }

  /** The home's number in the block. */
  public int home(int row) {
    return home[row];
  }

  public Immigration.Group group(int row) {
    return GROUPS[group[row]];
  }

  /** The place of the row's group among all groups. */
  public int groupPlace(int row) {
    return group[row];
  }
}
