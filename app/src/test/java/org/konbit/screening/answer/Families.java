package org.konbit.screening.answer;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.konbit.language.Spoken;
import org.konbit.language.Texts;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.screening.Laws;
import org.konbit.web.PageFrame;

/** Families of the tests, and what they are told. */
final class Families {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Two parents and three children in Massachusetts: five people, four immigration statuses. */
  static final String MIXED =
      """
      asOf: "2026-11-23"
      state: MA
      members:
        - {id: p1, age: 36, resident: true, pregnant: false, pregnancyEndedOn: null, disabled: false, conditions: [],
           immigration: {status: asylum_pending, since: "2025-09-01", filedOn: "2025-09-01", enteredOn: "2025-03-01", nationality: HT, workPermit: null, inProceedings: false, finalRemovalOrder: false, paroledOn: null, veteran: false},
           tax: {files: true, taxId: itin, jointlyWith: p2, claims: [p3, p4, p5]},
           income: [{kind: wages, amount: 1500, per: month}], insurance: {medicare: [], employerOffer: none, enrolled: []}}
        - {id: p2, age: 39, resident: true, pregnant: false, pregnancyEndedOn: null, disabled: false, conditions: [],
           immigration: {status: undocumented, nationality: CO, inProceedings: false, finalRemovalOrder: false, paroledOn: null, veteran: false},
           tax: {files: true, taxId: itin}, income: [{kind: wages, amount: 420, per: week}], insurance: {medicare: [], employerOffer: none, enrolled: []}}
        - {id: p3, birthDate: "2008-02-10", resident: true, pregnant: false, pregnancyEndedOn: null, disabled: false, conditions: [],
           immigration: {status: undocumented, nationality: HT, inProceedings: false, finalRemovalOrder: false, paroledOn: null, veteran: false},
           tax: {files: false}, income: [], insurance: {medicare: [], employerOffer: none, enrolled: []}}
        - {id: p4, age: 9, resident: true, pregnant: false, pregnancyEndedOn: null, disabled: false, conditions: [], immigration: {status: lpr, since: "2023-05-01", formerly: null, veteran: false, enteredOn: "2023-05-01"},
           tax: {files: false}, income: [], insurance: {medicare: [], employerOffer: none, enrolled: []}}
        - {id: p5, birthDate: "2026-01-20", resident: true, disabled: false, conditions: [], immigration: {status: citizen},
           bornToMember: false, tax: {files: false}, income: [], insurance: {medicare: [], employerOffer: none, enrolled: []}}
      relationships:
        - {from: p1, to: p2, is: spouse}
        - {from: p1, to: p3, is: parent}
        - {from: p2, to: p3, is: parent}
        - {from: p1, to: p4, is: parent}
        - {from: p2, to: p4, is: parent}
        - {from: p1, to: p5, is: parent}
        - {from: p2, to: p5, is: parent}
      """;

  /** A woman who did not say what her status is. */
  static final String UNDISCLOSED =
      """
      asOf: "2026-11-23"
      state: MA
      members:
        - {id: p1, age: 29, resident: true, pregnant: false, pregnancyEndedOn: null, disabled: false, conditions: [],
           tax: {files: true, taxId: ssn, jointlyWith: null, claims: []}, income: [{kind: wages, amount: 1400, per: month}],
           insurance: {medicare: [], employerOffer: none, enrolled: []}}
      """;

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Families() {}

  static Household household(String document) {
    var law = Laws.shipped();
    var programs = law.packs().programs().stream().map(program -> program.id()).toList();
    return switch (new HouseholdReader(law.packs().vocabulary(), programs)
        .read("family", document, TODAY)) {
      case Reading.Accepted(var household) -> household;
      case Reading.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  static FamilyScreening screening(String document) {
    var household = household(document);
    return new FamilyScreening(
        Laws.shipped(),
        household,
        Laws.shipped().screener().screen(household),
        List.of("members.p1.assets"));
  }

  static AnswerForm form() {
    return AnswerForm.sealed(
        "/screening", "sealed", List.of(new AnswerForm.Action("edit", "Change an answer")));
  }

  static AnswerPage page(String language, String document) {
    return page(language, document, AnswerForm.SHOW);
  }

  static AnswerPage page(String language, String document, String go) {
    return new AnswerPages().page(frame(language), screening(document), form(), go);
  }

  static String html(String language, String document) {
    return html(page(language, document));
  }

  static String html(AnswerPage page) {
    var html = new StringOutput();
    TEMPLATES.render("screening/answer/page.jte", Map.of("page", (Object) page), html);
    return html.toString();
  }

  static PageFrame frame(String language) {
    Texts t = Spoken.in(language);
    return new PageFrame(
        t,
        "Harbor Coalition",
        "/assets/konbit.css",
        "/assets/konbit.svg",
        Spoken.languages().all().stream()
            .map(each ->
                new PageFrame.LanguageLink(
                    each, "/" + each.tag() + "/screening", each.tag().equals(language)))
            .toList());
  }
}
