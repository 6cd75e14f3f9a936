package org.konbit.access.web;

import java.util.List;
import org.konbit.access.People.Member;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * One person, and what they may do.
 *
 * @param isMyself whether it is the reader, who decides about everybody else
 */
public record PersonPage(
    DeskFrame desk,
    Member member,
    boolean isMyself,
    List<RoleBox> roles,
    String until,
    Problems problems)
    implements DeskPage {
  /** Where the forms are sent. */
  public String address() {
    return "%s/people/%s".formatted(desk.home(), member.person());
  }

  @Override
  public String toString() { // it names a person
    return "PersonPage";
  }
}
