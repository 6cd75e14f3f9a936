package org.konbit.clients;

import java.util.UUID;

/**
 * A consent no longer holds from now on. Published within the transaction that withdrew it, for the
 * organisation that acts: whoever shared by it takes back what was shared, or nothing is withdrawn.
 *
 * @param organisation whose client it is
 */
public record ConsentWithdrawn(UUID organisation, UUID consent, UUID client) {}
