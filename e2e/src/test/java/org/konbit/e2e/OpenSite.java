package org.konbit.e2e;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests before which this checkout's Konbit is started and a browser opened. */
abstract class OpenSite {
  static final int PHONE = 360;
  static final int DESK = 1280;

  @TempDir private static Path folder;
  private static RunningKonbit konbit;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    konbit = RunningKonbit.start(Checkout.ofTheApplication(), folder.resolve("data"));
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (konbit != null) {
      konbit.close();
    }
  }

  /** Where it answers, without a slash at the end. */
  static String origin() {
    return konbit.address();
  }

  static Browser browser() {
    return chromium.browser();
  }

  /** What it has told its operator, by a pattern with one group. */
  static String told(Pattern pattern) throws IOException {
    return konbit.told(pattern);
  }

  /** Opens a page, by its path, for a reader with these preferences. */
  static Visit visit(String path, Browser.NewContextOptions reader) {
    return new Visit(browser(), reader, origin() + path);
  }

  /** A reader with a window of that width. */
  static Browser.NewContextOptions window(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, 760);
  }
}
