package org.konbit.access.signin;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.vault.InstallationKey;
import org.springframework.stereotype.Component;

/**
 * Devices that a person has signed in on before. The device keeps a signed number; nothing is kept
 * here.
 */
@Component
public class Devices {
  private static final int NUMBER_BYTES = 16;
  private static final List<String> BROWSERS = List.of("Firefox", "Edg", "OPR", "Chrome", "Safari");
  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux");

  private final byte[] key;

  Devices(InstallationKey installation) {
    key = installation.derive("access.devices");
  }

  /** What a device is given to keep once a person has signed in on it. */
  public String remember(UUID person) {
    String number = Tokens.text(Tokens.random(NUMBER_BYTES));
    return number + "." + Tokens.text(signature(number, person));
  }

  /** The number of a device that this person has signed in on before. */
  Optional<String> known(Optional<String> kept, UUID person) {
    return kept.map(value -> value.split("\\.", 2))
        .filter(parts -> parts.length == 2)
        .filter(parts -> isOurs(parts[0], parts[1], person))
        .map(parts -> parts[0]);
  }

  private boolean isOurs(String number, String signed, UUID person) {
    try {
      return MessageDigest.isEqual(
          Base64.getUrlDecoder().decode(signed), signature(number, person));
    } catch (IllegalArgumentException e) { // not of our making
      return false;
    }
  }

  private byte[] signature(String number, UUID person) {
    return Tokens.keyed(key, number + "/" + person);
  }

  /**
   * What a person recognises a device by, "Firefox, Linux": enough to tell one's own from a
   * stranger's, too little to tell people apart.
   */
  public static String label(String userAgent) {
    return first(BROWSERS, userAgent).replace("Edg", "Edge").replace("OPR", "Opera")
        + ", "
        + first(SYSTEMS, userAgent).replace("CrOS", "ChromeOS");
  }

  private static String first(List<String> names, String userAgent) {
    return names.stream().filter(userAgent::contains).findFirst().orElse("?");
  }
}
