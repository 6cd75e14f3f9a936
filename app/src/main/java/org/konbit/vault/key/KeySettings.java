package org.konbit.vault.key;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key lies.
 *
 * @param data the data folder, which the key must stay out of
 * @param keyFile the file that holds the key; empty for one beside the data folder
 */
@ConfigurationProperties("konbit")
record KeySettings(Path data, String keyFile) {}
