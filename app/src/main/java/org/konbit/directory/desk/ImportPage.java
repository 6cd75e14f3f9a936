package org.konbit.directory.desk;

import java.util.List;
import org.konbit.directory.incoming.Refused;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Files of the standard: bringing one in, and what of earlier ones waits to be mended.
 *
 * @param problem the message key of why a file could not be read; else empty
 * @param isMore whether more waits than is shown
 */
public record ImportPage(
    DeskFrame desk, String problem, List<Refused.Import> last, List<Row> waiting, boolean isMore)
    implements DeskPage {
  /** Something that waits to be mended. */
  public record Row(
      String id, String name, String kind, String place, List<Wrong> wrong, boolean isTaken) {}

  /** A field and what is wrong with it. */
  public record Wrong(String field, String told) {}
}
