package org.konbit.referrals.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.referrals.exchange.GivenReferrals.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Consent;
import org.konbit.clients.Consents;
import org.konbit.clients.GivenClients;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.IllegalMove;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.Rules;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.rules.testing.Seeds;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whatever anybody does in whatever order: three organisations, all roles, a clock that goes on and
 * a family that changes its mind, against a second telling of the rules.
 */
@KonbitTest
@Import(Superuser.class)
class ReferralLawTests {
  private static final int STEPS = 60;
  private static final int PLACES = 2;

  @Autowired private GivenReferrals given;
  @Autowired private GivenStaff staff;
  @Autowired private GivenEntries entries;
  @Autowired private Moves moves;
  @Autowired private Conversation conversation;
  @Autowired private Consents consents;
  @Autowired private ClockWork clockWork;
  @Autowired private Handovers handovers;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private Superuser superuser;

  private UUID harbor;
  private UUID valley;
  private UUID river;
  private UUID service;
  private int left;
  private List<Told> all;
  private Random random;

  /** One referral as the rules tell it. */
  private static final class Told {
    private final GivenReferrals.Given given;
    private final Track track;
    private State state = State.SENT;
    private boolean isWithdrawn;
    private boolean hasPlace;
    private long hoursSent;

    private Told(GivenReferrals.Given given, Track track) {
      this.given = given;
      this.track = track;
    }

    private boolean isShared() {
      return !isWithdrawn && state.isShared();
    }
  }

