package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.List;

/** Derives for every person of a chunk what follows from how the household is made up. */
final class ShapeKernel {
  private final Shapes shapes;
  private final int[] places;
  private final List<Copy> copies = new ArrayList<>();

  /** What is derived by place, and where it is written to: arrays of the same type. */
  private record Copy(Object by, Object into) {}

  ShapeKernel(Shapes shapes, int rows) {
    this.shapes = shapes;
    places = new int[rows];
  }

  void write(Derived.Kind kind, Object into) {
    var values = shapes.values(kind);
    copies.add(
        new Copy(
            switch (into) {
              case byte[] _ -> Cells.BYTES.of(values);
              case int[] _ -> Cells.INTS.of(values);
              case Object _ -> values;
            },
            into));
  }

  /** Household by household: which place its first member has. */
  void place(int household, int row, int size) {
    int place = shapes.firstPlace(shapes.shape(household));
    for (int member = 0; member < size; member++) {
      places[row + member] = place + member;
    }
  }

  void read(int rows) {
    for (int i = 0; i < copies.size(); i++) {
      var copy = copies.get(i);
      switch (copy.into()) {
        case byte[] into -> copy((byte[]) copy.by(), into, rows);
        case int[] into -> copy((int[]) copy.by(), into, rows);
        case Object into -> copy((long[]) copy.by(), (long[]) into, rows);
      }
    }
  }

  private void copy(byte[] by, byte[] into, int rows) {
    for (int row = 0; row < rows; row++) {
      into[row] = by[places[row]];
    }
  }

  private void copy(int[] by, int[] into, int rows) {
    for (int row = 0; row < rows; row++) {
      into[row] = by[places[row]];
    }
  }

  private void copy(long[] by, long[] into, int rows) {
    for (int row = 0; row < rows; row++) {
      into[row] = by[places[row]];
    }
  }
}
