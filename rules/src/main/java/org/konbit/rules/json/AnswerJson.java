package org.konbit.rules.json;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.konbit.rules.household.Period;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.Change;
import org.konbit.rules.screening.Flip;
import org.konbit.rules.screening.FlipValue;
import org.konbit.rules.screening.IfThen;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.PlainText;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.rules.screening.Question;
import org.konbit.rules.screening.Screening;
import org.konbit.rules.screening.Shown;

/**
 * Writes a screening as the published JSON, on one line. Money in reasons is in decimal dollars
 * with two places, under names that end in {@code Cents} in whole cents. Safe for several threads.
 */
public final class AnswerJson {
  private static final long RATE_OF_A_CENT = Period.MONTH.rate(1);

  private final Fragments fragments;

  public AnswerJson(RulePacks packs) {
    this.fragments = new Fragments(packs);
  }

  /** The answer's bytes in UTF-8, without a line break. */
  public byte[] of(Screening screening) {
    var buffer = new JsonBuffer();
    write(screening, buffer);
    return buffer.toBytes();
  }

  /** Appends the answer. */
  public void write(Screening screening, JsonBuffer out) {
    out.raw('{').name("asOf").date(screening.asOf());
    if (!screening.state().isEmpty()) {
      out.raw(',').name("state").string(screening.state());
    }
    out.raw(',').name("members").raw('[');
    for (MemberResult member : screening.members()) {
      member(member, out);
      out.raw(',');
    }
    out.withoutComma().raw("],");
    out.name("premiumMonthlyCents").number(screening.premiumMonthlyCents());
    out.raw(',').name("premiumLeavesOut");
    strings(screening.premiumLeavesOut(), out);
    out.raw(',').name("timeline").raw('[');
    for (Change change : screening.timeline()) {
      change(change, out);
      out.raw(',');
    }
    out.withoutComma().raw("],").name("next");
    screening.next().ifPresentOrElse(question -> question(question, out), () -> out.raw("null"));
    out.raw(',').name("rules").raw('{').name("digest").string(screening.rulesDigest()).raw("}}");
  }

  private void member(MemberResult member, JsonBuffer out) {
    out.raw('{').name("id").string(member.id());
    out.raw(',').name("best").string(member.best());
    out.raw(',').name("derived").raw('{');
    member
        .derived()
        .forEach((name, value) -> {
          out.string(name).raw(':');
          value.ifPresentOrElse(shown -> shown(shown, out), () -> out.raw("null"));
          out.raw(',');
        });
    out.withoutComma().raw("},").name("ifThen").raw('[');
    for (IfThen ifThen : member.ifThen()) {
      ifThen(ifThen, out);
      out.raw(',');
    }
    out.withoutComma().raw("],").name("programs").raw('[');
    for (ProgramResult program : member.programs()) {
      program(program, out);
      out.raw(',');
    }
    out.withoutComma().raw("],").name("assumes");
    strings(member.assumes().stream().map(fragments::sentence).toList(), out);
    out.raw('}');
  }

  private void ifThen(IfThen ifThen, JsonBuffer out) {
    out.raw('{').name("fact").string(ifThen.fact()).raw(',').name("value");
    if (isPlain(ifThen.value())) {
      out.raw(ifThen.value());
    } else {
      out.string(ifThen.value());
    }
    out.raw(',').name("best").string(ifThen.best()).raw(',').name("programs").raw('{');
    ifThen
        .programs()
        .forEach((program, outcome) -> out.raw(fragments.entry(program, outcome)).raw(','));
    out.withoutComma().raw("}}");
  }

  // True, false and counts stand in the document without quotation marks, so they do here.
  private static boolean isPlain(String value) {
    boolean isCount = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return isCount || value.equals("true") || value.equals("false");
  }

