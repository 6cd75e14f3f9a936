package org.konbit.clients;

import java.util.UUID;

/**
 * All that an organisation kept about a person is being erased. Published within the transaction
 * that erases, for the organisation that acts, before the person is gone: whoever keeps something
 * of theirs erases it too, or nothing is erased.
 */
public record ClientErased(UUID organisation, UUID client) {}
