package org.konbit.clients.desk;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.konbit.clients.KeptAbout;
import org.konbit.web.DeskFrame;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the other modules keep about a person. */
@Component
class KeptElsewhere {
  private final ObjectProvider<KeptAbout> modules;

  KeptElsewhere(ObjectProvider<KeptAbout> modules) {
    this.modules = modules;
  }

  /** In short, with the addresses of pages. */
  List<ClientPage.Elsewhere> inShort(DeskFrame desk, UUID client) {
    return all(desk, client, each -> each.inShort(client, desk.frame().t()));
  }

  /** All of it. */
  List<ClientPage.Elsewhere> everything(DeskFrame desk, UUID client) {
    return all(desk, client, each -> each.everything(client, desk.frame().t()));
  }

  private List<ClientPage.Elsewhere> all(
      DeskFrame desk, UUID client, Function<KeptAbout, List<KeptAbout.Piece>> pieces) {
    return modules
        .orderedStream()
        .map(each ->
            new ClientPage.Elsewhere(
                each.key(),
                each.noneKey(),
                each.beginKey(),
                desk.home() + each.beginPlace(client),
                pieces.apply(each)))
        .toList();
  }
}
