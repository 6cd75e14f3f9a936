package org.konbit.clients.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.clients.ConsentTerms;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.Speech;
import org.konbit.web.Problems;
import org.konbit.web.Sent;

/** A consent as it is asked for: with whom, what, until when, and how it is explained. */
record ConsentForm(Map<String, String> texts, Set<FieldGroup> shares) {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "receiver",
          "until",
          "language",
          "otherLanguage",
          "interpreter",
          "capacity",
          "means");

  /** What may be told a partner; programs are kept by oneself alone. */
  static final List<FieldGroup> OFFERED =
      Stream.of(FieldGroup.values()).filter(each -> each != FieldGroup.PROGRAMS).toList();

  /** From when until when somebody can agree; shorter at a program for survivors. */
  record Span(LocalDate today, LocalDate latest, boolean isShort) {}

  static ConsentForm empty(LocalDate until, String language) {
    return new ConsentForm(
        Map.of(
            "id", UUID.randomUUID().toString(),
            "until", until.toString(),
            "language", language),
        Set.of(FieldGroup.NAME, FieldGroup.CONTACT, FieldGroup.LANGUAGE));
  }

  static ConsentForm read(Sent sent) {
    var texts = new HashMap<String, String>();
    FIELDS.forEach(field -> texts.put(field, sent.text(field)));
    return new ConsentForm(Map.copyOf(texts), shares(sent));
  }

  /** The same for another receiver and other groups, as far as these are named. */
  ConsentForm wanting(Sent wanted) {
    var all = new HashMap<>(texts);
    all.put("receiver", wanted.text("receiver"));
    var groups = shares(wanted);
    return new ConsentForm(Map.copyOf(all), groups.isEmpty() ? shares : groups);
  }

  private static Set<FieldGroup> shares(Sent sent) {
    return OFFERED.stream()
        .filter(group -> sent.all("shares").contains(group.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** What was written in words goes before what the list offers. */
  String language() {
    return text("otherLanguage").isEmpty() ? text("language") : text("otherLanguage");
  }

  Optional<UUID> id(String field) {
    try {
      return Optional.of(UUID.fromString(text(field)));
    } catch (IllegalArgumentException e) { // no id at all
      return Optional.empty();
    }
  }

  Optional<LocalDate> until() {
    try {
      return Optional.of(LocalDate.parse(text("until")));
    } catch (DateTimeParseException e) { // no day at all
      return Optional.empty();
    }
  }

  ConsentTerms.Capacity capacity() {
    return Stream.of(ConsentTerms.Capacity.values())
        .filter(each -> each.name().equals(text("capacity")))
        .findFirst()
        .orElse(ConsentTerms.Capacity.SELF);
  }

  ConsentTerms.Means means() {
    return Stream.of(ConsentTerms.Means.values())
        .filter(each -> each.name().equals(text("means")))
        .findFirst()
        .orElse(ConsentTerms.Means.SPOKEN);
  }

  void check(Set<UUID> partners, Span span, Problems problems) {
    if (id("receiver").filter(partners::contains).isEmpty()) {
      problems.add("receiver", "receiver");
    }
    if (shares.isEmpty()) {
      problems.add("shares", "shares");
    }
    if (until()
        .filter(day -> !day.isBefore(span.today()))
        .filter(day -> !day.isAfter(span.latest()))
        .isEmpty()) {
      problems.add("until", span.isShort() ? "until-short" : "until");
    }
    if (language().isEmpty()) {
      problems.add("language", "language");
    }
    if (language().length() > Speech.LONGEST) {
      problems.add("otherLanguage", "long");
    }
    if (text("interpreter").length() > ConsentTerms.LONGEST_INTERPRETER) {
      problems.add("interpreter", "long");
    }
  }

  @Override
  public String toString() { // it may name an interpreter
    return "ConsentForm";
  }
}
