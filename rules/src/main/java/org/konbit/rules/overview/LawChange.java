package org.konbit.rules.overview;

import java.time.LocalDate;
import org.konbit.rules.pack.LawText;

/**
 * One change of law on one day.
 *
 * @param what it is of
 * @param id the parameter, definition, program or condition, by its full id
 * @param before what held until the day before; empty where nothing did
 * @param after what holds from the day on; empty where nothing does any more
 * @param unit what the values count; empty for anything but parameters
 * @param file the pack's file and {@code line} where it stands
 */
public record LawChange(
    LocalDate date,
    LawText.Kind what,
    String id,
    String before,
    String after,
    String unit,
    String cite,
    String file,
    int line,
    boolean isUnverified) {}
