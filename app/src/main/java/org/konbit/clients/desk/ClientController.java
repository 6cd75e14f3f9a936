package org.konbit.clients.desk;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.access.People;
import org.konbit.clients.ChosenPrograms;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.Consents;
import org.konbit.clients.FreeText;
import org.konbit.clients.Households;
import org.konbit.clients.Note;
import org.konbit.clients.Notes;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One person's page: who it is, who lives there, what was agreed to, what was written. */
@Controller
class ClientController {
  private static final String ONE = "/desk/{lang}/clients/{id}";

  private final Clients clients;
  private final Households households;
  private final Consents consents;
  private final ChosenPrograms chosen;
  private final Notes notes;
  private final KeptElsewhere elsewhere;
  private final Organisations organisations;
  private final People people;
  private final TransactionOperations transactions;
  private final Clock clock;

  ClientController(
      Clients clients,
      Households households,
      Consents consents,
      ChosenPrograms chosen,
      Notes notes,
      KeptElsewhere elsewhere,
      Organisations organisations,
      People people,
      TransactionOperations transactions,
      Clock clock) {
    this.clients = clients;
    this.households = households;
    this.consents = consents;
    this.chosen = chosen;
    this.notes = notes;
    this.elsewhere = elsewhere;
    this.organisations = organisations;
    this.people = people;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping(ONE)
  ModelAndView one(DeskFrame desk, @PathVariable UUID id) {
    return page(desk, id, OnePages.Typed.NOTHING);
  }

  @PostMapping(ONE + "/notes")
  ModelAndView write(
      DeskFrame desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    ClientStaff.mayKeep();
    clients.one(id);
    var sent = new Sent(fields);
    var problems = new Problems("clients");
    String text = sent.required("note", Note.LONGEST, problems);
    FreeText.unkept(text).ifPresent(found -> problems.add("note", found.problem()));
    var audience = sent.text("audience");
    if (!problems.isEmpty()) {
      return ClientsController.refused(
          page(desk, id, new OnePages.Typed(text, audience, problems.byField())));
    }
    notes.write(id(sent, "id"), id, audience(audience), text);
    return ClientsController.at(desk, id);
  }

  @PostMapping(ONE + "/home")
  ModelAndView join(
      DeskFrame desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    ClientStaff.mayKeep();
    var sent = new Sent(fields);
    households.join(id(sent, "other"), id, ClientsController.role(ClientForm.read(sent)));
    return ClientsController.at(desk, id);
  }

  @PostMapping(ONE + "/leave-home")
  ModelAndView leave(DeskFrame desk, @PathVariable UUID id) {
    ClientStaff.mayKeep();
    clients.one(id);
    households.leave(id);
    return ClientsController.at(desk, id);
  }

  private ModelAndView page(DeskFrame desk, UUID id, OnePages.Typed typed) {
    // One transaction, and so one entry in the audit, for one look at one person.
    var kept = transactions.execute(_ -> kept(desk, id));
    return new ModelAndView("clients/one", "page", new OnePages(desk, clock).page(kept, typed));
  }

  private OnePages.Kept kept(DeskFrame desk, UUID id) {
    var client = clients.one(id);
    var home = households.home(id);
    return new OnePages.Kept(
        client,
        home,
        OnePages.byId(clients.all(home.stream().map(Households.Member::client).toList())),
        consents.of(id),
        chosen.of(id),
        notes.of(id),
        elsewhere.inShort(desk, id),
        organisations.names(),
        people.names());
  }

  private static UUID id(Sent sent, String field) {
    try {
      return UUID.fromString(sent.text(field));
    } catch (IllegalArgumentException e) { // no id at all
      throw new NotHere();
    }
  }

  private static Note.Audience audience(String name) {
    return Stream.of(Note.Audience.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(Note.Audience.AUTHOR);
  }
}
