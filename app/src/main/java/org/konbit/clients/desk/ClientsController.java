package org.konbit.clients.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.clients.Client;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.Details;
import org.konbit.clients.HouseholdRole;
import org.konbit.clients.Households;
import org.konbit.clients.Resemblance;
import org.konbit.clients.Sought;
import org.konbit.vault.BirthDate;
import org.konbit.vault.PhoneNumber;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looking for people, adding and changing them. What is looked for stands in no address. */
@Controller
class ClientsController {
  private static final int LATEST = 20;
  private static final int MOST_FOUND = 50;
  private static final int LONGEST_SOUGHT = 300;
  private static final Sent NOTHING_SENT = new Sent(new LinkedMultiValueMap<>());

  private final Clients clients;
  private final Households households;
  private final Clock clock;

  ClientsController(Clients clients, Households households, Clock clock) {
    this.clients = clients;
    this.households = households;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/clients")
  ModelAndView latest(DeskFrame desk) {
    return list(desk, clients.latest(LATEST), NOTHING_SENT, Map.of());
  }

  @PostMapping("/desk/{lang}/clients")
  ModelAndView search(DeskFrame desk, @RequestParam MultiValueMap<String, String> fields) {
    var sent = new Sent(fields);
    var problems = new Problems("clients");
    var sought = sought(sent, problems);
    if (!problems.isEmpty()) {
      return refused(list(desk, List.of(), sent, problems.byField()));
    }
    return list(desk, clients.search(sought), sent, Map.of());
  }

  private Sought sought(Sent sent, Problems problems) {
    var phone = PhoneNumber.read(sent.text("phone"));
    if (!sent.text("phone").isEmpty() && phone.isEmpty()) {
      problems.add("phone", "phone");
    }
    var birthDate = BirthForm.read(sent).date(LocalDate.now(clock), problems);
    String name = sent.text("name");
    if (name.length() > LONGEST_SOUGHT) {
      problems.add("name", "long-name");
    }
    if (name.isEmpty() && phone.isEmpty() && birthDate instanceof BirthDate.Unknown) {
      problems.add("name", "nothing-sought");
    }
    return new Sought(name, phone, birthDate);
  }

  private ModelAndView list(
      DeskFrame desk, List<Client> found, Sent sent, Map<String, String> problems) {
    var pages = new ClientPages(desk, clock);
    return new ModelAndView(
        "clients/list",
        "page",
        new ClientsPage(
            desk,
            found.stream().limit(MOST_FOUND).map(pages::row).toList(),
            sent.text("name"),
            sent.text("phone"),
            ClientPages.birth(BirthForm.read(sent)),
            !sent.fields().isEmpty(),
            found.size() > MOST_FOUND,
            ClientStaff.keeps(),
            problems));
  }

  @GetMapping("/desk/{lang}/clients/new")
  ModelAndView blank(DeskFrame desk) {
    ClientStaff.mayKeep();
    return form(desk, "", ClientForm.empty(UUID.randomUUID()), List.of(), Map.of());
  }

  /** A blank form for somebody who lives with this person. */
  @GetMapping("/desk/{lang}/clients/{id}/housemate")
  ModelAndView housemate(DeskFrame desk, @PathVariable UUID id) {
    ClientStaff.mayKeep();
    clients.one(id);
    var form = ClientForm.empty(UUID.randomUUID()).with("home", id.toString());
    return form(desk, "", form, List.of(), Map.of());
  }

  @PostMapping("/desk/{lang}/clients/new")
  ModelAndView add(DeskFrame desk, @RequestParam MultiValueMap<String, String> fields) {
    ClientStaff.mayKeep();
    var sent = new Sent(fields);
    var form = ClientForm.read(sent);
    var id = form.id("id").orElseThrow(NotHere::new);
    form.id("home").ifPresent(clients::one);
    var problems = new Problems("clients");
    var details = form.details(LocalDate.now(clock), problems);
    if (details.isEmpty()) {
      return refused(form(desk, "", form, List.of(), problems.byField()));
    }
    var alike = sent.text("anyway").isEmpty() ? alike(id, details.get()) : List.<Resemblance>of();
    if (!alike.isEmpty()) {
      return refused(form(desk, "", form, alike, Map.of()));
    }
    clients.create(id, details.get());
    form.id("home").ifPresent(other -> households.join(id, other, role(form)));
    return at(desk, form.id("home").orElse(id));
  }

  /** Who may be the same person; not the very person that this form has just added. */
  private List<Resemblance> alike(UUID id, Details details) {
    return clients.resembling(details).stream()
        .filter(each -> !each.client().id().equals(id))
        .toList();
  }

  @GetMapping("/desk/{lang}/clients/{id}/edit")
  ModelAndView edit(DeskFrame desk, @PathVariable UUID id) {
    ClientStaff.mayKeep();
    return form(desk, id.toString(), ClientForm.of(clients.one(id)), List.of(), Map.of());
  }

  @PostMapping("/desk/{lang}/clients/{id}/edit")
  ModelAndView edited(
      DeskFrame desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    ClientStaff.mayKeep();
    var now = clients.one(id);
    var form = ClientForm.read(new Sent(fields));
    var problems = new Problems("clients");
    var details = form.details(LocalDate.now(clock), problems);
    if (details.isPresent() && !clients.change(id, form.version(), details.get())) {
      problems.add("given", "changed-meanwhile");
      form = form.with("version", String.valueOf(now.version()));
    }
    return problems.isEmpty()
        ? at(desk, id)
        : refused(form(desk, id.toString(), form, List.of(), problems.byField()));
  }

  private ModelAndView form(
      DeskFrame desk,
      String client,
      ClientForm form,
      List<Resemblance> alike,
      Map<String, String> problems) {
    String housemate = form.id("home").map(home -> clients.one(home).name().full()).orElse("");
    return new ModelAndView(
        "clients/form",
        "page",
        new ClientPages(desk, clock).form(client, housemate, form, alike, problems));
  }

  static HouseholdRole role(ClientForm form) {
    return Stream.of(HouseholdRole.values())
        .filter(role -> role.name().equals(form.text("role")))
        .findFirst()
        .orElse(HouseholdRole.OTHER_RELATIVE);
  }

  static ModelAndView at(DeskFrame desk, UUID client) {
    return new ModelAndView("redirect:%s/clients/%s".formatted(desk.home(), client));
  }

  static ModelAndView refused(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
