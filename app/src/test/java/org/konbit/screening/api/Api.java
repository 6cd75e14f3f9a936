package org.konbit.screening.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system that asks, and holds every answer to what was promised. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String origin;

  Api(int port) {
    origin = "http://localhost:" + port;
  }

  HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create(origin + address)).timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return send(to(address).build());
  }

  HttpResponse<String> screen(String document) throws IOException, InterruptedException {
    return screen("", "application/json", document);
  }

  HttpResponse<String> screen(String query, String format, String document)
      throws IOException, InterruptedException {
    return send(
        to("/api/v1/screenings" + query)
            .header("Content-Type", format)
            .POST(BodyPublishers.ofString(document))
            .build());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** What in the text breaks the schema; the schema stands alone. */
  static List<Error> breaches(String schema, String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(text, InputFormat.JSON);
  }

  static void assertProblem(HttpResponse<String> answer, int status, String kind) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    assertThat(json(answer).path("type").asString()).isEqualTo("/api/v1/problems/" + kind);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }
}
