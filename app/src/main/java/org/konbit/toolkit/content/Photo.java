package org.konbit.toolkit.content;

import java.util.Base64;

/**
 * A picture that carries meaning, small enough for any phone.
 *
 * @param data the picture in base 64
 * @param altText what it shows, for whoever does not see it
 */
public record Photo(String data, String altText) {
  private static final int MOST_BYTES = 20 * 1024;
  private static final String JPEG = "/9j/";
  private static final String WEBP = "UklGR";

  public Photo {
    if (!data.startsWith(JPEG) && !data.startsWith(WEBP)) {
      throw new IllegalArgumentException("The photo is neither JPEG nor WebP in base 64.");
    }
    if (Base64.getDecoder().decode(data).length > MOST_BYTES) {
      throw new IllegalArgumentException("The photo is larger than 20 KB: make it smaller.");
    }
  }

  /** What a browser must know of it. */
  public String mediaType() {
    return data.startsWith(JPEG) ? "image/jpeg" : "image/webp";
  }

  /** The picture itself. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(data);
  }
}
