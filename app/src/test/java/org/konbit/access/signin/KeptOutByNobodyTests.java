package org.konbit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff.Person;
import org.konbit.access.signin.SignIns.Outcome;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.vault.InstallationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a stranger who guesses at a name can learn of it, and do to whoever it belongs to. */
@KonbitTest
class KeptOutByNobodyTests {
  private static final Duration A_STEP = Duration.ofSeconds(30);
  private static final String WRONG = "wrong lantern mosaic";

  @Autowired private GivenStaff given;
  @Autowired private SettableClock clock;
  @Autowired private Accounts accounts;
  @Autowired private Passwords passwords;
  @Autowired private Devices devices;
  @Autowired private Passkeys passkeys;
  @Autowired private SignIns signIns;
  @Autowired private InstallationKey installation;
  @Autowired private DataSource dataSource;

  private Person navigator;

  @BeforeEach
  void somebodyWithAPassword() {
    navigator = given.person(given.organisation("Harbor Clinic"), Role.NAVIGATOR);
    clock.pass(A_STEP); // the code that joined is used up
  }

  @AfterEach
  void back() {
    clock.reset();
  }

  @Test
  void a_recovery_code_opens_a_new_device_that_a_stranger_keeps_shut_by_guessing() {
    var codes = accounts.renewRecoveryCodes(navigator.id());
    for (int i = 0; i < 20; i++) { // as often as it takes, for as long as they like
      guess(WRONG, "000000");
      clock.pass(Duration.ofMinutes(15).plusSeconds(1));
    }
    guess(WRONG, "000000");
    assertThat(guess(GivenStaff.PASSWORD, given.code(navigator))).isInstanceOf(Outcome.Wait.class);

    assertThat(guess(GivenStaff.PASSWORD, codes.getFirst()))
        .isEqualTo(new Outcome.Proven(navigator.id(), Means.RECOVERY));
    assertThat(guess(GivenStaff.PASSWORD, codes.getFirst()))
        .as("used up, so it opens nothing more")
        .isInstanceOf(Outcome.Wait.class);
  }

  @Test
  void whoever_finds_a_recovery_code_tries_a_few_passwords_with_it_and_then_waits() {
    String found = accounts.renewRecoveryCodes(navigator.id()).getFirst();
    for (int i = 0; i < 5; i++) {
      assertThat(guess(WRONG, found)).isInstanceOf(Outcome.Refused.class);
    }

    assertThat(guess(GivenStaff.PASSWORD, found)).isInstanceOf(Outcome.Wait.class);
    assertThat(guess(GivenStaff.PASSWORD, given.code(navigator)))
        .as("the owner, who has not lost the authenticator")
        .isInstanceOf(Outcome.Proven.class);
  }

  @Test
  void a_recovery_code_alone_is_not_enough_where_there_is_a_password() {
    String code = accounts.renewRecoveryCodes(navigator.id()).getFirst();

    assertThat(guess("", code)).isInstanceOf(Outcome.Refused.class);
    assertThat(accounts.recoveryCodesLeft(navigator.id())).isEqualTo(10);
  }

  /**
   * The time that a refusal takes is the time of its statements and of one Argon2: so they are the
   * same for a known name, for an unknown one, and whatever of the three was wrong.
   */
  @Test
  void every_refused_try_asks_the_database_the_same_and_hashes_once() {
    String name = navigator.signInName();
    String right = GivenStaff.PASSWORD;
    String used = given.code(navigator);
    assertThat(guess(right, used)).isInstanceOf(Outcome.Proven.class);
    clock.pass(A_STEP);
    String code = given.code(navigator);

    var unknown = asked("nobody-of-that-name", right, code);
    assertThat(unknown).hasSizeGreaterThan(5);
    assertThat(unknown).as("hashes").filteredOn("argon2"::equals).hasSize(1);
    assertThat(asked(name, WRONG, code)).as("a wrong password").isEqualTo(unknown);
    assertThat(asked(name, right, "000000")).as("a wrong code").isEqualTo(unknown);
    assertThat(asked(name, right, used)).as("a code that was used").isEqualTo(unknown);
    assertThat(asked(name, "", code)).as("no password").isEqualTo(unknown);
  }

  private Outcome guess(String password, String code) {
    return signIns.byPassword(navigator.signInName(), password, code, Optional.empty());
  }

  /** What a try that is refused asked for, in its order. */
  private List<String> asked(String name, String password, String code) {
    var asked = new ArrayList<String>();
    var jdbc = JdbcClient.create(recording(asked));
    var watched =
        new SignIns(
            new Accounts(jdbc, clock, installation),
            new Passwords(new CommonPasswords()) {
              @Override
              boolean matches(String typed, Optional<String> hash) {
                asked.add("argon2");
                return passwords.matches(typed, hash);
              }
            },
            new Attempts(jdbc, clock, installation),
            devices,
            passkeys);

    assertThat(watched.byPassword(name, password, code, Optional.empty()))
        .isEqualTo(new Outcome.Refused());
    return asked;
  }

  private DataSource recording(List<String> asked) {
    return new DelegatingDataSource(dataSource) {
      @Override
      public Connection getConnection() throws java.sql.SQLException {
        var real = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")) {
                    asked.add(arguments[0].toString());
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
      }
    };
  }
}
