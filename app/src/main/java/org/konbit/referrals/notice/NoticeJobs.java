package org.konbit.referrals.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.konbit.vault.RecordKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who takes letters away, when, and how long it is known that they did. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeJobs {
  @Bean
  static Post post(NoticeSettings settings) {
    return settings.smtpUrl().isEmpty()
        ? new SinkPost(settings.data().resolve("mail"))
        : new SmtpPost(settings.smtpUrl());
  }

  @Bean
  static RecurringTask<Void> noticesJob(Notices notices, NoticeSettings settings) {
    return Tasks.recurring("referral-notices", Schedules.fixedDelay(settings.noticesEvery()))
        .execute((_, _) -> notices.run());
  }

  @Bean
  RecordKind noticeKind() {
    return new RecordKind(
        "notice", "notice", "ended_on", 1, "Konbit's own: to see for a month that messages go out");
  }
}
