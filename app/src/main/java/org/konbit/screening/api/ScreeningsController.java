package org.konbit.screening.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.konbit.rules.json.AnswerJson;
import org.konbit.rules.json.JsonBuffer;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Documents;
import org.konbit.rules.screening.Documents.Result;
import org.konbit.rules.text.Spelling;
import org.konbit.screening.Law;
import org.konbit.screening.Rulebook;
import org.konbit.screening.api.Refusal.Fault;
import org.konbit.screening.api.Refusal.Kind;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Screens one household a request. Nothing of it outlives the request. */
@RestController
class ScreeningsController {
  /** A document may have so many bytes; one of twelve people has about eight thousand. */
  static final int MOST_BYTES = 128 * 1024;

  private static final String NAME = "document";
  private static final List<MediaType> FORMATS =
      List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_YAML);

  // What may be asked for besides the outcomes.
  private static final Map<String, Aspect> PARTS = parts();

  private final Rulebook rulebook;
  private final Clock clock;
  private final ConcurrentMap<Law, AnswerJson> writers = new ConcurrentHashMap<>();
  // An answer is some 100 kB, so the room for it is used again.
  private final Queue<JsonBuffer> spare = new ConcurrentLinkedQueue<>();

  ScreeningsController(Rulebook rulebook, Clock clock) {
    this.rulebook = rulebook;
    this.clock = clock;
  }

  private static Map<String, Aspect> parts() {
    var parts = new LinkedHashMap<String, Aspect>();
    for (Aspect aspect : Aspect.values()) {
      parts.put(
          switch (aspect) {
            case REASONS -> "reasons";
            case FLIPS -> "flips";
            case IF_THEN -> "ifThen";
            case TIMELINE -> "timeline";
            case NEXT -> "next";
          },
          aspect);
    }
    return parts;
  }

  @PostMapping("/api/v1/screenings")
  void screen(
      @RequestParam(name = "with") Optional<String> with,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var law = rulebook.law().orElseThrow(() -> Refusal.of(Kind.NO_LAW));
    var aspects = with.map(ScreeningsController::aspects).orElse(EnumSet.allOf(Aspect.class));
    requireKnownFormat(request);
    var documents = new Documents(law.screener(), LocalDate.now(clock), Optional.empty());
    switch (documents.screen(NAME, document(request), aspects)) {
      case Result.Refused(var problems) -> throw Refusal.ofDocument(problems);
      case Result.Answered(_, var screening) -> {
        var found = spare.poll();
        var room = found == null ? new JsonBuffer() : found;
        room.clear();
        writers.computeIfAbsent(law, each -> new AnswerJson(each.packs())).write(screening, room);
        answer(room, response);
        spare.add(room);
      }
    }
  }

  private static void answer(JsonBuffer answer, HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setContentLength(answer.size());
    answer.writeTo(response.getOutputStream());
  }

  private static Set<Aspect> aspects(String with) {
    var aspects = EnumSet.noneOf(Aspect.class);
    var faults = new ArrayList<Fault>();
    for (String part : Arrays.stream(with.split(",", -1)).map(String::strip).toList()) {
      var aspect = PARTS.get(part);
      if (aspect != null) {
        aspects.add(aspect);
      } else if (!part.isEmpty()) {
        var near = Spelling.suggestion(part, PARTS.keySet());
        faults.add(
            Asked.fault("with", part, "no part of an answer", near.isEmpty() ? all() : near));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.ofQuestion(faults);
    }
    return aspects;
  }

  private static String all() {
    return "The parts are: %s.".formatted(String.join(", ", PARTS.keySet()));
  }

  private static void requireKnownFormat(HttpServletRequest request) {
    try {
      var format = MediaType.parseMediaType(String.valueOf(request.getContentType()));
      if (FORMATS.stream().anyMatch(known -> known.isCompatibleWith(format))) {
        return;
      }
    } catch (InvalidMediaTypeException e) {
      // told below, like a format that is not known
    }
    throw Refusal.of(Kind.NOT_A_DOCUMENT);
  }

  private static byte[] document(HttpServletRequest request) {
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw Refusal.of(Kind.TOO_LARGE);
    }
    try {
      var document = request.getInputStream().readNBytes(MOST_BYTES + 1);
      if (document.length > MOST_BYTES) {
        throw Refusal.of(Kind.TOO_LARGE);
      }
      return document;
    } catch (IOException e) { // cut off, or nothing came for too long
      throw Refusal.of(Kind.TOO_SLOW);
    }
  }
}
