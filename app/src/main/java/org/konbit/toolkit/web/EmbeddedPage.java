package org.konbit.toolkit.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** The newest changes as a partner's site shows them in a frame. */
public record EmbeddedPage(
    PageFrame frame, Optional<String> language, Content style, String all, List<Told> changes)
    implements Page {
  public EmbeddedPage {
    changes = List.copyOf(changes);
  }
}
