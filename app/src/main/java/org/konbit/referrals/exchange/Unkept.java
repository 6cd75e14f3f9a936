package org.konbit.referrals.exchange;

import org.konbit.clients.FreeText;

/** Keeps out of what partners write to each other what Konbit keeps nowhere. */
final class Unkept {
  private Unkept() {}

  /**
   * Goes on only with a text in which nothing such is found.
   *
   * @throws IllegalArgumentException if there is; a form tells it before
   */
  static void check(String text) {
    FreeText.unkept(text)
        .ifPresent(found -> {
          throw new IllegalArgumentException(
              "A text holds what is kept nowhere (%s).\nIt is left out.".formatted(found));
        });
  }
}
