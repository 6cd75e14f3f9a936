package org.konbit.rules.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One member's answer.
 *
 * @param best the most complete coverage: a program id, {@code none}, or {@code unknown} while a
 *     better program is undecided
 * @param derived what the packs derive on the way, empty where it is unknown
 * @param assumes message keys of assumptions that the answer rests on
 */
public record MemberResult(
    String id,
    String best,
    Map<String, Optional<Shown>> derived,
    List<IfThen> ifThen,
    List<ProgramResult> programs,
    List<String> assumes) {}
