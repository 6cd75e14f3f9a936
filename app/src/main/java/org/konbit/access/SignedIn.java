package org.konbit.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.database.Acting;

/**
 * Whoever is signed in, as this request found them: a suspension or an end of time holds from the
 * very next request.
 *
 * @param session the sign-in, of which a person may have several
 * @param person who it is
 * @param chosen for which organisation they work now, unless they have yet to choose
 * @param places where else they could: every organisation that has them
 * @param provenAt when they last proved who they are, on this device
 */
public record SignedIn(
    UUID session, UUID person, Optional<Place> chosen, List<Place> places, Instant provenAt) {
  /**
   * A person at an organisation.
   *
   * @param organisationName what it is called
   * @param name the person's name there
   * @param roles what they may do there now
   * @param auditRests whether they were named auditor, which does not hold while they administer
   *     people anywhere
   */
  public record Place(
      UUID organisation,
      String organisationName,
      boolean isCoalition,
      String name,
      Set<Role> roles,
      boolean auditRests) {
    /** Whether the person decides there who may sign in. */
    public boolean administersPeople() {
      return roles.stream().anyMatch(Role::administersPeople);
    }

    /** Whether the person was named auditor there. */
    public boolean audits() {
      return auditRests || roles.contains(Role.AUDITOR);
    }

    /** The same place without the auditor's role. */
    public Place withoutAudit() {
      var others =
          roles.stream()
              .filter(role -> role != Role.AUDITOR)
              .collect(Collectors.toUnmodifiableSet());
      return new Place(organisation, organisationName, isCoalition, name, others, audits());
    }
  }

  /** Whether the person holds the role where they work now. */
  public boolean is(Role role) {
    return chosen.filter(place -> place.roles().contains(role)).isPresent();
  }

  /** Whether any role anywhere sees client records. */
  public boolean seesClients() {
    return places.stream().flatMap(place -> place.roles().stream()).anyMatch(Role::seesClients);
  }

  /** What the database is told of this person. */
  public Acting acting() {
    return chosen
        .<Acting>map(place ->
            new Acting.Member(place.organisation(), person, Role.keys(place.roles()), "desk"))
        .orElseGet(() -> new Acting.Self(person));
  }

  @Override
  public String toString() { // it names a person
    return "SignedIn[%s]".formatted(session);
  }
}
