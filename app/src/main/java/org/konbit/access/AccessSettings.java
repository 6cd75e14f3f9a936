package org.konbit.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about this installation.
 *
 * @param name the coalition's name
 * @param url the public origin, empty while only this machine may reach it
 */
@ConfigurationProperties("konbit")
public record AccessSettings(String name, String url) {
  /** Whether others than this machine may reach it. */
  public boolean isPublic() {
    return !url.isEmpty();
  }
}
