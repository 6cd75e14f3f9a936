package org.konbit.screening.api;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about the interface for other systems.
 *
 * @param apiPerMinute as many requests a minute as one address may send
 */
@ConfigurationProperties("konbit")
record ApiSettings(int apiPerMinute) {
  ApiSettings {
    if (apiPerMinute < 1) {
      throw new IllegalArgumentException(
          "KONBIT_API_PER_MINUTE (%d) lets nobody ask anything.\nSet it to 1 or more."
              .formatted(apiPerMinute));
    }
  }
}
