package org.konbit.clients.desk;

import java.util.List;
import java.util.stream.Stream;
import org.konbit.access.Organisations;
import org.konbit.clients.Client;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.Consent;
import org.konbit.clients.Consents;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskWaiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Consents that end soon, on the desk's first page: whoever still wants help is asked again. */
@Component
@Order(20)
class ConsentsToday implements DeskWaiting {
  private static final int MOST = 8;

  private final Consents consents;
  private final Clients clients;
  private final Organisations organisations;
  private final TransactionOperations transactions;

  ConsentsToday(
      Consents consents,
      Clients clients,
      Organisations organisations,
      TransactionOperations transactions) {
    this.consents = consents;
    this.clients = clients;
    this.organisations = organisations;
    this.transactions = transactions;
  }

  @Override
  public List<Group> today(DeskFrame desk) {
    return ClientStaff.keeps()
        ? List.of(new Group("clients.today.ending", false, lines(desk), ""))
        : List.of();
  }

  private List<Line> lines(DeskFrame desk) {
    var t = desk.frame().t();
    var partners = organisations.names();
    var ending = transactions.execute(_ -> ending());
    return ending.stream()
        .map(each ->
            new Line(
                "%s/clients/%s".formatted(desk.home(), each.client().id()),
                each.client().name().full(),
                t.localize(
                    each.consent().purpose().messageKey(),
                    partners.getOrDefault(each.consent().receiver(), "")),
                t.localize("clients.today.ends", t.date(each.consent().until()))))
        .toList();
  }

  private record Ending(Consent consent, Client client) {}

  private List<Ending> ending() {
    var soon = consents.ending(MOST);
    var people = OnePages.byId(clients.all(soon.stream().map(Consent::client).distinct().toList()));
    return soon.stream()
        .flatMap(consent ->
            Stream.ofNullable(people.get(consent.client()))
                .map(client -> new Ending(consent, client)))
        .toList();
  }
}
