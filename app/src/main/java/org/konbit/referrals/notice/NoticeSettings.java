package org.konbit.referrals.notice;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about mail.
 *
 * @param smtpUrl where mail is handed in, as {@link SmtpPost} reads it; empty for nowhere
 * @param noticesEvery how often somebody looks for what is to be told
 */
@ConfigurationProperties("konbit")
record NoticeSettings(Path data, String smtpUrl, Duration noticesEvery) {
  @Override
  public String toString() { // the address carries a password
    return "NoticeSettings";
  }
}
