package org.konbit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.signin.Passwords.Problem;

class PasswordsTests {
  private final Passwords passwords = new Passwords(new CommonPasswords());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "harbor lantern mosaic",
        "correct horse battery staple",
        "caballo grapa correcta",
        "đèn biển xanh nhỏ",
        "海港的灯笼照着小船和大海",
        "مصباح الميناء الأزرق"
      })
  void a_long_password_needs_no_signs_or_digits(String password) {
    assertThat(passwords.problem(password, List.of("somebody"))).isEmpty();
  }

  @Test
  void short_and_endless_ones_are_refused() {
    assertThat(passwords.problem("elevenchars", List.of())).contains(Problem.SHORT);
    assertThat(passwords.problem("twelve chars", List.of())).isEmpty();
    assertThat(passwords.problem("ab ".repeat(42) + "cd", List.of())).isEmpty();
    assertThat(passwords.problem("ab ".repeat(42) + "cde", List.of())).contains(Problem.LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "Password2026!",
        "1qaz2wsx3edc",
        "qwertyuiop123",
        "QWERTYUIOP!!",
        "administrator",
        "123456789012",
        "839201748391",
        "aaaaaaaaaaaa",
        "abababababab"
      })
  void what_many_people_use_is_refused(String password) {
    assertThat(passwords.problem(password, List.of())).contains(Problem.COMMON);
  }

  @Test
  void the_own_sign_in_name_with_a_little_around_it_is_refused() {
    assertThat(passwords.problem("marisol.ortega1", List.of("marisol.ortega")))
        .contains(Problem.OWN_NAME);
  }

  @Test
  void it_is_kept_as_argon2id_and_never_twice_the_same() {
    String once = passwords.hash("harbor lantern mosaic");
    String again = passwords.hash("harbor lantern mosaic");

    assertThat(once).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(again);
    assertThat(passwords.matches("harbor lantern mosaic", Optional.of(once))).isTrue();
    assertThat(passwords.matches("harbor lantern mosaik", Optional.of(once))).isFalse();
    assertThat(passwords.matches("harbor lantern mosaic", Optional.empty())).isFalse();
  }

  @Test
  void an_accent_typed_as_two_characters_is_the_same_password() {
    String composed = passwords.hash("lámpara del puerto azul");

    assertThat(passwords.matches("lámpara del puerto azul", Optional.of(composed))).isTrue();
  }
}
