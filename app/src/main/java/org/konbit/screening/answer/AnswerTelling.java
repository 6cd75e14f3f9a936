package org.konbit.screening.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.konbit.language.Texts;
import org.konbit.rules.pack.Guidance;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;
import org.konbit.web.PageFrame;

/** Puts a family's answer into words. */
final class AnswerTelling {
  private static final int DIGEST_SHOWN = "sha256:".length() + 12;

  private final PageFrame frame;
  private final FamilyScreening family;
  private final AnswerForm form;
  private final Law law;
  private final Texts t;
  private final MemberLabels labels;
  private final RuleWords words;
  private final OpenTelling open;
  private final List<Standing> standings;
  private final Set<String> shared;

  AnswerTelling(PageFrame frame, FamilyScreening family, AnswerForm form, MemberLabels labels) {
    this.frame = frame;
    this.family = family;
    this.form = form;
    this.law = family.law();
    this.t = frame.t();
    this.labels = labels;
    this.words = new RuleWords(law, t, labels);
    this.open = new OpenTelling(law, words);
    this.standings =
        family.screening().members().stream().map(one -> Standing.of(family, one)).toList();
    this.shared = PersonTelling.shared(standings);
  }

  /**
   * @param unverified message keys of conditions that rest on a figure nobody could verify
   * @param isUnfolded whether everything stands open
   */
  AnswerPage page(Set<String> unverified, boolean isUnfolded) {
    return new AnswerPage(
        frame,
        form,
        t.localize("screening.answer.as-of", state(), t.date(family.screening().asOf())),
        !t.language().isReviewed(),
        overview(),
        premium(),
        persons(unverified),
        everywhere(),
        shared.isEmpty() ? Optional.empty() : Optional.of(words.programs(List.copyOf(shared))),
        new FutureTelling(family, words, labels, standings).told(),
        helpers("legal"),
        otherHelp(),
        notAsked(),
        digest(),
        isUnfolded);
  }

  private String state() {
    var screening = family.screening();
    return law.packs()
        .placeOfState(screening.state())
        .map(RulePacks.Place::name)
        .orElse(screening.state());
  }

  private List<AnswerPage.Line> overview() {
    var lines = new ArrayList<AnswerPage.Line>();
    for (int i = 0; i < standings.size(); i++) {
      var best = standings.get(i).member().best();
      lines.add(
          new AnswerPage.Line(
              PersonTelling.anchor(i),
              labels.of(standings.get(i).member().id()).heading(),
              Mark.of(law, best),
              open.best(best),
              limit(standings.get(i)),
              inAnyCase(standings.get(i))));
    }
    return lines;
  }

  private Optional<String> limit(Standing standing) {
    var mark = Mark.of(law, standing.member().best());
    return switch (mark) {
      case PARTIAL, EMERGENCY, CARE -> Optional.of(t.localize("screening.mark." + mark.word()));
      case OPEN ->
          standing
              .sure()
              .map(sure -> words.program(sure.program()).text())
              .map(name -> t.localize("screening.answer.at-least", name));
      case WHOLE, PLAN, YES, NONE -> Optional.empty();
    };
  }

  private Optional<String> inAnyCase(Standing standing) {
    var others = standing.also().stream().filter(one -> !shared.contains(one.program())).toList();
    return standing.sure().isPresent() || others.isEmpty()
        ? Optional.empty()
        : Optional.of(t.list(new ProgramTelling(law, words).names(others)));
  }

  private Optional<String> premium() {
    long cents = family.screening().premiumMonthlyCents();
    return cents == 0 || standings.size() == 1
        ? Optional.empty()
        : Optional.of(
            t.localize("screening.answer.premium-family", words.dollars(cents)) + leavesOut());
  }

  private String leavesOut() {
    var whom =
        family.screening().premiumLeavesOut().stream().map(id -> labels.of(id).heading()).toList();
    return whom.isEmpty()
        ? ""
        : " " + t.localize("screening.answer.premium-leaves-out", String.join("; ", whom));
  }

  private List<AnswerPage.Person> persons(Set<String> unverified) {
    var reasons = new ReasonTelling(words, family.household(), unverified);
    var telling = new PersonTelling(family, words, labels, reasons, shared);
    var persons = new ArrayList<AnswerPage.Person>();
    for (int i = 0; i < standings.size(); i++) {
      persons.add(telling.told(standings.get(i), i));
    }
    return persons;
  }

  private List<AnswerPage.Kind> everywhere() {
    var results =
        standings.stream().findFirst().map(Standing::also).orElse(List.<ProgramResult>of()).stream()
            .filter(result -> shared.contains(result.program()))
            .toList();
    return new ProgramTelling(law, words).kinds(results, Set.of());
  }

  private List<AnswerPage.Helper> helpers(String topic) {
    var place = law.packs().placeOfState(family.screening().state()).map(RulePacks.Place::id);
    return law.packs().guidance().help(topic, place).stream().map(this::helper).toList();
  }

  private List<AnswerPage.Helper> otherHelp() {
    var helpers = new ArrayList<>(helpers("food"));
    helpers.addAll(helpers("anything"));
    return helpers;
  }

  private AnswerPage.Helper helper(Guidance.Help help) {
    return new AnswerPage.Helper(
        words.say(help.message() + ".name"),
        words.say(help.message()),
        help.link(),
        help.phone(),
        help.isUnverified());
  }

  private List<AnswerPage.NotAsked> notAsked() {
    var byQuestion = new LinkedHashMap<Said, List<String>>();
    for (String path : family.notAsked()) {
      var people = byQuestion.computeIfAbsent(words.question(path), _ -> new ArrayList<>());
      words.who(path).ifPresent(people::add);
    }
    return byQuestion.entrySet().stream()
        .map(one -> new AnswerPage.NotAsked(one.getKey(), t.list(one.getValue())))
        .toList();
  }

  private String digest() {
    var digest = family.screening().rulesDigest();
    return digest.substring(0, Math.min(digest.length(), DIGEST_SHOWN));
  }
}
