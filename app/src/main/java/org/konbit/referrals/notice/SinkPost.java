package org.konbit.referrals.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where nobody takes mail away, letters lie in a folder on this machine, without the mailbox they
 * are for.
 */
final class SinkPost implements Post {
  private final Path folder;

  SinkPost(Path folder) {
    this.folder = folder;
  }

  @Override
  public Fate send(Letter letter) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(letter.id() + ".txt"),
          letter.subject() + "\n\n" + letter.text() + "\n",
          StandardCharsets.UTF_8);
      return Fate.SENT;
    } catch (IOException e) {
      throw new UncheckedIOException("A letter could not be written down.\nIs the disk full?", e);
    }
  }
}
