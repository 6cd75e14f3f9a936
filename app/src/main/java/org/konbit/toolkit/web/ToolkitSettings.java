package org.konbit.toolkit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says of this installation.
 *
 * @param name the coalition's name
 */
@ConfigurationProperties("konbit")
record ToolkitSettings(String name) {}
