package org.konbit.rules.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.konbit.rules.household.Household;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Change;
import org.konbit.rules.screening.Question;
import org.konbit.rules.screening.Screening;

/** A screening as a navigator reads it, in plain words, with every reason's citation. */
final class ReadableAnswer {
  private final RulePacks packs;
  private final Wording wording;

  ReadableAnswer(RulePacks packs) {
    this.packs = packs;
    this.wording = new Wording(packs);
  }

  String of(Household household, Screening screening) {
    var sheet = new Sheet();
    var where =
        screening.state().isEmpty()
            ? "A household, its state not told"
            : "A household in " + wording.state(screening.state());
    sheet.line(0, "%s, screened for %s.".formatted(where, Wording.date(screening.asOf())));
    for (var member : screening.members()) {
      sheet.blank();
      new MemberText(packs, wording, household, screening, member).addTo(sheet);
    }
    if (screening.premiumMonthlyCents() > 0) {
      sheet.blank();
      var premium = Wording.dollars(screening.premiumMonthlyCents());
      sheet.line(0, "The premiums known here come to %s a month for everyone.".formatted(premium));
      if (!screening.premiumLeavesOut().isEmpty()) {
        var whom = Wording.all(screening.premiumLeavesOut());
        sheet.line(0, "That leaves out %s: the cost is not known here.".formatted(whom));
      }
    }
    timeline(sheet, screening.timeline());
    screening.next().ifPresent(question -> next(sheet, question));
    sheet.blank();
    sheet.line(0, "This is what the rules say for these answers, not a decision.");
    sheet.line(0, "Law: " + law(screening));
    return sheet.toString();
  }

  private static String law(Screening screening) {
    var digest = screening.rulesDigest();
    return digest.substring(0, Math.min(digest.length(), 19)) + ".";
  }

  private record When(LocalDate date, String member, String from, String to, String cause) {}

  private void timeline(Sheet sheet, List<Change> timeline) {
    if (timeline.isEmpty()) {
      return;
    }
    var programs = new LinkedHashMap<When, List<String>>();
    for (Change change : timeline) {
      var when =
          new When(
              change.date(),
              change.member(),
              change.from().word(),
              change.to().word(),
              change.cause().word());
      programs.computeIfAbsent(when, _ -> new ArrayList<>()).add(wording.program(change.program()));
    }
    sheet.blank().line(0, "What changes when, if the family’s answers stay the same");
    programs.forEach((when, names) -> {
      var change =
          switch (when.to()) {
            case "eligible" -> "can get";
            case "ineligible" ->
                when.from().equals("unknown") ? "can in no case get" : "can no longer get";
            default -> "may or may not get";
          };
      sheet.hanging(
          2,
          "- ",
          "%s, %s %s %s (%s)."
              .formatted(
                  Wording.date(when.date()),
                  when.member(),
                  change,
                  Wording.all(names),
                  cause(when.cause())));
    });
  }

  private static String cause(String word) {
    return switch (word) {
      case "birthday" -> "a birthday";
      case "waiting_period" -> "a time that ends";
      default -> "the law";
    };
  }

  private void next(Sheet sheet, Question question) {
    sheet.blank().line(0, "The next question, which settles most");
    var whom = question.member().isEmpty() ? "" : "About " + question.member() + ": ";
    sheet.line(2, whom + wording.question(question.fact()));
    wording.why(question.fact()).ifPresent(why -> sheet.line(2, why));
    var options =
        question.groups().isEmpty()
            ? question.options().stream().map(o -> wording.option(question.fact(), o)).toList()
            : question.groups().keySet().stream()
                .map(g -> wording.sentence("us.coarse." + g))
                .toList();
    for (String option : options) {
      sheet.hanging(4, "- ", option);
    }
    sheet.line(2, "In the document: %s. It can be left out.".formatted(question.fact()));
  }
}
