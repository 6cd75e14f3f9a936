package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one program ends for one member, and why.
 *
 * @param missing document paths of the answers that would settle an unknown; else empty
 * @param premiumMonthlyCents what this member alone would pay, where the law's figure is known
 * @param amountAnnualCents what the tax unit gets in a year, on its first filer
 * @param until the last day it can last, where one is known
 * @param notes message keys of what the reader must be told
 */
public record ProgramResult(
    String program,
    Outcome outcome,
    List<Because> because,
    List<String> missing,
    List<Flip> flips,
    OptionalLong premiumMonthlyCents,
    OptionalLong amountAnnualCents,
    Optional<LocalDate> until,
    List<String> notes) {}
