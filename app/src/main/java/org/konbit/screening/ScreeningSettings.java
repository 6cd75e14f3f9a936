package org.konbit.screening;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about the rules.
 *
 * @param rulepacks folders of rule packs laid over those shipped, joined by the system's path
 *     separator; empty for none
 */
@ConfigurationProperties("konbit")
record ScreeningSettings(String rulepacks) {}
