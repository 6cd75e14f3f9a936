package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The platform from its start to its end, on one data folder. */
@Timeout(300)
class ServeTests {
  @TempDir private static Path folder;
  private static Checkout checkout;
  private static Path data;

  @BeforeAll
  static void build() {
    checkout = Checkout.ofTheApplication();
    data = folder.resolve("the data");
  }

  @Test
  void ctrl_c_stops_everything_the_database_included() throws Exception {
    var konbit = RunningKonbit.start(checkout, data);
    assertThat(status(konbit)).isEqualTo(200);
    assertThat(konbit.databaseServers()).isNotEmpty();

    konbit.interrupt();

    assertThat(konbit.databaseServers()).isEmpty();
  }

  @Test
  void after_a_kill_the_next_start_puts_things_in_order() throws Exception {
    var killed = RunningKonbit.start(checkout, data);
    killed.kill();
    var leftOver = killed.databaseServers();
    assertThat(leftOver).isNotEmpty();

    try (var next = RunningKonbit.start(checkout, data)) {
      assertThat(status(next)).isEqualTo(200);
      assertThat(next.databaseServers()).isNotEmpty().doesNotContainAnyElementsOf(leftOver);
    }
    assertThat(killed.databaseServers()).isEmpty();
  }

  @Test
  void a_second_one_on_the_same_data_says_so_and_does_no_harm() throws Exception {
    try (var first = RunningKonbit.start(checkout, data)) {
      var second = Outcome.of(checkout.launch("serve"));

      assertThat(second.status()).isEqualTo(1);
      assertThat(second.out())
          .singleElement()
          .asString()
          .contains("Another Konbit is running on the data folder", "KONBIT_DATA");
      assertThat(status(first)).isEqualTo(200);
    }
  }

  @Test
  void a_port_in_use_is_told_in_one_line() throws Exception {
    try (var first = RunningKonbit.start(checkout, data)) {
      checkout.set("KONBIT_DATA", folder.resolve("other data").toString());
      checkout.set("KONBIT_PORT", Integer.toString(first.port()));

      var second = Outcome.of(checkout.launch());

      assertThat(second.status()).isEqualTo(1);
      assertThat(second.out())
          .last()
          .asString()
          .contains("Port (%d) is in use".formatted(first.port()), "KONBIT_PORT=");
      assertThat(status(first)).isEqualTo(200);
    }
  }

  @Test
  void a_broken_note_of_an_earlier_start_stops_nothing() throws Exception {
    RunningKonbit.start(checkout, data).close();

    try (var spoilt = checkout.spoilStartCaches();
        var konbit = RunningKonbit.start(checkout, data)) {
      assertThat(spoilt.caches()).isNotEmpty();
      assertThat(status(konbit)).isEqualTo(200);
    }
  }

  @Test
  void serve_takes_no_arguments() throws Exception {
    var outcome = Outcome.of(checkout.launch("serve", "--server.port=80"));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).singleElement().asString().contains("takes no arguments");
  }

  private static int status(RunningKonbit konbit) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(konbit.address() + "/en")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
