package org.konbit.access.web;

import java.time.LocalDate;
import java.util.List;
import org.konbit.access.People.Member;
import org.konbit.language.Texts;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * The people of an organisation, and the form that invites one more.
 *
 * @param waiting the invitations that nobody took up yet
 * @param meantFor what was typed, and so on
 */
public record PeoplePage(
    DeskFrame desk,
    List<Row> people,
    List<Waiting> waiting,
    String meantFor,
    List<RoleBox> roles,
    String until,
    Problems problems)
    implements DeskPage {
  /**
   * One of them, in words.
   *
   * @param state how they stand, when it is not simply here; else empty
   */
  public record Row(String id, String name, String roles, String state, boolean isOut) {
    static Row of(Member member, LocalDate today, Texts t) {
      boolean isOver = member.isOver(today);
      String state =
          member.isSuspended()
              ? t.localize("access.people.suspended")
              : member
                  .until()
                  .map(day ->
                      t.localize(
                          isOver ? "access.people.ended" : "access.people.until", t.date(day)))
                  .orElse("");
      return new Row(
          member.person().toString(),
          member.name(),
          t.list(JoinController.words(member.roles(), t)),
          state,
          member.isSuspended() || isOver);
    }
  }

  /** An invitation, in words. */
  public record Waiting(String id, String meantFor, String roles, String until) {}

  @Override
  public String toString() { // it names people
    return "PeoplePage";
  }
}
