package org.konbit.rules.pack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands beside the law: where to apply, what to bring, who else helps. Programs name channels
 * and papers by their ids.
 */
public final class Guidance {
  private static final String EVERYWHERE = "us";

  /**
   * Where programs are applied for.
   *
   * @param link a web address, where there is one
   * @param phone as it is printed, where a source prints one
   * @param message the key of its name
   */
  public record Channel(
      String id, Optional<String> link, Optional<String> phone, String cite, String message) {}

  /**
   * Something that an application asks for.
   *
   * @param message the key of the sentence that says it, and who needs it
   */
  public record Paper(String id, String cite, String message) {}

  /**
   * Somebody who helps with what no program does.
   *
   * @param place the pack's place: {@code us} for everywhere
   * @param topic what with, such as {@code legal}
   * @param isUnverified whether nobody has tried yet that they can be reached so
   * @param message the key of the sentence that says what they do; with {@code .name} after it,
   *     that of their name
   */
  public record Help(
      String id,
      String place,
      String topic,
      Optional<String> link,
      Optional<String> phone,
      String cite,
      boolean isUnverified,
      String message) {}

  private final Map<String, Channel> channels;
  private final Map<String, Paper> papers;
  private final List<Help> help;

  Guidance(Declared declared) {
    this.channels = Map.copyOf(declared.channels);
    this.papers = Map.copyOf(declared.papers);
    this.help = List.copyOf(declared.help.values());
  }

  public Optional<Channel> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  public Optional<Paper> paper(String id) {
    return Optional.ofNullable(papers.get(id));
  }

  /** Who helps with a topic in a state: the state's own first, in the packs' order. */
  public List<Help> help(String topic, Optional<String> place) {
    return help.stream()
        .filter(one -> one.topic().equals(topic))
        .filter(
            one -> one.place().equals(EVERYWHERE) || place.filter(one.place()::equals).isPresent())
        .sorted(Comparator.comparing(one -> one.place().equals(EVERYWHERE)))
        .toList();
  }
}
