package org.konbit.directory.desk;

import java.util.List;
import java.util.Optional;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * One entry, for those who keep it: what to do next, and all that it says.
 *
 * @param state how fresh it is, in words
 * @param publicAddress where readers see it; empty while they do not
 * @param partners to whom the coalition may hand it over; none for everybody else
 */
public record KeptEntryPage(
    DeskFrame desk,
    String id,
    String name,
    String state,
    boolean isDue,
    boolean isHidden,
    boolean isWithdrawn,
    Optional<String> about,
    List<Line> services,
    List<Line> places,
    String publicAddress,
    List<Partner> partners)
    implements DeskPage {
  /** Something that hangs from it. */
  public record Line(String id, String name, String more) {}

  /** A partner who could keep it. */
  public record Partner(String id, String name) {}
}
