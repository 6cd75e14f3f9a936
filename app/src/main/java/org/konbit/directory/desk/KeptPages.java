package org.konbit.directory.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Freshness;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Whole;
import org.konbit.language.Texts;
import org.konbit.web.DeskFrame;

/** Makes the pages of what an organisation keeps. */
final class KeptPages {
  private final DeskFrame desk;
  private final Texts t;
  private final LocalDate today;

  KeptPages(DeskFrame desk, LocalDate today) {
    this.desk = desk;
    this.t = desk.frame().t();
    this.today = today;
  }

  KeptPage all(
      List<Entry> entries,
      Optional<LocalDate> reminded,
      String name,
      Map<String, String> problems) {
    var rows =
        entries.stream()
            .map(each ->
                new KeptPage.Row(
                    each.id().toString(),
                    each.name(),
                    state(each),
                    isDue(each),
                    !each.isShown(today)))
            .toList();
    int due = (int) rows.stream().filter(KeptPage.Row::isDue).count();
    return new KeptPage(desk, rows, due, reminded.map(t::date).orElse(""), name, problems);
  }

  KeptEntryPage one(Whole whole, List<KeptEntryPage.Partner> partners) {
    var entry = whole.entry();
    return new KeptEntryPage(
        desk,
        entry.id().toString(),
        entry.name(),
        state(entry),
        isDue(entry),
        !entry.isShown(today),
        entry.isWithdrawn(),
        entry.document().text("description"),
        whole.services().stream()
            .map(each -> new KeptEntryPage.Line(each.id().toString(), each.name(), told(each)))
            .toList(),
        whole.locations().stream()
            .map(each -> new KeptEntryPage.Line(each.id().toString(), label(each), ""))
            .toList(),
        entry.isShown(today) ? desk.frame().home() + "/help/" + entry.id() : "",
        partners);
  }

  /** Whether it wants to be confirmed: readers are told, or soon will be, that it may be old. */
  private boolean isDue(Entry entry) {
    return !entry.isWithdrawn() && entry.freshness(today) != Freshness.CONFIRMED;
  }

  private String state(Entry entry) {
    if (entry.isWithdrawn()) {
      return t.localize("directory.desk.withdrawn");
    }
    var on = entry.confirmation().map(each -> t.date(each.on()));
    var until =
        t.date(
            Freshness.lastShown(
                entry.confirmation().map(Entry.Confirmation::on), entry.listedOn()));
    return switch (entry.freshness(today)) {
      case CONFIRMED -> t.localize("directory.desk.confirmed", on.orElse(""));
      case STALE -> t.localize("directory.desk.stale", on.orElse(""), until);
      case UNCONFIRMED -> t.localize("directory.desk.never", until);
      case HIDDEN -> t.localize("directory.desk.hidden", until);
    };
  }

  private String told(ListedService service) {
    var needs =
        t.list(
            Stream.of(org.konbit.directory.Need.values())
                .filter(service.needs()::contains)
                .map(need -> t.localize(need.messageKey()))
                .toList());
    var status =
        service.status() == ListedService.Status.ACTIVE
            ? ""
            : t.localize("directory.status." + service.status().word().replace(' ', '-'));
    var intake =
        service
            .intake()
            .map(Intake::state)
            .map(state -> t.localize("directory.intake." + state.key()))
            .orElse("");
    return Stream.of(needs, intake, status)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** A place in one line. */
  static String label(Location location) {
    return Stream.of(
            location.document().text("name"),
            location.address().flatMap(each -> each.text("address_1")),
            location.town())
        .flatMap(Optional::stream)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
