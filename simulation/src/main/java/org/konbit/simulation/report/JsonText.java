package org.konbit.simulation.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konbit.simulation.figures.Assumption;
import org.konbit.simulation.reform.Reforms;
import org.konbit.simulation.run.Quantity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A run and its manifest as JSON. */
public final class JsonText {
  private JsonText() {}

  /** The whole result, with the manifest's facts at its head; a line for each run. */
  public static String of(List<Run> runs) {
    return runs.stream().map(JsonText::of).collect(Collectors.joining());
  }

  private static String of(Run run) {
    return written(json -> {
      head(json, run.reform().id(), run.reform().bill(), run.reformDigest(), run);
      json.writeName("lines");
      json.writeStartArray();
      for (var line : run.results().lines()) {
        json.writeStartObject();
        json.writeStringProperty("by", line.by());
        json.writeStringProperty("group", line.name());
        for (Quantity quantity : Quantity.values()) {
          var figure = line.figure(quantity);
          json.writeName(quantity.name().toLowerCase(Locale.ROOT));
          json.writeStartObject();
          json.writeNumberProperty("value", figure.value());
          json.writeNumberProperty("standardError", figure.standardError());
          json.writeEndObject();
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeName("moves");
      json.writeStartObject();
      run.results().moves().forEach(json::writeNumberProperty);
      json.writeEndObject();
      checks(json, List.of(run));
    });
  }

  /**
   * What names a run exactly: with these digests, arguments and version it can be made again. Of
   * several reforms ids and digests stand one after another.
   *
   * @param arguments of the command line
   * @param assumptions the digest of all of them
   * @param results the digest of what was found
   */
  public static String manifest(
      List<Run> runs, List<String> arguments, String assumptions, String results) {
    var first = runs.getFirst();
    return written(json -> {
      head(
          json,
          all(runs, run -> run.reform().id()),
          all(runs, run -> run.reform().bill()),
          all(runs, Run::reformDigest),
          first);
      json.writeName("arguments");
      json.writeStartArray();
      arguments.forEach(json::writeString);
      json.writeEndArray();
      json.writeStringProperty("assumptionsDigest", assumptions);
      json.writeStringProperty("results", results);
      json.writeName("assumptions");
      json.writeStartArray();
      first.settings().assumptions().all().forEach(one -> assumption(json, one));
      json.writeEndArray();
      checks(json, runs);
    });
  }

  private static String all(List<Run> runs, Function<Run, String> what) {
    return Reforms.together(runs.stream().map(what));
  }

  private interface Body {
    void writeTo(JsonGenerator json);
  }

  private static String written(Body body) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      body.writeTo(json);
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void head(
      JsonGenerator json, String reform, String bill, String reformDigest, Run run) {
    var version = JsonText.class.getPackage().getImplementationVersion();
    json.writeStringProperty("konbit", version == null ? "not packaged" : version);
    json.writeBooleanProperty("synthetic", run.people().isSynthetic());
    json.writeStringProperty("people", run.about());
    json.writeNumberProperty("persons", run.people().persons());
    json.writeStringProperty("populationDigest", run.people().digest());
    json.writeStringProperty("reform", reform);
    json.writeStringProperty("bill", bill);
    json.writeStringProperty("lawDigest", run.lawDigest());
    json.writeStringProperty("reformDigest", reformDigest);
    json.writeStringProperty("before", run.settings().before().toString());
    json.writeStringProperty("after", run.settings().after().toString());
    json.writeNumberProperty("seed", run.settings().seed());
    json.writeNumberProperty("draws", run.settings().draws());
    json.writeNumberProperty("year", run.settings().year());
    json.writeStringProperty("scenario", run.scenario());
  }

  private static void assumption(JsonGenerator json, Assumption one) {
    json.writeStartObject();
    json.writeStringProperty("id", one.id());
    json.writeStringProperty("place", one.place());
    json.writeStringProperty("program", one.program());
    json.writeNumberProperty("ageFrom", one.ageFrom());
    json.writeNumberProperty("ageTo", one.ageTo());
    json.writeStringProperty("from", one.from().toString());
    json.writeNumberProperty("value", one.value());
    json.writeNumberProperty("low", one.low());
    json.writeNumberProperty("high", one.high());
    json.writeStringProperty("confidence", one.confidence());
    json.writeStringProperty("source", one.source());
    json.writeEndObject();
  }

  private static void checks(JsonGenerator json, List<Run> runs) {
    json.writeName("calibration");
    json.writeStartArray();
    for (Check check : runs.stream().flatMap(run -> Check.of(run).stream()).distinct().toList()) {
      json.writeStartObject();
      json.writeStringProperty("id", check.target().id());
      json.writeStringProperty("state", check.target().state());
      json.writeNumberProperty("published", check.target().value());
      json.writeNumberProperty("low", check.target().low());
      json.writeNumberProperty("high", check.target().high());
      json.writeNumberProperty("reached", check.reached());
      json.writeBooleanProperty("met", check.isMet());
      json.writeStringProperty("source", check.target().source());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
