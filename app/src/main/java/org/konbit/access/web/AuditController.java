package org.konbit.access.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.People;
import org.konbit.access.Role;
import org.konbit.language.Texts;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditEntry;
import org.konbit.vault.Retention;
import org.konbit.web.DeskFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what, for those who audit. */
@Controller
class AuditController {
  private static final int A_PAGE = 50;
  private static final int NIGHTS = 60;

  private final Audit audit;
  private final People people;
  private final Retention retention;
  private final Clock clock;

  AuditController(Audit audit, People people, Retention retention, Clock clock) {
    this.audit = audit;
    this.retention = retention;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/audit")
  ModelAndView entries(
      DeskFrame desk, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
    if (!Role.AUDITOR.isHeld()
        && !Role.PRIVACY_OFFICER.isHeld()
        && !Role.ORGANISATION_ADMINISTRATOR.isHeld()) {
      throw new NotHere();
    }
    var names = people.names();
    var t = desk.frame().t();
    var entries = audit.entries(before, A_PAGE);
    String older =
        entries.size() < A_PAGE
            ? ""
            : "%s/audit?before=%d".formatted(desk.home(), entries.getLast().seq());
    return new ModelAndView(
        "access/audit",
        "page",
        new AuditPage(
            desk,
            entries.stream().map(entry -> row(entry, names, t)).toList(),
            older,
            retention.reports(NIGHTS)));
  }

  private AuditPage.Row row(AuditEntry entry, Map<UUID, String> names, Texts t) {
    String who =
        entry
            .person()
            .map(person -> names.getOrDefault(person, t.localize("access.audit.somebody")))
            .orElseGet(() -> t.localize("access.audit.konbit"));
    String action = entry.action().name().toLowerCase(Locale.ROOT);
    return new AuditPage.Row(
        time(entry.at(), t),
        who,
        t.localize("access.audit.action-" + action),
        "%s × %d".formatted(AuditPage.inWords("kind-", entry.kind(), t), entry.ids().size()),
        AuditPage.inWords("why-", entry.purpose(), t));
  }

  private String time(Instant at, Texts t) {
    var format =
        DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, t.language().locale());
    format.setTimeZone(TimeZone.getTimeZone(clock.getZone().getId()));
    return format.format(Date.from(at));
  }
}
