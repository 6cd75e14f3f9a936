package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.toolkit.content.Job;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** One open job. */
public record JobPage(PageFrame frame, Item item, Job job, List<ChangePage.Fact> facts)
    implements Page {
  public JobPage {
    facts = List.copyOf(facts);
  }
}
