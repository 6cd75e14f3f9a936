package org.konbit.toolkit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says of this installation.
 *
 * @param name the coalition's name
 * @param url the public origin; empty while only this machine may reach it
 */
@ConfigurationProperties("konbit")
record ToolkitSettings(String name, String url) {}
