package org.konbit.access.web;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/** Recovery codes, the only time they are shown. */
public record CodesPage(DeskFrame desk, List<String> codes) implements DeskPage {
  @Override
  public String toString() {
    return "CodesPage";
  }
}
