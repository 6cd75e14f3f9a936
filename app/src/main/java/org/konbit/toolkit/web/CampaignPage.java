package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.toolkit.content.Campaign;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** One campaign, with the bills it is about. */
public record CampaignPage(
    PageFrame frame, Item item, Campaign campaign, List<AgendaPage.Line> bills) implements Page {
  public CampaignPage {
    bills = List.copyOf(bills);
  }
}
