package org.konbit.screening.answer;

import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.MemberResult;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;
import org.konbit.web.PageFrame;

/** Puts a family's answer into words. */
final class AnswerTelling {
  private final PageFrame frame;
  private final FamilyScreening family;
  private final AnswerForm form;
  private final Texts t;
  private final MemberLabels labels;

  AnswerTelling(PageFrame frame, FamilyScreening family, AnswerForm form) {
    this.frame = frame;
    this.family = family;
    this.form = form;
    this.t = frame.t();
    this.labels = new MemberLabels(family.household(), t);
  }

  AnswerPage page() {
    return new AnswerPage(
        frame, form, asOf(), family.screening().members().stream().map(this::line).toList());
  }

  private String asOf() {
    var screening = family.screening();
    var place =
        family
            .law()
            .packs()
            .placeOfState(screening.state())
            .map(RulePacks.Place::name)
            .orElse(screening.state());
    return t.localize("screening.answer.as-of", place, t.date(screening.asOf()));
  }

  private AnswerPage.Line line(MemberResult member) {
    return new AnswerPage.Line(
        labels.of(member.id()).heading(), Mark.of(family.law(), member.best()), best(member));
  }

  private Law.Words best(MemberResult member) {
    return switch (member.best()) {
      case "none" -> new Law.Words(t.localize("screening.matrix.none"), Optional.empty());
      case "unknown" -> new Law.Words(t.localize("screening.matrix.open"), Optional.empty());
      default -> family.law().program(t.language().tag(), member.best());
    };
  }
}
