package org.konbit.simulation.microdata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A population before the law looks at it.
 *
 * @param source what it is, in words for a reader
 * @param isSynthetic made up: every output says so
 * @param areas the areas homes lie in, each as its state and its name
 */
public record Microdata(
    String source, boolean isSynthetic, List<String> areas, List<Block> blocks) {
  /** How many homes a block holds. */
  static final int BLOCK = 4_096;

  public Microdata {
    areas = List.copyOf(areas);
    blocks = List.copyOf(blocks);
  }

  public long persons() {
    return blocks.stream().mapToLong(Block::persons).sum();
  }

  public long homes() {
    return blocks.stream().mapToLong(Block::homes).sum();
  }

  /** Whether standard errors can be told from replicate weights. */
  public boolean hasReplicates() {
    return !blocks.isEmpty() && blocks.stream().allMatch(Block::hasReplicates);
  }

  public long bytes() {
    return blocks.stream().mapToLong(Block::bytes).sum();
  }

  /** Does something with every block on the threads of the common pool; results in their order. */
  public <T> List<T> each(Function<Block, T> work) {
    return blocks.parallelStream().map(work).toList();
  }

  /** What names exactly these people: equal digests, equal populations. */
  public String digest() {
    var parts = each(Microdata::digest);
    var sha = sha256();
    sha.update(String.join("\n", areas).getBytes(StandardCharsets.UTF_8));
    parts.forEach(sha::update);
    return "sha256:" + HexFormat.of().formatHex(sha.digest());
  }

  private static byte[] digest(Block block) {
    var sha = sha256();
    IntStream.range(0, block.homes())
        .forEach(home -> {
          sha.update((block.home(home) + "\n").getBytes(StandardCharsets.UTF_8));
          for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
            var line = block.person(p) + " " + block.weight(p) + "\n";
            sha.update(line.getBytes(StandardCharsets.UTF_8));
            for (int r = 0; block.hasReplicates() && r < Block.REPLICATES; r++) {
              int weight = block.replicate(p, r);
              sha.update((byte) (weight >> 8));
              sha.update((byte) weight);
            }
          }
        });
    return sha.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
