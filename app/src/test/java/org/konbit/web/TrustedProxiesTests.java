package org.konbit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Who is believed about where a reader comes from. */
class TrustedProxiesTests {
  @ParameterizedTest
  @CsvSource({
    "'', 203.0.113.7, 127.0.0.1",
    "10.0.0.5, 203.0.113.7, 127.0.0.1",
    "'127.0.0.1,10.0.0.5', 203.0.113.7, 203.0.113.7",
    "127.0.0.1, '198.51.100.9, 203.0.113.7', 203.0.113.7",
    "'127.0.0.1, 10.0.0.5', '203.0.113.7, 10.0.0.5', 203.0.113.7",
    "'127.0.0.1, ::1', '', 127.0.0.1"
  })
  void only_proxies_that_the_operator_named_are(String named, String told, String found)
      throws Exception {
    var factory = new TomcatServletWebServerFactory(0);
    factory.setAddress(InetAddress.ofLiteral("127.0.0.1"));
    new TrustedProxies(new WebSettings("Harbor Coalition", "", named)).customize(factory);
    var server =
        factory.getWebServer(context ->
            context
                .addServlet(
                    "told",
                    (jakarta.servlet.Servlet)
                        new jakarta.servlet.http.HttpServlet() {
                          @Override
                          protected void doGet(
                              jakarta.servlet.http.HttpServletRequest request,
                              jakarta.servlet.http.HttpServletResponse response)
                              throws java.io.IOException {
                            response
                                .getWriter()
                                .print(
                                    request.getRemoteAddr()
                                        + " "
                                        + request.getScheme()
                                        + " "
                                        + request.getServerName());
                          }
                        })
                .addMapping("/"));
    server.start();
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(server.getPort())))
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-Host", "evil.test");
      if (!told.isEmpty()) {
        request.header("X-Forwarded-For", told);
      }

      assertThat(http.send(request.build(), BodyHandlers.ofString()).body())
          .isEqualTo(found + " http 127.0.0.1");
    } finally {
      server.stop();
    }
  }

  @Test
  void a_name_in_place_of_an_address_stops_the_start() {
    var settings = new WebSettings("Harbor Coalition", "", "127.0.0.1, proxy.example.org");

    assertThatThrownBy(
            () -> new TrustedProxies(settings).customize(new TomcatServletWebServerFactory()))
        .hasMessageContaining("proxy.example.org")
        .hasMessageContaining("KONBIT_TRUSTED_PROXIES");
  }
}
