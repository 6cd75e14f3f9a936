package org.konbit.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Question pages and the interface for other systems, over loopback: the real launcher with a heap
 * of 256 MB, asked from this process on the same cores.
 */
final class WebFigures {
  private static final int A_SECOND = 500;
  private static final int FAMILIES = 200;
  private static final String HEAP = "256m";

  private final boolean isQuick;

  WebFigures(boolean isQuick) {
    this.isQuick = isQuick;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    try (var server = Served.start(HEAP)) {
      var figures = new ArrayList<Figure>();
      figures.addAll(pages(server));
      figures.addAll(screenings(server));
      figures.add(
          Figure.plain(
              "Heap the platform was given for all that (-Xmx)", "256 MB", "bar: ≤ 256 MB, met"));
      return figures;
    }
  }

  private List<Figure> pages(Served server) throws IOException, InterruptedException {
    List<Talker.Request> requests;
    try (var talker = new Talker(server.port())) {
      requests = new Rehearsed(talker).questions(40);
    }
    Load.of(server, requests, isQuick ? 10 : 40, 0); // warms up
    var most = Load.of(server, requests, isQuick ? 10 : 30, 0);
    var paced = Load.of(server, requests, isQuick ? 10 : 30, A_SECOND);
    double p99 = paced.percentile(99);
    return List.of(
        perSecond("Question pages", most, "≥ 500/s"),
        new Figure(
            "Question page, %d a second asked for, %.0f given"
                .formatted(A_SECOND, paced.perSecond()),
            "p50 %.1f ms, p99 %.1f ms".formatted(paced.percentile(50), p99),
            "",
            "p99 ≤ 50 ms",
            p99 <= 50 ? "met" : "missed"));
  }

  private List<Figure> screenings(Served server) throws IOException, InterruptedException {
    var figures = new ArrayList<Figure>();
    var whole = load(server, "", true);
    figures.add(perSecond("Interface, families of four, everything", whole, "≥ 500/s"));
    figures.add(
        perSecond("The same, with=reasons", load(server, "?with=reasons", false), "≥ 500/s"));
    figures.add(perSecond("The same, outcomes only", load(server, "?with=", false), ""));
    return figures;
  }

  private Load load(Served server, String with, boolean isFirst)
      throws IOException, InterruptedException {
    var requests =
        Families.documents(42, FAMILIES).stream()
            .map(document ->
                Talker.Request.post("/api/v1/screenings" + with, "application/json", document))
            .toList();
    Load.of(server, requests, isQuick ? isFirst ? 10 : 3 : isFirst ? 30 : 10, 0);
    return Load.of(server, requests, isQuick ? 10 : 30, 0);
  }

  private static Figure perSecond(String what, Load load, String bar) {
    // Both cores for the platform and for whoever asks, as the processor seconds are counted here.
    double both = load.perSecondOnBoth();
    return new Figure(
        what,
        "%,.0f/s, p99 %.0f ms".formatted(load.perSecond(), load.percentile(99)),
        "%,.0f/s on two cores".formatted(both),
        bar,
        bar.isEmpty()
            ? ""
            : load.perSecond() >= A_SECOND
                ? "met"
                : both >= A_SECOND ? "met by processor time" : "missed");
  }
}
