package org.konbit.vault;

import java.util.UUID;

/**
 * Encrypts what identifies a person, under the key of the organisation that acts, bound to that
 * organisation, the table, the column and the row: a value copied anywhere else does not open.
 *
 * <p>Both methods want an open transaction of {@link org.konbit.database.Acting}. The first use in
 * it asks the database whether the organisation's key still stands, so that a key destroyed or
 * suspended on any node is of no more use from the next transaction on. Safe for many threads.
 */
public interface SealedFields {
  /**
   * Encrypts a text for one row. An organisation's first sealed field makes its key.
   *
   * <p>The length is hidden up to the next multiple of 16 bytes.
   *
   * @param row the row's id
   * @return the value for the column
   * @throws KeyRefused if the organisation's key was destroyed or is suspended
   */
  byte[] seal(SealedColumn column, UUID row, String text);

  /**
   * Gives back the text.
   *
   * @throws KeyRefused if the organisation's key was destroyed or is suspended, or the value was
   *     altered or belongs to another organisation, column or row
   */
  String open(SealedColumn column, UUID row, byte[] sealed);
}
