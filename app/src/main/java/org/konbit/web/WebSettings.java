package org.konbit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about this installation.
 *
 * @param name the coalition's name, as readers see it
 * @param url the public origin, empty while only this machine may reach it
 * @param trustedProxies addresses of proxies that tell the truth about where a reader comes from,
 *     with commas between them; empty for none
 */
@ConfigurationProperties("konbit")
record WebSettings(String name, String url, String trustedProxies) {
  boolean isPublic() {
    return !url.isEmpty();
  }
}
