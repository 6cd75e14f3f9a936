package org.konbit.screening.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.konbit.web.AddressCounts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How much one address may ask of the interface in a minute, so that nobody takes the machine away
 * from families. Counted before a body is read.
 */
@Component
@EnableConfigurationProperties(ApiSettings.class)
class ApiLimits implements HandlerInterceptor, WebMvcConfigurer {
  static final Duration WINDOW = Duration.ofMinutes(1);

  // A table of all statuses is some two thousand screenings, though most are found ready made.
  private static final int COST_OF_A_TABLE = 20;

  private final ApiSettings settings;
  private final AddressCounts asked;

  ApiLimits(ApiSettings settings, Clock clock) {
    this.settings = settings;
    this.asked = new AddressCounts(clock, WINDOW);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    int cost = request.getRequestURI().endsWith("/matrix") ? COST_OF_A_TABLE : 1;
    if (asked.add(request.getRemoteAddr(), cost) > settings.apiPerMinute()) {
      throw Refusal.tooMany(asked.untilForgotten());
    }
    return true;
  }
}
