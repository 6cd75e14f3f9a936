package org.konbit.vault.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyUnavailable;

/**
 * What the key file says: a root, from which lasting secrets are derived, and dated versions. A
 * check at the end finds a line that was mistyped when the file was copied from paper.
 */
record KeyText(String root, SortedMap<Integer, Version> versions) {
  /** One version of the key, in base64, and the day it was drawn. */
  record Version(String secret, LocalDate drawnOn) {
    @Override
    public String toString() { // it would be the key
      return "Version";
    }
  }

  private static final String PREAMBLE =
      """
      # The key of a Konbit installation. Without it nobody can read the data, and no backup either.
      # Keep a copy away from this machine; show it to nobody; never put it into a backup.
      """;

  static KeyText draw(LocalDate today) {
    var versions = new TreeMap<Integer, Version>();
    versions.put(1, new Version(drawn(), today));
    return new KeyText(drawn(), versions);
  }

  KeyText withNewVersion(LocalDate today) {
    var more = new TreeMap<>(versions);
    more.put(versions.lastKey() + 1, new Version(drawn(), today));
    return new KeyText(root, more);
  }

  String write() {
    var text = new StringBuilder(PREAMBLE).append("konbit-key 1\n");
    text.append("root ").append(root).append('\n');
    versions.forEach((number, version) ->
        text.append("version %d %s %s\n".formatted(number, version.secret(), version.drawnOn())));
    return text + "check " + check(text.toString()) + "\n";
  }

  /**
   * Reads a key file.
   *
   * @throws KeyUnavailable if it is none, or a line was lost or altered
   */
  static KeyText read(String text) {
    int end = text.lastIndexOf("check ");
    // A copy from paper may have lost what nobody needs: blanks at the ends, a comment.
    if (end < 0 || !check(text.substring(0, end)).equals(text.substring(end + 6).strip())) {
      throw damaged();
    }
    try {
      return read(meaningful(text));
    } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException e) {
      throw damaged();
    }
  }

  private static KeyText read(List<String> lines) {
    if (!lines.getFirst().equals("konbit-key 1")) {
      throw damaged();
    }
    var versions = new TreeMap<Integer, Version>();
    for (String line : lines.subList(2, lines.size() - 1)) {
      String[] words = line.split(" ", -1);
      versions.put(
          Integer.parseInt(words[1]), new Version(checked(words[2]), LocalDate.parse(words[3])));
    }
    if (versions.isEmpty()) {
      throw damaged();
    }
    return new KeyText(checked(lines.get(1).split(" ", -1)[1]), versions);
  }

  private static List<String> meaningful(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static String check(String text) {
    try {
      var meaning = String.join("\n", meaningful(text)).getBytes(StandardCharsets.UTF_8);
      var digest = MessageDigest.getInstance("SHA-256").digest(meaning);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK.", e);
    }
  }

  private static String drawn() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.draw());
  }

  /** The bytes that a word of the file stands for. */
  static byte[] bytes(String word) {
    return Base64.getUrlDecoder().decode(word);
  }

  private static String checked(String word) {
    if (bytes(word).length != InstallationKey.SECRET_BYTES) {
      throw damaged();
    }
    return word;
  }

  private static KeyUnavailable damaged() {
    return new KeyUnavailable(
        "The key file is damaged: its check does not fit its lines.\n"
            + "Put back the copy that \"./konbit keys export\" made.");
  }

  @Override
  public String toString() { // it would be the key
    return "KeyText";
  }
}
