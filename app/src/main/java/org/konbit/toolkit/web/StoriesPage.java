package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Members' stories that are shown, and what each was agreed to.
 *
 * @param unsure the story that somebody wanted to take down without saying that they are sure;
 *     empty for none
 */
public record StoriesPage(DeskFrame desk, List<Story> stories, String unsure) implements DeskPage {
  /** A story; {@code consent} tells who keeps the consent, since when and for what. */
  public record Story(String id, String title, String member, String consent) {}

  public StoriesPage {
    stories = List.copyOf(stories);
  }
}
