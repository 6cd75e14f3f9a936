package org.konbit.bench;

import java.net.http.HttpResponse;
import java.util.List;

/**
 * One answer of a platform under load.
 *
 * @param milliseconds from when it was due to be asked for until all of it had come
 * @param isFine whether it was the answer that was to be expected
 */
record Answer(double milliseconds, boolean isFine) {
  /**
   * What they show together: met where p99 is within the bar, in milliseconds, and none is wrong.
   */
  static Figure figure(String measured, int bar, List<Answer> answers) {
    var times = answers.stream().mapToDouble(Answer::milliseconds).sorted().toArray();
    long wrong = answers.stream().filter(answer -> !answer.isFine()).count();
    double p99 = times[times.length * 99 / 100];
    return new Figure(
        measured,
        "p50 %.0f ms, p99 %.0f ms, %d errors".formatted(times[times.length / 2], p99, wrong),
        "",
        "p99 ≤ %d ms, no error".formatted(bar),
        p99 <= bar && wrong == 0 ? "met" : "missed");
  }

  /** A cookie that came with a page, as it is sent back. */
  static String cookie(HttpResponse<?> page, String name) {
    return page.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No cookie (%s) came.".formatted(name)));
  }
}