  static LongStream seeds() {
    return Seeds.few();
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_anybody_does_the_rules_hold(long seed) {
    random = new Random(seed);
    begin();

    for (int i = 0; i < STEPS; i++) {
      var one = all.get(random.nextInt(all.size()));
      switch (random.nextInt(12)) {
        case 0 -> withdraw(one);
        case 1 -> timePasses();
        case 2 -> write(one);
        default -> move(one);
      }
      all.forEach(this::check);
      assertThat(given.placesLeft(valley, service)).isEqualTo(left).isNotNegative();
    }

    assertThat(all).anyMatch(each -> each.state != State.SENT);
  }

  private void begin() {
    harbor = staff.organisation("Harbor Clinic");
    valley = staff.organisation("Valley Legal Aid");
    river = staff.organisation("River Center");
    var needs = new Need[] {Need.FOOD, Need.LEGAL};
    service = entries.entry(valley, "Valley").offers("Help", needs).listed().service();
    var lantern = staff.organisation("Lantern House");
    var shelter =
        entries.entry(lantern, "Lantern").offers("Shelter", Need.SAFETY).listed().service();
    left = PLACES;
    given.places(valley, service, PLACES);
    all = new ArrayList<>();
    for (var need : new Need[] {Need.FOOD, Need.FOOD, Need.FOOD, Need.LEGAL, Need.SAFETY}) {
      boolean isSafety = need == Need.SAFETY;
      var to = isSafety ? lantern : valley;
      var one = given.drafted(harbor, to, isSafety ? shelter : service, need, "Quetzal");
      given.send(one);
      all.add(new Told(one, GivenReferrals.track(need)));
    }
  }

  private void move(Told one) {
    var to = one.given.to();
    var organisation = List.of(harbor, to, to, to, river).get(random.nextInt(5));
    // Mostly one of the people who do such work, now and then anybody.
    var roles =
        random.nextInt(4) > 0
            ? Set.of(Role.NAVIGATOR, Role.LEGAL_STAFF)
            : Set.of(any(Role.values()));
    var wish = wish(one, organisation);
    var expected = expected(one, organisation, roles, wish);
    var actor = GivenClients.staff(organisation, roles.toArray(Role[]::new));
    int seen = given.status(harbor, one.given.id()).orElseThrow().changes();
    Optional<Class<?>> failure = Optional.empty();
    var change = change(wish);
    try {
      actor.run(() -> moves.move(one.given.id(), seen, change, UUID.randomUUID()));
    } catch (NotHere | IllegalMove | Refused e) {
      failure = Optional.of(e.getClass());
    }
    assertThat(failure)
        .as("%s from %s to %s by %s as %s", one.track, one.state, wish, organisation, roles)
        .isEqualTo(expected);
    if (failure.isEmpty()) {
      moved(one, change);
    }
  }

  /** Half the time something that the rules allow, else anything. */
  private State wish(Told one, UUID organisation) {
    var by = organisation.equals(harbor) ? "SENDER" : "RECEIVER";
    var prefix = String.join(" ", one.track.name(), one.state.name(), by, "");
    var allowed = Rules.lines().stream().filter(rule -> rule.startsWith(prefix)).toList();
    return allowed.isEmpty() || random.nextInt(3) == 0
        ? any(State.values())
        : State.valueOf(allowed.get(random.nextInt(allowed.size())).substring(prefix.length()));
  }

  private Optional<Class<?>> expected(Told one, UUID organisation, Set<Role> roles, State to) {
    boolean isWorker =
        Stream.of(Role.NAVIGATOR, Role.PROGRAMME_MANAGER, Role.LEGAL_STAFF, Role.LEGAL_SUPERVISOR)
            .anyMatch(roles::contains);
    boolean isLegal = roles.contains(Role.LEGAL_STAFF) || roles.contains(Role.LEGAL_SUPERVISOR);
    boolean isReceiver = organisation.equals(one.given.to());
    if (!isWorker
        || organisation.equals(river)
        || (isReceiver && one.track == Track.LEGAL && !isLegal)) {
      return Optional.of(NotHere.class);
    }
    var rule =
        String.join(
            " ", one.track.name(), one.state.name(), isReceiver ? "RECEIVER" : "SENDER", to.name());
    if (!Rules.lines().contains(rule)) {
      return Optional.of(IllegalMove.class);
    }
    boolean isOver = to.isFinal() || to == State.IN_SERVICE;
    if (one.isWithdrawn && !isOver) {
      return Optional.of(Refused.class);
    }
    return takesAPlace(one, to) && left == 0 ? Optional.of(Refused.class) : Optional.empty();
  }

  private static boolean takesAPlace(Told one, State to) {
    return Set.of(State.ACCEPTED, State.APPOINTMENT_OFFERED).contains(to) && !one.hasPlace;
  }

  private void moved(Told one, Change change) {
    if (takesAPlace(one, change.to())) {
      left--;
      one.hasPlace = true;
    }
    if (one.hasPlace && change.to().isFinal()) {
      one.hasPlace = false;
      boolean isUsed =
          change.to() == State.CLOSED
              || change
                  .outcome()
                  .filter(
                      Set.of(Outcome.RECEIVED_SERVICE, Outcome.PARTIAL, Outcome.NOT_DISCLOSED)
                          ::contains)
                  .isPresent();
      left += isUsed ? 0 : 1;
    }
    one.state = change.to();
    if (change.to() == State.SENT) {
      one.hoursSent = 0;
    }
  }

  private Change change(State to) {
    return switch (to) {
      case DECLINED -> Change.declined(any(DeclineReason.values()));
      case COMPLETED, UNABLE -> Change.ended(to, any(Outcome.values()));
      case REROUTED -> Change.rerouted(UUID.randomUUID());
      case ENTERED_IN_ERROR ->
          Change.mistaken(any(Mistake.values()), "Meant for Quetzal of 617-555-0142.");
      default -> Change.to(to);
    };
  }

  private void withdraw(Told one) {
    worker(harbor).run(() -> consents.withdraw(one.given.consent(), Consent.How.SPOKEN));
    if (!one.isWithdrawn && (one.state == State.SENT || one.state == State.NEEDS_INFORMATION)) {
      one.state = State.RECALLED;
    }
    one.isWithdrawn = true;
  }

  private void timePasses() {
    clock.pass(Duration.ofDays(4));
    clockWork.run();
    for (var one : all) {
      one.hoursSent += 4 * 24;
      var status = given.status(harbor, one.given.id()).orElseThrow();
      boolean isOver = !status.expiresAt().isAfter(clock.instant());
      if (one.state == State.SENT && isOver) {
        assertThat(one.hoursSent)
            .as("no earlier than twice the time")
            .isGreaterThanOrEqualTo(Offers.USUAL_ANSWER.multipliedBy(2).toHours());
        one.state = one.track == Track.ORDINARY ? State.EXPIRED : State.CLOSED;
      } else if (one.state == State.WAITLISTED && one.isWithdrawn) {
        one.state = State.EXPIRED;
      }
    }
  }

  private void write(Told one) {
    var organisation = List.of(harbor, one.given.to()).get(random.nextInt(2));
    boolean isWritten = true;
    try {
      worker(organisation).run(() -> conversation.write(one.given.id(), "Call after six."));
    } catch (Refused e) {
      isWritten = false;
    }
    assertThat(isWritten).isEqualTo(one.isShared() && one.track == Track.ORDINARY);
  }

  private void check(Told one) {
    var id = one.given.id();
    var to = one.given.to();
    assertThat(given.status(harbor, id).orElseThrow().state()).as("state").isEqualTo(one.state);
    assertThat(given.status(to, id).orElseThrow().state()).isEqualTo(one.state);
    assertThat(given.status(river, id)).as("a third sees nothing").isEmpty();
    int shown = one.isShared() ? 1 : 0;
    assertThat(given.seen(to, "handover", "id", id)).as("handover").isEqualTo(shown);
    if (!one.isShared()) {
      assertThat(given.seen(to, "handover_note", "referral_id", id)).isZero();
    }
    assertThat(seenAsEditor(to, id)).as("an editor sees nobody").isZero();
    for (var outside : List.of(harbor, river)) {
      assertThat(given.seen(outside, "handover", "id", id)).isZero();
      assertThat(given.seen(outside, "handover_note", "referral_id", id)).isZero();
    }
    for (var outside : List.of(to, river)) {
      assertThat(given.seen(outside, "referral", "id", id)).isZero();
      assertThat(given.seen(outside, "referral_note", "referral_id", id)).isZero();
      assertThat(given.seen(outside, "client", "id", one.given.client())).isZero();
    }
    worker(to)
        .run(() ->
            transactions.executeWithoutResult(_ ->
                handovers
                    .one(id)
                    .ifPresent(handover ->
                        assertThat(handover.shared())
                            .contains("Quetzal", "617-555-0142")
                            .doesNotContain("1987", "\"ht\""))));
    if (!one.isShared() && !one.isWithdrawn) {
      assertThat(GivenReferrals.left(superuser, id))
          .as("rows of a person that are left with the receiver")
          .isZero();
    }
  }

  private int seenAsEditor(UUID organisation, UUID id) {
    Acting editor = GivenClients.staff(organisation, Role.EDITOR, Role.ORGANISATION_ADMINISTRATOR);
    return editor.call(() ->
        transactions.execute(_ ->
            jdbc.sql("SELECT count(*) FROM handover WHERE id = :id")
                .param("id", id)
                .query(Integer.class)
                .single()));
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
