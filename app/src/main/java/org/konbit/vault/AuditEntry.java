package org.konbit.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was done, by whom and why; never the content.
 *
 * @param seq counts an organisation's entries from 1, without a gap
 * @param at to the microsecond
 * @param person nobody if Konbit itself did it
 * @param roles the person's at the organisation, or {@code system:} and the part of Konbit
 * @param request the same for all that one transaction did
 * @param kind of record, such as {@code client}
 * @param ids of the records; none for a search that found nothing
 */
public record AuditEntry(
    long seq,
    Instant at,
    Optional<UUID> person,
    Set<String> roles,
    String purpose,
    UUID request,
    AuditAction action,
    String kind,
    List<UUID> ids) {}
