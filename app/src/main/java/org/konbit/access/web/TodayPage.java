package org.konbit.access.web;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Today.
 *
 * @param roles the person's roles here, in words
 * @param auditRests whether they were named auditor here, which does not hold for now
 * @param needsCodes whether they have no recovery code left
 */
public record TodayPage(
    DeskFrame desk, List<String> roles, boolean auditRests, boolean needsCodes, boolean administers)
    implements DeskPage {}
