package org.konbit.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a picture that a camera reads.
 *
 * @param size how many squares it is wide
 * @param path the dark squares, as an SVG path
 */
public record QrPicture(int size, String path) {
  /** The picture of a text. */
  public static QrPicture of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int wide = dark(code, x, y);
        if (wide > 0) {
          path.append("M%d %dh%dv1h-%dz".formatted(x, y, wide, wide));
          x += wide;
        }
      }
    }
    return new QrPicture(code.size, path.toString());
  }

  private static int dark(QrCode code, int x, int y) {
    int wide = 0;
    while (x + wide < code.size && code.getModule(x + wide, y)) {
      wide++;
    }
    return wide;
  }
}
