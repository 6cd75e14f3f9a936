package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A household's whole answer.
 *
 * @param state empty while the document names none
 * @param premiumMonthlyCents what the household pays in all for everyone's best coverage, family
 *     maxima applied
 * @param premiumLeavesOut the members whose cost that sum leaves out, since it is not known or not
 *     settled
 * @param next the question that settles most; empty when no answer can change anything
 * @param rulesDigest names exactly the law that was applied
 */
public record Screening(
    LocalDate asOf,
    String state,
    List<MemberResult> members,
    long premiumMonthlyCents,
    List<String> premiumLeavesOut,
    List<Change> timeline,
    Optional<Question> next,
    String rulesDigest) {

  /** The member's result by id. */
  public Optional<MemberResult> member(String id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }
}
