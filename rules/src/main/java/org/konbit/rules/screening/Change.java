package org.konbit.rules.screening;

import java.time.LocalDate;
import org.konbit.rules.expression.Cause;

/** One outcome that changes on a later date. */
public record Change(
    LocalDate date, String member, String program, Outcome from, Outcome to, Cause cause) {}
