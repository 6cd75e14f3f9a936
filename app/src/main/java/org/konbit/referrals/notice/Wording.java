package org.konbit.referrals.notice;

import java.util.UUID;
import org.konbit.access.Origin;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.springframework.stereotype.Component;

/**
 * What a message says: that there is an update, and where to sign in. No person, no need and no
 * organisation is in it.
 */
@Component
class Wording {
  private final Languages languages;
  private final Messages messages;
  private final Origin origin;

  Wording(Languages languages, Messages messages, Origin origin) {
    this.languages = languages;
    this.messages = messages;
    this.origin = origin;
  }

  Letter letter(UUID id, Mailboxes.Mailbox mailbox) {
    var language = languages.tagged(mailbox.language()).orElseGet(languages::source);
    var t = messages.in(language);
    return new Letter(
        id,
        mailbox.address(),
        t.localize("referrals.notice.subject"),
        t.localize("referrals.notice.text")
            + "\n\n"
            + origin.address()
            + "/desk/"
            + language.tag());
  }
}
