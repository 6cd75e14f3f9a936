package org.konbit.clients;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.vault.BlindIndexes;
import org.konbit.vault.BlindIndexes.Field;
import org.konbit.vault.NameTerms;
import org.konbit.vault.PhoneNumber;
import org.konbit.vault.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The blind numbers by which people are found; what they suggest is opened and confirmed. */
@Component
class ClientTerms {
  private static final Field NAME = new Field("client.name", 16);
  private static final Field BIRTH_DATE = new Field("client.birth_date", 16);
  private static final Field PHONE = new Field("client.phone", 24);
  private static final Field SOUND = new Field("client.sound", 16);

  // Equality of plain columns alone: PostgreSQL uses no index behind a wall for anything else.
  private static final String CANDIDATES =
      """
      SELECT t.client_id
        FROM unnest(:group, :number) AS wanted (grp, number)
        JOIN client_term t ON t.field = :field AND t.number = wanted.number
       GROUP BY t.client_id
      HAVING count(DISTINCT wanted.grp) = :groups
      """;
  private static final String FORGET = "DELETE FROM client_term WHERE client_id = :client";
  private static final String KEEP =
      """
      INSERT INTO client_term (organisation_id, field, number, client_id)
      SELECT konbit_organisation(), term.field, term.number, :client
        FROM unnest(:field, :number) AS term (field, number)
      """;

  private final JdbcClient jdbc;
  private final BlindIndexes indexes;

  ClientTerms(JdbcClient jdbc, BlindIndexes indexes) {
    this.jdbc = jdbc;
    this.indexes = indexes;
  }

  /** Makes a person findable by these details, and by those from before no more. */
  void keep(UUID client, Details details) {
    forget(client);
    var fields = new ArrayList<String>();
    var numbers = new ArrayList<Integer>();
    var names = NameTerms.toKeep(details.name().all());
    gather(NAME, names, fields, numbers);
    gather(SOUND, Sounds.of(names), fields, numbers);
    gather(BIRTH_DATE, details.birthDate().toKeep(), fields, numbers);
    gather(
        PHONE,
        details.contact().number().map(PhoneNumber::toKeep).orElse(Set.of()),
        fields,
        numbers);
    jdbc.sql(KEEP)
        .param("client", client)
        .param("field", fields.toArray(String[]::new))
        .param("number", numbers.toArray(Integer[]::new))
        .update();
  }

  /** Makes a person findable by nothing. */
  void forget(UUID client) {
    jdbc.sql(FORGET).param("client", client).update();
  }

  private void gather(Field field, Set<String> terms, List<String> fields, List<Integer> numbers) {
    for (int number : indexes.toKeep(field, terms)) {
      fields.add(field.name());
      numbers.add(number);
    }
  }

  /** Who may fit all that is looked for; nobody if nothing is. */
  Set<UUID> candidates(Sought sought) {
    var found = Optional.<Set<UUID>>empty();
    for (var part :
        List.of(
            having(NAME, NameTerms.toFind(sought.name())),
            having(BIRTH_DATE, sought.birthDate().toFind()),
            having(PHONE, sought.phone().map(PhoneNumber::toFind).orElse(nothing())))) {
      if (part.isPresent()) {
        found.ifPresent(part.get()::retainAll);
        found = part;
      }
    }
    return found.orElse(Set.of());
  }

  /** Who shares a word of a name, its sound or the phone with these details. */
  Set<UUID> resembling(Details details) {
    var names = NameTerms.toKeep(details.name().all());
    var some = new LinkedHashSet<UUID>();
    having(NAME, anyOf(names)).ifPresent(some::addAll);
    having(SOUND, anyOf(Sounds.of(names))).ifPresent(some::addAll);
    details
        .contact()
        .number()
        .flatMap(phone -> having(PHONE, phone.toFind()))
        .ifPresent(some::addAll);
    return some;
  }

  private Optional<Set<UUID>> having(Field field, Wanted wanted) {
    if (wanted.groups().isEmpty()) {
      return Optional.empty();
    }
    var numbers = indexes.toFind(field, wanted);
    return Optional.of(
        new LinkedHashSet<>(
            jdbc.sql(CANDIDATES)
                .param("field", field.name())
                .param("group", numbers.group().toArray(Integer[]::new))
                .param("number", numbers.number().toArray(Integer[]::new))
                .param("groups", numbers.groups())
                .query(UUID.class)
                .list()));
  }

  private static Wanted anyOf(Set<String> terms) {
    return terms.isEmpty() ? nothing() : new Wanted(List.of(terms));
  }

  private static Wanted nothing() {
    return new Wanted(List.of());
  }

  /** Whether an opened record fits what is looked for. */
  static boolean fits(Details details, Sought sought) {
    return fits(NameTerms.toFind(sought.name()), NameTerms.toKeep(details.name().all()))
        && fits(sought.birthDate().toFind(), details.birthDate().toKeep())
        && sought
            .phone()
            .map(phone ->
                fits(
                    phone.toFind(),
                    details.contact().number().map(PhoneNumber::toKeep).orElse(Set.of())))
            .orElse(true);
  }

  private static boolean fits(Wanted wanted, Set<String> kept) {
    return wanted.groups().isEmpty() || wanted.isMetBy(kept);
  }
}
