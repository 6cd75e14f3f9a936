package org.konbit.clients.desk;

import java.util.List;
import java.util.Map;
import org.konbit.clients.KeptAbout;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * One person.
 *
 * @param called how the person likes to be called, if otherwise; empty if not
 * @param facts what is known, each with its name
 * @param home everybody at the person's home; empty if none is known
 * @param elsewhere what other parts of the desk keep about the person
 * @param noteId the id that the next note gets
 * @param mayChange whether whoever looks may change anything
 * @param isAgreed whether somebody may be told of the person today
 * @param mayErase whether they may be told everything, and erase it
 */
public record ClientPage(
    DeskFrame desk,
    String id,
    String name,
    String called,
    List<Fact> facts,
    List<Housemate> home,
    List<Agreed> consents,
    List<Elsewhere> elsewhere,
    List<Written> notes,
    String noteId,
    String note,
    List<Box> audiences,
    boolean mayChange,
    boolean isAgreed,
    boolean mayErase,
    Map<String, String> problems)
    implements DeskPage {
  /** Something that is known, in words. */
  public record Fact(String key, String text) {}

  /**
   * Somebody at home.
   *
   * @param isSelf whether it is the very person
   */
  public record Housemate(String id, String name, String role, String since, boolean isSelf) {}

  /**
   * A consent.
   *
   * @param shares what of the person, in words
   * @param state until when it holds, or when it ended
   * @param explained in which language, and by whom interpreted
   * @param holds whether it holds today
   */
  public record Agreed(
      String id, String purpose, String shares, String state, String explained, boolean holds) {}

  /**
   * Things of one kind.
   *
   * @param begin the address where one is begun; {@code beginKey} says what
   */
  public record Elsewhere(
      String key, String noneKey, String beginKey, String begin, List<KeptAbout.Piece> pieces) {}

  /** A note, and under it who wrote it for whom, and when. */
  public record Written(String text, String under) {}

  @Override
  public String toString() { // it names a person
    return "ClientPage";
  }
}
