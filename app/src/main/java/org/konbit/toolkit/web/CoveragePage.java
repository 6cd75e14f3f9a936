package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** What people of one status can get in each state, today and after the next known dates. */
public record CoveragePage(
    PageFrame frame, Paper paper, Coverage.Said status, List<Coverage> coverages) implements Page {
  public CoveragePage {
    coverages = List.copyOf(coverages);
  }
}
