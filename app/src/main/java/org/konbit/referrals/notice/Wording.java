package org.konbit.referrals.notice;

import java.util.UUID;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What a message says: that there is an update, and where to sign in. No person, no need and no
 * organisation is in it.
 */
@Component
class Wording {
  private final Languages languages;
  private final Messages messages;
  private final NoticeSettings settings;
  private final Environment environment;

  Wording(
      Languages languages, Messages messages, NoticeSettings settings, Environment environment) {
    this.languages = languages;
    this.messages = messages;
    this.settings = settings;
    this.environment = environment;
  }

  Letter letter(UUID id, Mailboxes.Mailbox mailbox) {
    var language = languages.tagged(mailbox.language()).orElseGet(languages::source);
    var t = messages.in(language);
    return new Letter(
        id,
        mailbox.address(),
        t.localize("referrals.notice.subject"),
        t.localize("referrals.notice.text") + "\n\n" + origin() + "/desk/" + language.tag());
  }

  private String origin() {
    return settings.url().isEmpty()
        ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
        : settings.url().replaceAll("/+$", "");
  }
}
