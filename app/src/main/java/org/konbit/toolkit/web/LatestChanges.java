package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.web.HomeNews;
import org.springframework.stereotype.Component;

/** The newest changes for the front door. */
@Component
class LatestChanges implements HomeNews {
  private final Items items;

  LatestChanges(Items items) {
    this.items = items;
  }

  @Override
  public List<Piece> latest(Texts t, int most) {
    var tellings = new Tellings(t, "/" + t.language().tag(), items.today());
    return Tellings.newestFirst(items.catalogue().all(GovernmentAction.class), items.today())
        .limit(most)
        .map(tellings::told)
        .map(told ->
            new Piece(
                told.address(), told.title(), told.day(), told.date(), Items.foreign(t).orElse("")))
        .toList();
  }
}
