package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every item of content carries.
 *
 * @param id its stable name in addresses and references
 * @param jurisdictions {@code US}, {@code MA}, {@code CT}, or a town such as {@code MA/Boston}
 * @param topics free words; some ask for a page that can be left at once
 * @param related other items, as {@code right/emergency-care}
 * @param checkedOn when somebody last held it against its sources
 * @param reviewBy until when that is good
 * @param approvedOn when a lawyer approved it; empty while none has
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
    Optional<LocalDate> approvedOn) {
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

  /** Whether the day by which it should have been checked again is over. */
  public boolean isDue(LocalDate today) {
    return today.isAfter(reviewBy);
  }
}
