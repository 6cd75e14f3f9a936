package org.konbit.database;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ResponseStatus;

/** So much is being done for one organisation that no further work of its own was begun in time. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class TooBusy extends CannotCreateTransactionException {
  TooBusy() {
    super("The organisation holds its share of the connections.\nTry again in a moment.");
  }
}
