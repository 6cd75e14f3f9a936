package org.konbit.e2e;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests before which this checkout's Konbit is started and a browser opened, for each class. */
abstract class OpenSite {
  static final int PHONE = 360;
  static final int DESK = 1280;

  // Two classes run at a time, each of them in one thread, which is the only one its browser obeys.
  private static final ThreadLocal<Opened> OPENED = new ThreadLocal<>();

  private record Opened(RunningKonbit konbit, Chromium chromium) {}

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    OPENED.set(
        new Opened(
            RunningKonbit.start(Checkout.ofTheApplication(), folder.resolve("data")),
            new Chromium()));
  }

  @AfterAll
  static void close() {
    var opened = OPENED.get();
    if (opened != null) {
      OPENED.remove();
      opened.chromium().close();
      opened.konbit().close();
    }
  }

  /** Where it answers, without a slash at the end. */
  static String origin() {
    return OPENED.get().konbit().address();
  }

  static Browser browser() {
    return OPENED.get().chromium().browser();
  }

  /** What it has told its operator, by a pattern with one group. */
  static String told(Pattern pattern) throws IOException {
    return OPENED.get().konbit().told(pattern);
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
