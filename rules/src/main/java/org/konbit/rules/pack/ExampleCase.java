package org.konbit.rules.pack;

import java.util.Optional;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Reading;
import org.konbit.rules.text.Node;

/**
 * An example that stands beside a rule.
 *
 * @param file the pack's file it stands in
 * @param reading its household, or what is wrong with the document
 * @param expect what each member must get, by member id
 * @param premiumMonthlyCents what the household must pay, where the example says it
 */
public record ExampleCase(
    String file,
    int line,
    int column,
    String name,
    Reading reading,
    Node expect,
    Optional<Long> premiumMonthlyCents) {

  /** The household, if its document could be read. */
  public Optional<Household> household() {
    return reading instanceof Reading.Accepted(var household)
        ? Optional.of(household)
        : Optional.empty();
  }
}
