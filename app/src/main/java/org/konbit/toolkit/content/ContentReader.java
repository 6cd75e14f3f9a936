package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.konbit.directory.Need;
import org.konbit.toolkit.content.GovernmentAction.CourtCase;
import org.konbit.toolkit.content.GovernmentAction.Event;
import org.konbit.toolkit.content.GovernmentAction.Instrument;
import org.konbit.toolkit.content.GovernmentAction.Status;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a content file: its fields in YAML between two lines of dashes, then its body in Markdown.
 */
public final class ContentReader {
  // Explicit directions can make a text read other than it is written.
  private static final Pattern OVERRIDES = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern FILE =
      Pattern.compile("\\s*---\\R(?<fields>.*?\\R)---(?:\\R(?<body>.*))?", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PLACE = Pattern.compile("US|(MA|CT)(/[A-Z][A-Za-z .'-]{1,40})?");
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(0)
          .setCodePointLimit(200_000)
          .build();

  // What hides on a day of its own, or when its consent is taken back, is not reviewed.
  private static final int ENDS_BY_ITSELF = 36_500;

  private final String file;
  private final List<String> problems = new ArrayList<>();

  private final Review review;

  private ContentReader(String file, Review review) {
    this.file = file;
    this.review = review;
  }

  /**
   * The item that a file holds.
   *
   * @param id its file's name without the ending
   * @throws ContentRefused if something in it is wrong
   */
  public static Content read(Kind kind, String id, String text) {
    return read(kind, id, text, Review.NONE);
  }

  /**
   * The item that a kept wording holds.
   *
   * @throws ContentRefused if something in it is wrong
   */
  public static Content read(Kind kind, String id, String text, Review review) {
    return new ContentReader("%s/%s.md".formatted(kind.word(), id), review).content(kind, id, text);
  }

  private Content content(Kind kind, String id, String text) {
    var parts = FILE.matcher(OVERRIDES.matcher(text).replaceAll(""));
    if (!parts.matches()) {
      throw refused("The file does not begin with fields between two lines of dashes (---).");
    }
    var fields = Fields.of(table(parts.group("fields")), problems);
    var body = Markdown.of(Optional.ofNullable(parts.group("body")).orElse(""));
    var heading = heading(kind, id, fields);
    try {
      var content =
          switch (kind) {
            case RIGHT -> right(heading, fields, body);
            case GUIDE -> guide(heading, fields, body);
            case ACTION -> action(heading, fields);
            case CARD -> card(heading, fields);
            case BILL -> AgendaReader.bill(heading, fields, problems);
            case CAMPAIGN -> AgendaReader.campaign(heading, fields, body);
            case ANNOUNCEMENT -> CommunityReader.announcement(heading, fields, body);
            case SPOTLIGHT -> CommunityReader.spotlight(heading, fields, body, problems);
            case JOB -> CommunityReader.job(heading, fields, body, problems);
          };
      fields.refuseOthers();
      if (problems.isEmpty()) {
        return content;
      }
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    throw new ContentRefused(file, problems);
  }

  private Map<?, ?> table(String yaml) {
    try {
      if (new Load(SETTINGS).loadFromString(yaml) instanceof Map<?, ?> table) {
        return table;
      }
    } catch (YamlEngineException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    throw refused("The fields between the dashes are no table of names and values.");
  }

  private ContentRefused refused(String problem) {
    return new ContentRefused(file, List.of(problem));
  }

  private Heading heading(Kind kind, String id, Fields fields) {
    if (!ID.matcher(id).matches()) {
      problems.add("The name (%s) is not made of small letters, digits and dashes.".formatted(id));
    }
    var places = fields.texts("jurisdictions");
    for (var place : places) {
      if (!PLACE.matcher(place).matches()) {
        problems.add(
            "The place (%s) is not US, MA, CT or a town such as MA/Boston.".formatted(place));
      }
    }
    var checkedOn = fields.day("checkedOn");
    var heading =
        new Heading(
            id,
            kind,
            new LinkedHashSet<>(places),
            fields.words("audiences", Audience.class),
            fields.words("groups", Group.class),
            fields.words("programmes", Programme.class),
            new LinkedHashSet<>(fields.texts("topics")),
            fields.tables("sources", ContentReader::source),
            fields.texts("related"),
            checkedOn,
            fields.findDay("reviewBy").orElseGet(() -> usualReview(kind, checkedOn)),
            needs(fields),
            review);
    refuseBare(heading);
    return heading;
  }

  private Set<Need> needs(Fields fields) {
    var needs = EnumSet.noneOf(Need.class);
    for (var key : fields.texts("needs")) {
      var need = Need.of(key);
      need.ifPresent(needs::add);
      if (need.isEmpty()) {
        problems.add("The need (%s) is none that the directory knows.".formatted(key));
      }
    }
    return needs;
  }

  private static LocalDate usualReview(Kind kind, LocalDate checkedOn) {
    return checkedOn.plusDays(
        switch (kind) {
          case RIGHT, CARD -> 180;
          case GUIDE, CAMPAIGN -> 60;
          case BILL -> 30;
          case ACTION -> 14; // one in force may name a later day itself
          case ANNOUNCEMENT, SPOTLIGHT, JOB -> ENDS_BY_ITSELF;
        });
  }

  private void refuseBare(Heading heading) {
    if (heading.sources().isEmpty()) {
      problems.add("Nothing is published without a source: name at least one in (sources).");
    }
    if (heading.jurisdictions().isEmpty()) {
      problems.add("The field (jurisdictions) is missing.");
    }
    if (heading.audiences().isEmpty()) {
      problems.add("The field (audiences) is missing.");
    }
    boolean isRule = heading.kind() == Kind.RIGHT || heading.topics().contains("coverage");
    if (isRule
        && !heading.sources().isEmpty()
        && heading.sources().stream().allMatch(each -> each.kind() == Source.Kind.NEWS)) {
      problems.add("News alone is not enough for a right or a rule: name another source.");
    }
  }

  private static Source source(Fields fields) {
    return new Source(
        fields.text("title"),
        fields.text("publisher"),
        fields.findAddress("url"),
        fields.findWhen("publishedOn"),
        fields.day("readOn"),
        fields.word("kind", Source.Kind.class),
        Word.find(Source.Confidence.class, fields.text("confidence").toLowerCase(Locale.ROOT))
            .orElse(Source.Confidence.C));
  }

  private static Right right(Heading heading, Fields fields, Markdown body) {
    return new Right(
        heading,
        fields.text("title"),
        fields.text("statement"),
        fields.words("settings", Setting.class),
        fields.texts("howToUse"),
        fields.texts("limits"),
        fields.texts("lawRefs"),
        fields.texts("ifDenied"),
        body);
  }

  private static Guide guide(Heading heading, Fields fields, Markdown body) {
    return new Guide(
        heading,
        fields.text("title"),
        fields.text("answer"),
        fields.text("forWhom"),
        fields.texts("steps"),
        fields.texts("notRequired"),
        fields.texts("dates"),
        fields.texts("whereToGetHelp"),
        body);
  }

  private static Card card(Heading heading, Fields fields) {
    return new Card(
        heading,
        fields.text("title"),
        fields.text("purpose"),
        fields.tables(
            "parts",
            part ->
                new Card.Part(
                    part.text("heading"),
                    part.texts("lines"),
                    part.find("fill").filter("true"::equals).isPresent())));
  }

  private GovernmentAction action(Heading heading, Fields fields) {
    var action =
        new GovernmentAction(
            heading,
            fields.text("title"),
            fields.word("instrument", Instrument.class),
            fields.text("issuer"),
            fields.findWhen("announcedOn"),
            fields.findWhen("publishedOn"),
            fields.findWhen("effectiveOn"),
            fields.findWhen("endsOn"),
            fields.text("whatChanges"),
            fields.texts("whatStays"),
            fields.texts("whatToDo"),
            fields.table("courtCase").map(ContentReader::courtCase),
            fields.texts("supersedes"),
            fields.find("supersededBy"),
            fields.tables("events", ContentReader::event));
    for (var event : action.events()) {
      if (event.source() < 1 || event.source() > heading.sources().size()) {
        problems.add(
            "The event of (%s) names source %d; there are %d."
                .formatted(event.on().iso(), event.source(), heading.sources().size()));
      }
    }
    return action;
  }

  private static CourtCase courtCase(Fields fields) {
    var made = new CourtCase(fields.text("name"), fields.text("court"), fields.find("docket"));
    fields.refuseOthers();
    return made;
  }

  private static Event event(Fields fields) {
    return new Event(
        fields.when("on"),
        fields.text("what"),
        fields.findWord("status", Status.class),
        Math.max(1, fields.number("source")));
  }
}
