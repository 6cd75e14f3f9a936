package org.konbit.toolkit.web;

import java.util.Locale;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.overview.Matrix;
import org.konbit.screening.Law;

/** The words of the tables of the law in the reader's language. */
final class LawSayings {
  private final Law law;
  private final Texts t;

  LawSayings(Law law, Texts t) {
    this.law = law;
    this.t = t;
  }

  Coverage.Said status(Matrix.Row row) {
    return pack("us.option.immigration.status." + row.status());
  }

  /** The name of a kind of status. */
  Coverage.Said kind(String kind) {
    return pack("us.coarse." + kind);
  }

  /** What tells a row apart from others of its status; empty if there are none. */
  String variant(Matrix.Row row) {
    return row.variant().isEmpty()
        ? ""
        : t.localize(
            "screening.variant."
                + row.variant().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
  }

  String person(Matrix.Profile profile) {
    return t.localize("screening.profile." + key(profile));
  }

  String who(Matrix.Profile profile) {
    return t.localize("screening.profile." + key(profile) + "-who");
  }

  private static String key(Matrix.Profile profile) {
    return profile.id().replace('_', '-');
  }

  /** The best coverage of a cell. */
  Coverage.Said best(String id) {
    return switch (id) {
      case "none" -> new Coverage.Said(t.localize("screening.matrix.none"), Optional.empty());
      case "unknown" -> new Coverage.Said(t.localize("screening.matrix.open"), Optional.empty());
      default -> said(law.program(t.language().tag(), id));
    };
  }

  /** What the packs say under a key. */
  Coverage.Said pack(String key) {
    return law.find(t.language().tag(), key)
        .map(LawSayings::said)
        .orElseGet(() -> new Coverage.Said(key, Optional.of(Items.WRITTEN_IN)));
  }

  private static Coverage.Said said(Law.Words words) {
    return new Coverage.Said(words.text(), words.language());
  }
}
