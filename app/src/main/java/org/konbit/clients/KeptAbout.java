package org.konbit.clients;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.konbit.language.Texts;

/**
 * What another module keeps about a person of the acting organisation. It offers a bean of this
 * type, so that it stands on the person's page and in what the person is told of all that is kept.
 */
public interface KeptAbout {
  /**
   * One thing that is kept.
   *
   * @param place its page, below the desk's home; empty if it has none
   * @param name what it is, in words
   * @param lines all else about it, in words
   */
  record Piece(String place, String name, List<String> lines) {
    public Piece {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() { // it tells of a person
      return "Piece";
    }
  }

  /** The message key of what these things are. */
  String key();

  /** The message key of what is said where there are none. */
  String noneKey();

  /** The message key of how to begin one. */
  String beginKey();

  /** Where one is begun for a person, below the desk's home. */
  String beginPlace(UUID client);

  /** In short, for the person's page, the newest first. */
  List<Piece> inShort(UUID client, Texts t);

  /**
   * Moves all of it to another record of the same person, in the open transaction.
   *
   * @return the ids of what moved
   */
  List<UUID> moveAll(UUID from, UUID to);

  /** Moves those of the ids that are this module's back. */
  void moveSome(Collection<UUID> ids, UUID to);

  /** All of it, for the person to be told. */
  List<Piece> everything(UUID client, Texts t);
}