  private void program(ProgramResult result, JsonBuffer out) {
    out.raw(fragments.head(result.program(), result.outcome()));
    out.raw(',').name("because").raw('[');
    for (Because because : result.because()) {
      because(because, out);
      out.raw(',');
    }
    out.withoutComma().raw("],").name("missing");
    strings(result.missing(), out);
    out.raw(',').name("flips").raw('[');
    for (Flip flip : result.flips()) {
      flip(flip, out);
      out.raw(',');
    }
    out.withoutComma().raw(']');
    result
        .premiumMonthlyCents()
        .ifPresent(cents -> out.raw(',').name("premiumMonthlyCents").number(cents));
    result
        .amountAnnualCents()
        .ifPresent(cents -> out.raw(',').name("amountAnnualCents").number(cents));
    result.until().ifPresent((LocalDate day) -> out.raw(',').name("until").date(day));
    if (!result.notes().isEmpty()) {
      out.raw(',').name("note").string(note(result.notes()));
    }
    out.raw('}');
  }

  private String note(List<String> notes) {
    return notes.stream().map(fragments::sentence).collect(Collectors.joining(" "));
  }

  private void because(Because because, JsonBuffer out) {
    var reason = fragments.reason(because);
    out.raw(reason.head());
    out.raw(because.holds().map(holds -> holds ? "true" : "false").orElse("null"));
    because.value().ifPresent(value -> shown(value, out.raw(',').name("value")));
    because.limit().ifPresent(limit -> shown(limit, out.raw(',').name("limit")));
    out.raw(reason.tail());
  }

  private static void shown(Shown shown, JsonBuffer out) {
    switch (shown.kind()) {
      case INT -> number(shown, out);
      case BOOL -> out.raw(PlainText.of(shown));
      case DATE, WORD, MEMBERS, WORDS, TABLE -> out.string(PlainText.of(shown));
    }
  }

  // As PlainText says it, without making decimals of it: most of what a family is told are numbers.
  static void number(Shown shown, JsonBuffer out) {
    long number = shown.number();
    switch (shown.unit()) {
      case PLAIN, PERCENT, YEARS, MONTHS, DAYS, PEOPLE -> out.number(number);
      case CENTS, HUNDREDTHS_OF_PERCENT -> out.hundredths(number);
      case RATE -> {
        long cents = (Math.abs(number) + RATE_OF_A_CENT / 2) / RATE_OF_A_CENT;
        out.hundredths(number < 0 ? -cents : cents);
      }
    }
  }

  private static void flip(Flip flip, JsonBuffer out) {
    out.raw('{').name("fact").string(flip.fact()).raw(',').name("at");
    switch (flip.at()) {
      case FlipValue.Cents(long cents) -> out.hundredths(cents);
      case FlipValue.Date(var date) -> out.date(date);
      case FlipValue.Flag(boolean flag) -> out.raw(Boolean.toString(flag));
      case FlipValue.Word(var word) -> out.string(word);
    }
    if (flip.entry() >= 0) {
      out.raw(',').name("entry").number(flip.entry());
    }
    if (!flip.per().isEmpty()) {
      out.raw(',').name("per").string(flip.per());
    }
    out.raw(',').name("outcome").string(flip.outcome().word()).raw('}');
  }

  private static void change(Change change, JsonBuffer out) {
    out.raw('{').name("date").date(change.date());
    out.raw(',').name("member").string(change.member());
    out.raw(',').name("program").string(change.program());
    out.raw(',').name("from").string(change.from().word());
    out.raw(',').name("to").string(change.to().word());
    out.raw(',').name("cause").string(change.cause().word()).raw('}');
  }

  private static void question(Question question, JsonBuffer out) {
    out.raw('{').name("fact").string(question.fact());
    if (!question.member().isEmpty()) {
      out.raw(',').name("member").string(question.member());
    }
    out.raw(',').name("options");
    strings(question.options(), out);
    if (!question.groups().isEmpty()) {
      out.raw(',').name("groups").raw('{');
      question
          .groups()
          .forEach((name, answers) -> {
            strings(answers, out.string(name).raw(':'));
            out.raw(',');
          });
      out.withoutComma().raw('}');
    }
    out.raw('}');
  }

  private static void strings(List<String> texts, JsonBuffer out) {
    out.raw('[');
    for (String text : texts) {
      out.string(text).raw(',');
    }
    out.withoutComma().raw(']');
  }
}
