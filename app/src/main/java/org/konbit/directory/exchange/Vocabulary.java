package org.konbit.directory.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.Modality;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.konbit.language.Texts;
import org.springframework.stereotype.Component;

/**
 * The vocabularies of our own, as taxonomies of the standard: what families need, whether new
 * people are taken on, and how they are met. Their ids are the same at every installation.
 */
@Component
public class Vocabulary {
  static final UUID NEEDS = id("needs");
  static final UUID INTAKE = id("intake");
  static final UUID MODALITY = id("modality");

  private final Texts english;

  Vocabulary(Languages languages, Messages messages) {
    english = messages.in(languages.source());
  }

  /** All of them. */
  List<Document> taxonomies() {
    return List.of(
        taxonomy(NEEDS, "Konbit: needs", "What families look for help with, in their own words."),
        taxonomy(
            INTAKE,
            "Konbit: new people",
            "Whether a service takes new people on; an attribute's value is the day it said so."),
        taxonomy(
            MODALITY, "Konbit: how people meet", "In person, online, by phone, or as they wish."));
  }

  /** Every term of them. */
  List<Document> terms() {
    return Stream.of(
            Stream.of(Need.values()).map(this::term),
            Stream.of(Intake.State.values()).map(this::term),
            Stream.of(Modality.values()).map(this::term))
        .flatMap(Function.identity())
        .toList();
  }

  /** A need as a term. */
  Document term(Need need) {
    return term(NEEDS, need.key(), need.messageKey(), need.messageKey() + "-words");
  }

  /** What was said of new people, as a term. */
  Document term(Intake.State state) {
    String key = "directory.intake." + state.key();
    return term(INTAKE, state.key(), key, key);
  }

  /** How people meet a service, as a term. */
  Document term(Modality modality) {
    String key = "directory.modality." + modality.key();
    return term(MODALITY, modality.key(), key, key);
  }

  /** The need of a term of ours. */
  public static Optional<Need> need(String termId) {
    return Stream.of(Need.values())
        .filter(need -> termId(NEEDS, need.key()).toString().equals(termId))
        .findFirst();
  }

  /** What a term of ours says of new people. */
  public static Optional<Intake.State> intake(String termId) {
    return Stream.of(Intake.State.values())
        .filter(state -> termId(INTAKE, state.key()).toString().equals(termId))
        .findFirst();
  }

  /** How people meet a service, by a term of ours. */
  public static Optional<Modality> modality(String termId) {
    return Stream.of(Modality.values())
        .filter(each -> termId(MODALITY, each.key()).toString().equals(termId))
        .findFirst();
  }

  private Document term(UUID taxonomy, String code, String name, String description) {
    var detail =
        taxonomies().stream()
            .filter(each -> each.text("id").equals(Optional.of(taxonomy.toString())))
            .findFirst()
            .orElseThrow();
    return Document.empty()
        .with("id", termId(taxonomy, code).toString())
        .with("code", code)
        .with("name", english.localize(name))
        .with("description", english.localize(description))
        .with("taxonomy", detail.text("name").orElse(""))
        .with("taxonomy_id", taxonomy.toString())
        .with("language", "en")
        .with("taxonomy_detail", detail.json());
  }

  private static Document taxonomy(UUID id, String name, String description) {
    return Document.empty()
        .with("id", id.toString())
        .with("name", name)
        .with("description", description)
        .with("version", "1");
  }

  static UUID termId(UUID taxonomy, String code) {
    return id(taxonomy + "/" + code);
  }

  /** An id that is the same whenever it is made of the same. */
  public static UUID id(String of) {
    return UUID.nameUUIDFromBytes(("konbit/hsds/" + of).getBytes(StandardCharsets.UTF_8));
  }
}
