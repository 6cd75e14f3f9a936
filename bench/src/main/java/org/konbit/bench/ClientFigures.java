package org.konbit.bench;

import java.io.IOException;
import java.util.List;
import org.konbit.clients.Clients;
import org.konbit.clients.Sought;

/** How quickly one of 200,000 people of eighty organisations is found. */
final class ClientFigures {
  private final boolean isQuick;

  ClientFigures(boolean isQuick) {
    this.isQuick = isQuick;
  }

  List<Figure> measure() throws IOException {
    int each = isQuick ? 250 : 2_500;
    try (var coalition = new Coalition(each)) {
      var clients = coalition.bean(Clients.class);
      var times =
          Coalition.times(
              isQuick ? 300 : 2_000,
              () ->
                  Coalition.worker(coalition.anyPartner().id())
                      .call(() -> clients.search(Sought.named(coalition.word()))));
      return List.of(
          Coalition.figure(
              "Clients: search by a name among %,d, a whole transaction"
                  .formatted(each * Coalition.ORGANISATIONS),
              50,
              times));
    }
  }
}
