package org.konbit.referrals.desk;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What would be told, before it is.
 *
 * @param ask where the family is asked for exactly this
 * @param isAgreed whether the family agreed to it
 * @param isWarm whether anything of the person is told at all
 * @param mustBeSigned whether nothing at all is told unless the person signs
 * @param problem why it was not sent; empty if nobody tried
 */
public record DraftPage(
    DeskFrame desk,
    String id,
    String ask,
    String to,
    String service,
    String need,
    List<OnePage.Fact> facts,
    String message,
    boolean isAgreed,
    boolean isWarm,
    boolean mustBeSigned,
    String key,
    String problem)
    implements DeskPage {
  @Override
  public String toString() { // it names a person
    return "DraftPage";
  }
}
