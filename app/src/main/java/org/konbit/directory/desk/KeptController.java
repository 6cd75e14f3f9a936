package org.konbit.directory.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.Reminders;
import org.konbit.directory.entry.Whole;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an organisation keeps in the directory: looking at it, confirming it, adding one. */
@Controller
class KeptController {
  private static final int MOST = 2_000;

  private final Kept kept;
  private final Entries entries;
  private final Keeping keeping;
  private final Organisations organisations;
  private final Reminders reminders;
  private final Clock clock;

  KeptController(
      Kept kept,
      Entries entries,
      Keeping keeping,
      Organisations organisations,
      Reminders reminders,
      Clock clock) {
    this.reminders = reminders;
    this.kept = kept;
    this.entries = entries;
    this.keeping = keeping;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/directory")
  ModelAndView all(DeskFrame desk) {
    return all(desk, "", Map.of());
  }

  @PostMapping("/desk/{lang}/directory")
  ModelAndView add(DeskFrame desk, @RequestParam MultiValueMap<String, String> fields) {
    kept.mayKeep();
    var problems = new Problems("directory");
    String name = new Sent(fields).required("name", Entry.LONGEST_NAME, problems);
    if (!problems.isEmpty()) {
      var page = all(desk, name, problems.byField());
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    var id = UUID.randomUUID();
    keeping.add(
        id, name, Document.empty().with("id", id.toString()).with("name", name), Entry.Source.DESK);
    return new ModelAndView("redirect:%s/directory/%s/edit".formatted(desk.home(), id));
  }

  @GetMapping("/desk/{lang}/directory/{id}")
  ModelAndView one(DeskFrame desk, @PathVariable UUID id) {
    Whole whole = kept.own(id);
    return new ModelAndView(
        "directory/desk/entry",
        "page",
        new KeptPages(desk, LocalDate.now(clock)).one(whole, partners(whole)));
  }

  @GetMapping("/desk/{lang}/directory/{id}/edit")
  ModelAndView edit(DeskFrame desk, @PathVariable UUID id) {
    return form(desk, id, EntryForm.of(kept.own(id).entry()), new Problems("directory"));
  }

  @PostMapping("/desk/{lang}/directory/{id}/edit")
  ModelAndView edited(
      DeskFrame desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    var entry = kept.own(id).entry();
    var problems = new Problems("directory");
    var form = EntryForm.read(new Sent(fields), problems);
    if (!problems.isEmpty()) {
      var page = form(desk, id, form, problems);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    keeping.change(id, form.name(), form.applied(id, entry.document()));
    return back(desk, id);
  }

  @PostMapping("/desk/{lang}/directory/{id}/confirm")
  ModelAndView confirm(DeskFrame desk, @PathVariable UUID id) {
    kept.own(id);
    keeping.confirm(id);
    return back(desk, id);
  }

  @PostMapping("/desk/{lang}/directory/{id}/withdraw")
  ModelAndView withdraw(DeskFrame desk, @PathVariable UUID id) {
    kept.own(id);
    keeping.withdraw(id);
    return back(desk, id);
  }

  @PostMapping("/desk/{lang}/directory/{id}/hand-over")
  ModelAndView handOver(DeskFrame desk, @PathVariable UUID id, @RequestParam UUID to) {
    kept.own(id);
    if (organisations.one(to).isEmpty()) {
      throw new NotHere();
    }
    keeping.handOver(id, to);
    return new ModelAndView("redirect:" + desk.home() + "/directory");
  }

  private ModelAndView all(DeskFrame desk, String name, Map<String, String> problems) {
    kept.mayKeep();
    var own = entries.keptBy(Acting.now().actingFor().orElseThrow(NotHere::new), MOST);
    return new ModelAndView(
        "directory/desk/all",
        "page",
        new KeptPages(desk, LocalDate.now(clock)).all(own, reminders.last(), name, problems));
  }

  private List<KeptEntryPage.Partner> partners(Whole whole) {
    return Role.COALITION_ADMINISTRATOR.isHeld()
        ? organisations.all().stream()
            .filter(each -> !each.id().equals(whole.entry().keeper()))
            .map(each -> new KeptEntryPage.Partner(each.id().toString(), each.name()))
            .toList()
        : List.of();
  }

  private static ModelAndView form(DeskFrame desk, UUID id, EntryForm form, Problems problems) {
    return new ModelAndView(
        "directory/desk/edit",
        "page",
        new EntryFormPage(
            desk,
            id.toString(),
            form.name(),
            form.about(),
            form.phone(),
            form.phoneNote(),
            form.email(),
            form.website(),
            problems.byField()));
  }

  static ModelAndView back(DeskFrame desk, UUID id) {
    return new ModelAndView("redirect:%s/directory/%s".formatted(desk.home(), id));
  }
}
