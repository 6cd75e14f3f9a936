package org.konbit.toolkit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.konbit.web.PageFrame;
import org.konbit.web.PublicOrigin;
import org.konbit.web.QrPicture;
import org.konbit.web.RecentlyUsed;
import org.springframework.stereotype.Component;

/** Dates what is printed and gives it the way back to the page. */
@Component
class Papers {
  // Drawing a picture costs as much as a page; the pages that are read most are few.
  private static final int MOST_KEPT = 500;
  private static final int LONGEST = 300;

  private final Clock clock;
  private final PublicOrigin origin;
  private final ReentrantLock drawing = new ReentrantLock();
  private final Map<String, QrPicture> drawn = new RecentlyUsed<>(MOST_KEPT);

  Papers(Clock clock, PublicOrigin origin) {
    this.clock = clock;
    this.origin = origin;
  }

  /** What the page that is being answered says of itself on paper. */
  Paper of(PageFrame frame) {
    var t = frame.t();
    var current = address(frame);
    var address = origin() + (current.length() > LONGEST ? frame.home() : current);
    return new Paper(
        t.localize("toolkit.coverage.printed", t.date(LocalDate.now(clock)), frame.coalition()),
        address,
        picture(address));
  }

  /** The address of the page that is being answered, with its question if it has one. */
  static String address(PageFrame frame) {
    return frame.languages().stream()
        .filter(PageFrame.LanguageLink::isCurrent)
        .map(PageFrame.LanguageLink::address)
        .findFirst()
        .orElseGet(frame::home);
  }

  /** The address by which readers know this installation. */
  String origin() {
    return origin.address();
  }

  private QrPicture picture(String address) {
    drawing.lock();
    try {
      return drawn.computeIfAbsent(address, QrPicture::of);
    } finally {
      drawing.unlock();
    }
  }
}
