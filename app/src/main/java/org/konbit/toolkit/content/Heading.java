package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.konbit.directory.Need;

/**
 * What every item of content carries.
 *
 * @param id its stable name in addresses and references
 * @param jurisdictions {@code US}, {@code MA}, {@code CT}, or a town such as {@code MA/Boston}
 * @param topics free words; some ask for a page that can be left at once
 * @param related other items, as {@code right/emergency-care}
 * @param checkedOn when somebody last held it against its sources
 * @param reviewBy until when that is good
 * @param needs what somebody who reads it may need help with, as the directory has it
 * @param review who has looked at this wording, as far as the database knows
 */
public record Heading(
    String id,
    Kind kind,
    Set<String> jurisdictions,
    Set<Audience> audiences,
    Set<Group> groups,
    Set<Programme> programmes,
    Set<String> topics,
    List<Source> sources,
    List<String> related,
    LocalDate checkedOn,
    LocalDate reviewBy,
    Set<Need> needs,
    Review review) {
  private static final int GRACE_DAYS = 30;
  private static final Set<String> SENSITIVE =
      Set.of("abuse", "trafficking", "retaliation", "enforcement");

  /** Whether somebody may have to leave the page at once, and its title must give nothing away. */
  public boolean isSensitive() {
    return topics.stream().anyMatch(SENSITIVE::contains);
  }

  /** Whether nothing better than a weak source stands behind it. */
  public boolean isWeak() {
    return sources.stream().allMatch(source -> source.confidence() == Source.Confidence.C);
  }

  /** How other items refer to it. */
  public String reference() {
    return kind.word() + "/" + id;
  }

  /** Whether it was due so long ago that only whoever has its address should meet it. */
  public boolean isLongDue(LocalDate today) {
    return kind != Kind.RIGHT && today.isAfter(reviewBy.plusDays(GRACE_DAYS));
  }

  /** Whether it is kept until it was looked at again, and does not end by itself. */
  public boolean isReviewed() {
    return switch (kind) {
      case RIGHT, GUIDE, ACTION, CARD, BILL, CAMPAIGN -> true;
      case ANNOUNCEMENT, SPOTLIGHT, JOB -> false;
    };
  }

  /** Whether the day by which it should have been checked again is over. */
  public boolean isDue(LocalDate today) {
    return today.isAfter(reviewBy);
  }
}
