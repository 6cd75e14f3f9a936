package org.konbit.rules.screening;

import java.util.List;
import java.util.Map;

/**
 * The question that would settle most.
 *
 * @param fact the document path it would answer
 * @param member the member's id; empty for a question about the household
 * @param options the answers there are; empty where any answer of the type is
 * @param groups for a fact with many answers, groups of them to ask first
 */
public record Question(
    String fact, String member, List<String> options, Map<String, List<String>> groups) {}
