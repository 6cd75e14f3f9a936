package org.konbit.directory.desk;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * An object of a file, to be mended.
 *
 * @param wrong the fields with something wrong; {@code others} all the rest
 */
public record MendPage(
    DeskFrame desk,
    String id,
    String kind,
    String place,
    boolean isTaken,
    List<Field> wrong,
    List<Field> others)
    implements DeskPage {
  /**
   * A field, as the standard calls it.
   *
   * @param problem what is wrong with it; else empty
   */
  public record Field(
      String name, String value, boolean isRequired, List<String> choices, String problem) {}
}
