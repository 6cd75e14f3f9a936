package org.konbit.directory.exchange;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where there is room for files on their way.
 *
 * @param data the data folder
 */
@ConfigurationProperties("konbit")
record ScratchSettings(Path data) {}
