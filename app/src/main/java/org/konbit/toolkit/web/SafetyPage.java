package org.konbit.toolkit.web;

import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What leaving a page does and what it does not, before somebody relies on it.
 *
 * @param tab the title of the browser's tab, which gives nothing away
 * @param help where the directory has who helps people who are not safe
 */
public record SafetyPage(PageFrame frame, String tab, Link help) implements Page {}
