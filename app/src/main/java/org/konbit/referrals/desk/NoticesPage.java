package org.konbit.referrals.desk;

import java.util.List;
import java.util.Map;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Where notices go.
 *
 * @param address what stands in the field
 * @param isSet whether notices go anywhere now
 * @param hasServer whether mail leaves this installation at all
 * @param problems message keys by field
 */
public record NoticesPage(
    DeskFrame desk,
    String address,
    boolean isSet,
    boolean hasServer,
    List<Box> languages,
    Map<String, String> problems)
    implements DeskPage {
  @Override
  public String toString() { // a mailbox may be somebody's own
    return "NoticesPage";
  }
}
