package org.konbit.directory.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.directory.entry.Document;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.place.Place;
import org.konbit.directory.search.DirectorySearch;
import org.konbit.directory.search.Wish;

/** The parameters of a list, read one by one; what makes no sense is told by its name. */
final class Question {
  /** A parameter that cannot be understood. */
  static final class Misunderstood extends RuntimeException {
    Misunderstood(String parameter, String value, String remedy) {
      super("The parameter %s (%s) cannot be used.\n%s".formatted(parameter, value, remedy));
    }
  }

  static final int MOST_A_PAGE = 500;
  private static final int MOST_FOUND = 5_000;
  private static final int LONGEST_SHOWN = 60;

  private final Map<String, String> sent;

  Question(Map<String, String> sent) {
    this.sent = sent;
  }

  int page() {
    return number("page", 1, 1_000_000);
  }

  int perPage() {
    return number("per_page", 50, MOST_A_PAGE);
  }

  boolean is(String parameter) {
    return switch (sent.getOrDefault(parameter, "false")) {
      case "true", "1", "" -> true;
      case "false", "0" -> false;
      default -> throw wrong(parameter, "Say true or false.");
    };
  }

  boolean isStreamed() {
    return switch (sent.getOrDefault("format", "json")) {
      case "json" -> false;
      case "ndjson" -> true;
      default -> throw wrong("format", "Say json or ndjson.");
    };
  }

  Listing.Filter filter(DirectorySearch search, Gazetteer gazetteer) {
    var postcode = postcode(gazetteer);
    return new Listing.Filter(
        words().map(words -> found(search, words)),
        uuid("organization_id"),
        instant(),
        uuid("taxonomy_term_id"),
        uuid("taxonomy_id"),
        postcode.map(Place::point),
        postcode.isEmpty() ? 0 : number("proximity", 8_000, 1_000_000));
  }

  Optional<UUID> uuid(String parameter) {
    return said(parameter)
        .map(text -> {
          try {
            return UUID.fromString(text);
          } catch (IllegalArgumentException e) { // told by name below
            throw wrong(parameter, "It takes a UUID.");
          }
        });
  }

  /**
   * Whether what is searched for, if anything, stands in a term's or taxonomy's name or
   * description.
   */
  boolean isSearchedFor(Document named) {
    var words = words().map(text -> text.toLowerCase(Locale.ROOT));
    return words.isEmpty()
        || Stream.of("name", "description")
            .flatMap(field -> named.text(field).stream())
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words.get()));
  }

  private Optional<String> words() {
    var words = said("search");
    if (words.filter(text -> text.length() > Wish.LONGEST).isPresent()) {
      throw wrong("search", "It takes at most %d characters.".formatted(Wish.LONGEST));
    }
    return words;
  }

  private static List<UUID> found(DirectorySearch search, String words) {
    return search.find(Wish.anything().withWords(words), 0, MOST_FOUND).hits().stream()
        .flatMap(hit -> hit.service().stream())
        .toList();
  }

  private Optional<Place> postcode(Gazetteer gazetteer) {
    return said("postcode")
        .map(code ->
            gazetteer
                .zip(code)
                .orElseThrow(() ->
                    wrong("postcode", "It takes a ZIP code of Massachusetts or Connecticut.")));
  }

  private Optional<Instant> instant() {
    return said("modified_after")
        .map(text -> {
          try {
            return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
          } catch (DateTimeException e) { // told by name below
            throw wrong("modified_after", "It takes a time such as 2026-10-01T09:30:00Z.");
          }
        });
  }

  private int number(String parameter, int otherwise, int most) {
    var text = said(parameter);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[1-9]\\d{0,8}") || Integer.parseInt(text.get()) > most) {
      throw wrong(parameter, "It takes a whole number from 1 to %d.".formatted(most));
    }
    return Integer.parseInt(text.get());
  }

  private Optional<String> said(String parameter) {
    return Optional.ofNullable(sent.get(parameter)).filter(text -> !text.isBlank());
  }

  private Misunderstood wrong(String parameter, String remedy) {
    String value = sent.getOrDefault(parameter, "");
    return new Misunderstood(
        parameter,
        value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value,
        remedy);
  }
}
