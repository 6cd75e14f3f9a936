package org.konbit.web;

import java.util.List;

/**
 * What waits today for whoever looks at the desk's first page. A higher module offers a bean of
 * this type, in the order in which it is to stand.
 */
public interface DeskWaiting {
  /**
   * One thing that waits.
   *
   * @param address the page on which it is done
   * @param who whom it is about, as far as that may be seen here
   * @param when until when it waits, or since when
   */
  record Line(String address, String who, String what, String when) {
    @Override
    public String toString() { // it names a person
      return "Line";
    }
  }

  /**
   * Things that wait for the same.
   *
   * @param key the message key of what for
   * @param isLate whether the time for it has passed
   * @param more where the rest stands; empty if these are all
   */
  record Group(String key, boolean isLate, List<Line> lines, String more) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What waits, the most pressing first, groups in which nothing does included.
   *
   * @return no group at all for whoever has no such work
   */
  List<Group> today(DeskFrame desk);
}
