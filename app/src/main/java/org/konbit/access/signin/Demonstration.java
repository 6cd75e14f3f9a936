package org.konbit.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.AccessSettings;
import org.konbit.access.DemoPart;
import org.konbit.access.DemoPart.Somebody;
import org.konbit.access.DemonstrationRefused;
import org.konbit.access.Organisations;
import org.konbit.access.Origin;
import org.konbit.access.Role;
import org.konbit.access.RoleChoice;
import org.konbit.access.SignedIn;
import org.konbit.database.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A coalition of fictional people on data that are thrown away, and a link for each that signs them
 * in. Only ever on this machine.
 */
@Component
@Profile("demo")
public class Demonstration {
  private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
  private static final UUID NOBODY = new UUID(0, 0);

  private static final Map<String, Map<Role, String>> PARTNERS = partners();

  private final Organisations organisations;
  private final Invitations invitations;
  private final Joining joining;
  private final Origin origin;
  private final Clock clock;
  private final AccessSettings settings;
  private final List<DemoPart> parts;
  private final Map<String, UUID> links = new LinkedHashMap<>();

  Demonstration(
      Organisations organisations,
      Invitations invitations,
      Joining joining,
      Origin origin,
      Clock clock,
      AccessSettings settings,
      ObjectProvider<DemoPart> parts) {
    if (settings.isPublic()) {
      throw new DemonstrationRefused(
          "The demonstration has no locks, so it is never shown at a public address.\n"
              + "Leave KONBIT_URL unset.");
    }
    this.organisations = organisations;
    this.invitations = invitations;
    this.joining = joining;
    this.origin = origin;
    this.clock = clock;
    this.settings = settings;
    this.parts = parts.orderedStream().toList();
  }

  private static Map<String, Map<Role, String>> partners() {
    var partners = new LinkedHashMap<String, Map<Role, String>>();
    partners.put(
        "",
        Map.of(
            Role.COALITION_ADMINISTRATOR, "Mirela Duarte",
            Role.AUDITOR, "Samuel Oyelaran",
            Role.ORGANISER, "Yasmin Haddad",
            Role.EDITOR, "Josué Belizaire",
            Role.TRANSLATOR, "Thảo Lâm",
            Role.REVIEWER, "Rana Qasim",
            Role.RESEARCHER, "Inés Carvallo"));
    partners.put(
        "Harbor Community Center",
        Map.of(
            Role.ORGANISATION_ADMINISTRATOR, "Denise Alcindor",
            Role.NAVIGATOR, "Marisol Ortega",
            Role.PROGRAMME_MANAGER, "Kofi Asante",
            Role.FINANCE_APPROVER, "Lian Zhou",
            Role.VOLUNTEER, "Tomás Prado"));
    partners.put(
        "Valley Legal Aid",
        Map.of(
            Role.ORGANISATION_ADMINISTRATOR, "Paulo Menezes",
            Role.LEGAL_SUPERVISOR, "Amal Farouk",
            Role.LEGAL_STAFF, "Nadège Toussaint",
            Role.INTERPRETER, "Huy Đặng",
            Role.PRIVACY_OFFICER, "Ruth Goldfarb"));
    partners.put(
        "River Street Pantry",
        Map.of(
            Role.ORGANISATION_ADMINISTRATOR, "Célia Bragança",
            Role.NAVIGATOR, "Jean-Robert Cius"));
    return partners;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(0) // before those who look for what is made here
  void begin() {
    var people = new ArrayList<Somebody>();
    log.info("Making a sample coalition; once it is there, its sign-ins are printed.");
    PARTNERS.forEach((name, roles) -> {
      var organisation = organisation(name);
      roles.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(each -> people.add(somebody(organisation, each.getKey(), each.getValue())));
    });
    worksForTwo(people);
    parts.forEach(part -> part.add(List.copyOf(people)));
    tell(people);
  }

  // Only now: whoever follows a link finds everything there.
  private void tell(List<Somebody> people) {
    var partners = organisations.names();
    log.info("Fictional people, each with a link that signs them in:");
    var told = Optional.<UUID>empty();
    for (var each : people) {
      if (!told.equals(Optional.of(each.organisation()))) {
        log.info("  {}", partners.getOrDefault(each.organisation(), ""));
        told = Optional.of(each.organisation());
      }
      log.info("    {}, {}: {}", each.name(), each.role().key(), link(each.person()));
    }
  }

  private String link(UUID person) {
    return links.entrySet().stream()
        .filter(each -> each.getValue().equals(person))
        .map(each -> "%s/desk/demo/%s".formatted(origin.address(), each.getKey()))
        .findFirst()
        .orElseThrow();
  }

  /** One of them works for a second partner too, and chooses for whom. */
  private void worksForTwo(List<Somebody> people) {
    var somebody =
        people.stream()
            .filter(each -> each.role() == Role.PROGRAMME_MANAGER)
            .findFirst()
            .orElseThrow();
    var other =
        people.stream()
            .filter(each -> each.role() == Role.LEGAL_SUPERVISOR)
            .findFirst()
            .orElseThrow();
    joining.asMyself(
        invitation(other.organisation(), somebody.name(), Set.of(Role.NAVIGATOR), Optional.empty()),
        new SignedIn(NOBODY, somebody.person(), Optional.empty(), List.of(), clock.instant()),
        somebody.name());
  }

  /** Whose link this is. */
  public Optional<UUID> person(String token) {
    return Optional.ofNullable(links.get(token));
  }

  private UUID organisation(String name) {
    var maker = new Acting.SystemActor(NOBODY, "setup", "demonstration");
    return maker.call(() ->
        (name.isEmpty() ? organisations.found(settings.name()) : organisations.invent(name))
            .orElseThrow(Demonstration::notFresh));
  }

  private static DemonstrationRefused notFresh() {
    return new DemonstrationRefused(
        "The demonstration makes a coalition of its own, and there is one in this data folder already.\n"
            + "Start it with \"./konbit demo\", on data that are thrown away, or name an empty folder:"
            + " KONBIT_DATA.");
  }

  private Somebody somebody(UUID organisation, Role role, String name) {
    Set<Role> roles =
        role == Role.COALITION_ADMINISTRATOR
            ? Set.of(role, Role.ORGANISATION_ADMINISTRATOR)
            : Set.of(role);
    Optional<LocalDate> until =
        role.isForABoundedTime()
            ? Optional.of(LocalDate.now(clock).plusMonths(1))
            : Optional.empty();
    var outcome =
        joining.forShow(
            invitation(organisation, name, roles, until), new Joining.Names(name, name));
    if (!(outcome instanceof Joining.Outcome.Joined(UUID person))) {
      throw new IllegalStateException("The demonstration could not be made.");
    }
    links.put(Tokens.fresh(), person);
    return new Somebody(person, organisation, name, role);
  }

  private Invitations.Invitation invitation(
      UUID organisation, String name, Set<Role> roles, Optional<LocalDate> until) {
    String link =
        invitations.make(
            new Acting.SystemActor(organisation, "setup", "demonstration"),
            name,
            new RoleChoice(roles, until),
            "en",
            Duration.ofHours(1));
    return invitations.open(link.substring(link.lastIndexOf('/') + 1)).orElseThrow();
  }
}
