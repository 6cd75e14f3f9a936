package org.konbit.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What was asked for does not exist, or not for whoever asks: the two look the same from outside.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotHere extends RuntimeException {
  /** Says nothing about what was asked for. */
  public NotHere() {
    super("There is nothing here for whoever asks.");
  }
}
