package org.konbit.vault;

import java.util.regex.Pattern;

/**
 * A kind of record that is not kept for ever. A module declares each of its kinds as a bean; the
 * expiry job destroys what is due, and what hangs from it by {@code ON DELETE CASCADE}.
 *
 * @param name such as {@code referral}, in the audit and in messages
 * @param table behind the walls, with an {@code id}; the application may delete from it
 * @param startedOn its column of type {@code date} from which the clock runs, such as the day of
 *     the last service; while it is null, the clock stands
 * @param months how long it is kept from then unless an organisation decides otherwise
 * @param source where that length comes from: a law, a grant's terms or a policy, with its date
 */
public record RecordKind(String name, String table, String startedOn, int months, String source) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public RecordKind {
    for (String each : new String[] {name, table, startedOn}) {
      if (!NAME.matcher(each).matches()) {
        throw new IllegalArgumentException("The name (%s) is none.".formatted(each));
      }
    }
    if (months < 1 || source.isBlank()) {
      throw new IllegalArgumentException(
          "The kind (%s) needs a length and where it comes from.".formatted(name));
    }
  }
}
