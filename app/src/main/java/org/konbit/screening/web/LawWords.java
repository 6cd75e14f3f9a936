package org.konbit.screening.web;

import java.util.Locale;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.overview.Matrix;
import org.konbit.rules.screening.Outcome;
import org.konbit.screening.Law;
import org.konbit.screening.Law.Words;

/** The words of a table of the law: the packs' own where they have some. */
final class LawWords {
  // The place that says what every document may state.
  private static final String EVERYWHERE = "us";

  private final Law law;
  private final Texts t;
  private final String language;

  LawWords(Law law, Texts t) {
    this.law = law;
    this.t = t;
    this.language = t.language().tag();
  }

  /** A sentence of the packs. */
  Words say(String key) {
    return law.find(language, key).orElseGet(() -> new Words(key, Optional.of("en")));
  }

  /** A program's name as a table has room for it. */
  Words program(String id) {
    var name = law.program(language, id);
    var brief = law.find(language, id + ".short");
    // A short name in another language is no help to who can read the long one.
    return brief.filter(words -> words.language().equals(name.language())).orElse(name);
  }

  Words best(String best) {
    return switch (best) {
      case "none" -> own("screening.matrix.none");
      case "unknown" -> own("screening.matrix.open");
      default -> program(best);
    };
  }

  Words outcome(Outcome outcome) {
    return switch (outcome) {
      case ELIGIBLE -> own("screening.matrix.yes");
      case INELIGIBLE -> own("screening.matrix.no");
      case UNKNOWN -> own("screening.matrix.open");
    };
  }

  Words status(String status) {
    return say("%s.option.%s.%s".formatted(EVERYWHERE, Vocabulary.STATUS.name(), status));
  }

  String variant(String variant) {
    return variant.isEmpty() ? "" : t.localize("screening.variant." + slug(variant));
  }

  static String slug(String variant) {
    return variant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  MatrixPage.Column column(Matrix.Profile profile) {
    var id = profile.id().replace('_', '-');
    return new MatrixPage.Column(
        id, t.localize("screening.profile." + id), t.localize("screening.profile." + id + "-who"));
  }

  Words kind(String kind) {
    return say("%s.coarse.%s".formatted(EVERYWHERE, kind));
  }

  private Words own(String key) {
    return new Words(t.localize(key), Optional.empty());
  }
}
