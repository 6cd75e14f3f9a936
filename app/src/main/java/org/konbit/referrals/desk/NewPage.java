package org.konbit.referrals.desk;

import java.util.List;
import java.util.Map;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Writing a referral, step by step: who, for what, to whom, and what is told.
 *
 * @param client nobody until chosen
 * @param who the person's name
 * @param name that was looked for
 * @param people who can be chosen
 * @param need none until chosen
 * @param offers who can help with it
 * @param parent the referral that was rerouted; empty if none was
 */
public record NewPage(
    DeskFrame desk,
    String client,
    String who,
    String name,
    List<OnePage.Choice> people,
    String need,
    List<Box> needs,
    List<Box> offers,
    List<Box> groups,
    List<Box> warmths,
    List<Box> urgencies,
    List<Box> contacts,
    String message,
    String parent,
    Map<String, String> problems)
    implements DeskPage {
  /** What is wrong with a field; empty if nothing is. */
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }
}
