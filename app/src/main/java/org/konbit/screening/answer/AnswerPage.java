package org.konbit.screening.answer;

import java.util.List;
import java.util.Optional;
import org.konbit.screening.web.Mark;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What each person of a family can get.
 *
 * @param asOf whose rules of which day were applied, in one sentence
 * @param isBeside whether English stands beside the words of the rules
 * @param overview each person's best coverage, in one line
 * @param premium what the family pays a month in all, where it pays anything
 * @param shared what is open to every person of the family alike
 * @param everywhere the same by name
 * @param future what changes, where anything is known to
 * @param notAsked questions that were left out because no answer could matter
 * @param law names exactly the rules that were applied
 * @param isUnfolded whether everything stands open that is otherwise folded
 */
public record AnswerPage(
    PageFrame frame,
    AnswerForm form,
    String asOf,
    boolean isBeside,
    List<Line> overview,
    Optional<String> premium,
    List<Person> persons,
    List<Kind> shared,
    Optional<String> everywhere,
    Optional<Future> future,
    List<Helper> legalHelp,
    List<Helper> otherHelp,
    List<NotAsked> notAsked,
    String law,
    boolean isUnfolded)
    implements Page {

  /**
   * One person's best coverage.
   *
   * @param anchor where on the page the person's part is
   * @param person what the person is called
   * @param limit what alone it pays for, where that is not all care; what is sure, where more may
   *     be
   * @param also what is open in any case, where no coverage is
   */
  public record Line(
      String anchor,
      String person,
      Mark mark,
      Said best,
      Optional<String> limit,
      Optional<String> also) {}

  /**
   * One person's part of the page.
   *
   * @param headline the best coverage, in one sentence
   * @param coverage what that coverage is; empty where there is none
   * @param charge what to know before deciding about a green card
   * @param goodToKnow what holds for several of the programs
   * @param also what else is open
   * @param everywhere what is open to the whole family, by name
   * @param asks answers that would settle what is open
   * @param supposed what would be, for each possible answer
   * @param changes what would turn a refusal
   * @param why what the coverage rests on
   * @param refusals what is not open now, and why
   * @param assumed what was taken for granted
   */
  public record Person(
      String anchor,
      String name,
      Mark mark,
      String headline,
      Optional<Coverage> coverage,
      Optional<Charge> charge,
      List<Caution> goodToKnow,
      List<Kind> also,
      Optional<String> everywhere,
      List<Ask> asks,
      List<Supposed> supposed,
      List<Turning> changes,
      List<Reason> why,
      List<Refusal> refusals,
      List<Said> assumed) {}

  /**
   * A program that is open to a person.
   *
   * @param covers what it gives
   * @param costs what it costs; several sentences where rules and figures both say something
   * @param amount what it pays
   * @param until the last day it can last
   * @param how how to apply
   * @param where the place of application
   * @param bring what to bring
   * @param warnings what applying may give away
   * @param notes what else the reader must know
   */
  public record Coverage(
      String program,
      Mark mark,
      Said name,
      Optional<Said> covers,
      List<Said> costs,
      Optional<String> amount,
      Optional<String> until,
      Optional<Said> how,
      Optional<Where> where,
      List<Said> bring,
      List<Said> warnings,
      List<Said> notes) {}

  /** Where to apply. */
  public record Where(Said name, Optional<String> link, Optional<String> phone) {
    /** The address as a reader says it. */
    public String site() {
      return link.map(address -> address.replaceFirst("^https://(www\\.)?", "")).orElse("");
    }

    /** Whether it can be reached from where the page is read. */
    public boolean isReachable() {
      return link.isPresent() || phone.isPresent();
    }
  }

  /** Programs of one kind, under a heading. */
  public record Kind(String heading, List<Coverage> programs) {}

  /**
   * What to know before deciding about a green card.
   *
   * @param cautions what the law says, and of which programs
   * @param isNotAbout programs that are open and that no caution speaks of
   * @param isToldBefore whether the same was told of somebody who stands before
   */
  public record Charge(List<Caution> cautions, Optional<String> isNotAbout, boolean isToldBefore) {}

  /**
   * Something to know before deciding.
   *
   * @param about the programs it is about
   * @param cite the law it rests on
   */
  public record Caution(Said text, String about, String cite) {}

  /**
   * An answer that would settle something.
   *
   * @param go what the button back to the question sends
   * @param settles the programs that wait for it
   */
  public record Ask(String id, String go, Said question, Optional<String> who, String settles) {}

  /** What would be, for each possible answer to one question. */
  public record Supposed(Said question, Optional<String> who, List<Case> cases) {}

  /**
   * The same result of several answers.
   *
   * @param also what else opens with these answers
   */
  public record Case(Mark mark, Said best, Optional<String> also, String answers) {}

  /** What would turn refusals. */
  public record Turning(String programs, List<String> ways) {}

  /**
   * One condition.
   *
   * @param verdict yes, no or open, as the stylesheet names it
   * @param found the same in words
   * @param value what the family has
   * @param limit what it is held against
   * @param inForce since when the text of the law stands, and until when
   * @param isUnverified whether it rests on a figure that nobody could verify
   */
  public record Reason(
      String verdict,
      String found,
      Said says,
      Optional<String> value,
      Optional<String> limit,
      String cite,
      Optional<String> inForce,
      boolean isUnverified) {}

  /** Programs refused for the same reasons. */
  public record Refusal(String programs, List<Reason> reasons, List<Said> notes) {}

  /** What is known to change. */
  public record Future(List<Turn> turns, Optional<Picture> picture) {}

  /**
   * A day on which something changes.
   *
   * @param day as a {@code time} element takes it
   */
  public record Turn(String day, String date, List<Shift> shifts) {}

  /**
   * What changes for one person on a day.
   *
   * @param best from which best coverage to which, where that changes
   * @param gains other programs that open
   * @param losses other programs that close
   * @param cause why
   */
  public record Shift(
      String person,
      Optional<BestShift> best,
      Optional<String> gains,
      Optional<String> losses,
      String cause) {}

  /** From one best coverage to another. */
  public record BestShift(Mark before, Said from, Mark after, Said to) {}

  /** Somebody who helps. */
  public record Helper(
      Said name, Said does, Optional<String> link, Optional<String> phone, boolean isUnverified) {
    /** The address as a reader says it. */
    public String site() {
      return link.map(address -> address.replaceFirst("^https://(www\\.)?", "")).orElse("");
    }
  }

  /**
   * A question that was left out.
   *
   * @param who the people it was not asked of; empty for the household
   */
  public record NotAsked(Said question, String who) {}

  /** Where the form is sent in the language being read. */
  public String action() {
    return frame.home() + form.address();
  }
}
