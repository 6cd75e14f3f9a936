package org.konbit.toolkit.web;

import java.util.List;
import java.util.Map;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Those who stand behind one item.
 *
 * @param address the item at the desk
 * @param seen where readers see it
 * @param state whether its wording is approved, and by whom
 * @param changes what the newest wording may have changed; none where nobody is to say so
 * @param mayName whether whoever looks may name people
 * @param mayApprove whether whoever looks may approve the wording
 * @param problems message keys by field
 */
public record ContentItemPage(
    DeskFrame desk,
    String address,
    String seen,
    String title,
    int revision,
    String owner,
    String reviewer,
    String state,
    String due,
    List<Box> owners,
    List<Box> reviewers,
    List<Box> changes,
    boolean mayName,
    boolean mayApprove,
    Map<String, String> problems)
    implements DeskPage {
  public ContentItemPage {
    owners = List.copyOf(owners);
    reviewers = List.copyOf(reviewers);
    changes = List.copyOf(changes);
    problems = Map.copyOf(problems);
  }

  @Override
  public String toString() { // it names people
    return "ContentItemPage[%s]".formatted(address);
  }
}
