package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the fields of bills and campaigns. */
final class AgendaReader {
  private static final int LOWEST_TIER = 3;

  private AgendaReader() {}

  static Bill bill(Heading heading, Fields fields, List<String> problems) {
    var bill =
        new Bill(
            heading,
            fields.text("title"),
            fields.text("effect"),
            session(fields, problems),
            fields.texts("numbers"),
            fields.tables(
                "earlier", each -> new Bill.Earlier(each.text("session"), each.texts("numbers"))),
            tier(fields, problems),
            fields.word("position", Bill.Position.class),
            fields.texts("sponsors"),
            fields.tables("history", AgendaReader::step),
            fields.table("note").map(AgendaReader::note));
    for (var step : bill.history()) {
      if (step.source() > heading.sources().size()) {
        problems.add(
            "The step of (%s) names source %d; there are %d."
                .formatted(step.on().iso(), step.source(), heading.sources().size()));
      }
    }
    return bill;
  }

  private static Bill.Session session(Fields fields, List<String> problems) {
    return fields
        .table("session")
        .map(each -> {
          var made =
              new Bill.Session(each.text("name"), each.findDay("formalUntil"), each.day("until"));
          each.refuseOthers();
          return made;
        })
        .orElseGet(() -> {
          problems.add("The field (session) is missing.");
          return new Bill.Session("", Optional.empty(), LocalDate.EPOCH);
        });
  }

  private static OptionalInt tier(Fields fields, List<String> problems) {
    int tier = fields.number("tier");
    if (tier < 0 || tier > LOWEST_TIER) {
      problems.add("The field (tier) is 1, 2 or 3, or left out.");
    }
    return tier == 0 ? OptionalInt.empty() : OptionalInt.of(tier);
  }

  private static Bill.Step step(Fields fields) {
    return new Bill.Step(
        fields.when("on"), fields.text("raw"), Math.max(1, fields.number("source")));
  }

  private static Bill.Note note(Fields fields) {
    var made = new Bill.Note(fields.text("text"), fields.day("asOf"), fields.text("by"));
    fields.refuseOthers();
    return made;
  }

  static Campaign campaign(Heading heading, Fields fields, Markdown body) {
    return new Campaign(
        heading,
        fields.text("title"),
        fields.text("goal"),
        fields.text("ask"),
        fields.texts("why"),
        fields.texts("targets"),
        fields.texts("bills"),
        fields.findDay("endsOn"),
        body);
  }
}
