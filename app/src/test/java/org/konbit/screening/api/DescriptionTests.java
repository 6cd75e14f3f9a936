package org.konbit.screening.api;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.screening.api.Api.json;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published description, held to what the interface does. */
@KonbitTest
class DescriptionTests {
  private static final String SCREENINGS = "/api/v1/screenings";

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private Api api;
  private JsonNode description;

  /** One way to ask, as the description has it. */
  private record Operation(String address, String method, JsonNode told) {}

  @BeforeEach
  void read() throws Exception {
    api = new Api(port);
    description = json(api.get("/api/v1/openapi.json"));
  }

  private List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(way ->
                    operations.add(
                        new Operation(
                            path.getKey(),
                            way.getKey().toUpperCase(Locale.ROOT),
                            way.getValue()))));
    assertThat(operations).hasSizeGreaterThan(5);
    return operations;
  }

  @Test
  void everything_there_is_is_described_and_nothing_else() {
    var described =
        operations().stream()
            .map(each -> each.method() + " " + each.address())
            .collect(toCollection(TreeSet::new));
    var there = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(mapping ->
            mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/v1/"))
                .forEach(pattern ->
                    mapping
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method -> there.add(method + " " + pattern))));

    assertThat(there).isEqualTo(described);
  }

  @Test
  void every_example_is_answered_as_described() throws Exception {
    for (Operation operation : operations()) {
      var answer = api.send(example(operation));

      assertThat(answer.statusCode()).as(operation.address()).isEqualTo(200);
      assertAsDescribed(operation, answer);
    }
  }

  @Test
  void the_example_keeps_to_the_schema_of_the_document() throws Exception {
    var example =
        description.at(
            "/paths/~1api~1v1~1screenings/post/requestBody/content/application~1json/example");

    assertThat(example.isObject()).isTrue();
    assertThat(Api.breaches(api.get("/api/v1/schemas/household").body(), example.toString()))
        .isEmpty();
  }

  private HttpRequest example(Operation operation) {
    var address = new StringBuilder(operation.address());
    var query = new ArrayList<String>();
    for (JsonNode parameter : operation.told().path("parameters")) {
      var name = parameter.path("name").asString();
      var value = parameter.path("example").asString();
      if (parameter.path("in").asString().equals("path")) {
        var place = "{" + name + "}";
        address.replace(address.indexOf(place), address.indexOf(place) + place.length(), value);
      } else {
        query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    var request = api.to(address + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    var body = operation.told().at("/requestBody/content/application~1json/example");
    return body.isObject()
        ? request
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build()
        : request.build();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "POST, /api/v1/screenings, ?with=x, application/json, {}, 400",
        "POST, /api/v1/screenings, '', text/plain, {}, 415",
        "POST, /api/v1/screenings, '', application/json, {}, 422",
        "GET, /api/v1/rules/matrix, '', -, -, 400",
        "GET, /api/v1/rules/matrix, ?state=NY, -, -, 400",
        "GET, /api/v1/rules/matrix, ?state=MA&percent=-1, -, -, 400",
        "GET, /api/v1/rules/matrix, ?state=MA&asof=2026-01-01, -, -, 400",
        "GET, /api/v1/rules/matrix, ?state=MA&asOf=1999-01-01, -, -, 400",
        "GET, /api/v1/rules/timeline, ?state=MA&from=yesterday, -, -, 400",
        "GET, /api/v1/rules/timeline, ?state=MA&from=2027-01-01&to=2026-12-31, -, -, 400",
        "GET, /api/v1/rules/programs, ?state=ma, -, -, 400",
        "GET, /api/v1/problems/{word}, '', -, -, 404"
      })
  void every_refusal_is_described(
      String method, String path, String query, String format, String body, int status)
      throws Exception {
    var operation =
        operations().stream()
            .filter(each -> each.address().equals(path) && each.method().equals(method))
            .findFirst()
            .orElseThrow();
    var request = api.to(path.replace("{word}", "nothing") + query);
    if (body != null) {
      request.header("Content-Type", format).POST(BodyPublishers.ofString(body));
    }

    var answer = api.send(request.build());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertAsDescribed(operation, answer);
    if (status == 400 || status == 422) {
      assertThat(json(answer).path("errors").size()).isPositive();
    }
  }

  @Test
  void a_document_that_is_too_large_is_refused_as_described() throws Exception {
    var operation =
        operations().stream()
            .filter(each -> each.address().equals(SCREENINGS))
            .findFirst()
            .orElseThrow();

    var answer = api.screen(" ".repeat(ScreeningsController.MOST_BYTES + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertAsDescribed(operation, answer);
  }

  @Test
  void every_type_of_problem_has_an_address_that_explains_it() throws Exception {
    for (Refusal.Kind kind : Refusal.Kind.values()) {
      var explained = api.get("/api/v1/problems/" + kind.word());

      assertThat(explained.statusCode()).isEqualTo(200);
      assertThat(explained.body()).startsWith(kind.title());
    }
  }

  private void assertAsDescribed(Operation operation, HttpResponse<String> answer)
      throws Exception {
    var response = resolved(operation.told().at("/responses/" + answer.statusCode()));
    assertThat(response.isObject()).as("%s %d", operation, answer.statusCode()).isTrue();
    var format = answer.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0];
    var schema = response.path("content").path(format).path("schema");
    assertThat(schema.isObject()).as("%s as %s", operation, format).isTrue();
    if (!format.equals("text/plain")) {
      assertThat(Api.breaches(alone(schema), answer.body())).as(operation.address()).isEmpty();
    }
  }

  private JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : description.at(reference.substring(1));
  }

  /** The schema with what it refers to. */
  private String alone(JsonNode schema) throws Exception {
    var reference = schema.path("$ref").asString("");
    if (reference.startsWith("/")) {
      return api.get(reference).body();
    }
    var alone = ((ObjectNode) schema).deepCopy();
    alone.set("components", description.path("components"));
    return alone.toString();
  }
}
