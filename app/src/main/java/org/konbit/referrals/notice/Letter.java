package org.konbit.referrals.notice;

import java.util.UUID;

/** One message to one mailbox. Its id is its own for good. */
record Letter(UUID id, String to, String subject, String text) {
  @Override
  public String toString() { // a mailbox may be somebody's own
    return "Letter[%s]".formatted(id);
  }
}
