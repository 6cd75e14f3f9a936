package org.konbit.screening.answer;

import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.household.FactName;
import org.konbit.rules.pack.RulePacks;
import org.konbit.screening.Law;

/** What the packs say of facts and rules, in one reader's language. */
public final class FactWords {
  private static final String SOURCE = "en";
  private static final String MEMBERS = "members.";

  private final Law law;
  private final Texts t;

  public FactWords(Law law, Texts t) {
    this.law = law;
    this.t = t;
  }

  /** A sentence of the packs, with its English beside it where that is needed. */
  public Optional<Said> find(String key) {
    return law.find(t.language().tag(), key)
        .map(words -> new Said(words.text(), words.language(), beside(words, key)));
  }

  private Optional<String> beside(Law.Words words, String key) {
    boolean isTranslated = words.language().isEmpty() && !t.language().isReviewed();
    return isTranslated
        ? law.find(SOURCE, key).map(Law.Words::text).filter(text -> !text.equals(words.text()))
        : Optional.empty();
  }

  /** The same, or the key itself where no pack says anything under it. */
  public Said say(String key) {
    return find(key).orElseGet(() -> new Said(key, Optional.of(SOURCE), Optional.empty()));
  }

  /** The question that asks for what a document path names. */
  public Said question(String path) {
    var fact = fact(path);
    return inPlaces("fact." + fact).orElseGet(() -> Said.own(fact));
  }

  /** An answer as the question words it. */
  public String option(String path, String value) {
    return inPlaces("option." + fact(path) + "." + value)
        .map(Said::text)
        .orElseGet(() -> plain(value));
  }

  String plain(String value) {
    return switch (value) {
      case "true" -> t.localize("screening.answer.yes");
      case "false" -> t.localize("screening.answer.no");
      default -> value.replace('_', ' ');
    };
  }

  Optional<Said> inPlaces(String key) {
    return law.packs().places().stream()
        .map(RulePacks.Place::id)
        .flatMap(place -> find(place + "." + key).stream())
        .findFirst();
  }

  /** The id of the member a document path is about; empty for the household. */
  public static Optional<String> member(String path) {
    if (!path.startsWith(MEMBERS)) {
      return Optional.empty();
    }
    int end = path.indexOf('.', MEMBERS.length());
    return Optional.of(path.substring(MEMBERS.length(), end < 0 ? path.length() : end));
  }

  /** The fact as the packs name it: {@code immigration.filed_on}. */
  private static String fact(String path) {
    var below =
        member(path)
            .map(id -> path.substring(Math.min(path.length(), MEMBERS.length() + id.length() + 1)))
            .orElse(path);
    return FactName.inConditions(below);
  }
}
