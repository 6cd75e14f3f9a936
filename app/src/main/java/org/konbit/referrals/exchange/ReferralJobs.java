package org.konbit.referrals.exchange;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.konbit.vault.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with referrals again and again, and how long they are kept. */
@Configuration(proxyBeanMethods = false)
class ReferralJobs {
  private static final int MONTHS = 36;
  private static final String POLICY =
      "Coalition policy, 2026-11-29: three years after it ended, not yet confirmed by counsel";

  @Bean
  static RecurringTask<Void> referralClock(ClockWork work) {
    return Tasks.recurring("referral-clock", Schedules.fixedDelay(Duration.ofMinutes(5)))
        .execute((_, _) -> work.run());
  }

  @Bean
  RecordKind referralKind() {
    return new RecordKind("referral", "referral", "ended_on", MONTHS, POLICY);
  }

  @Bean
  RecordKind referralCommandKind() {
    return new RecordKind(
        "referral_command",
        "referral_command",
        "made_on",
        1,
        "Konbit's own: a command sent twice comes within minutes");
  }
}
