package org.konbit.directory.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konbit.access.NotHere;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Whole;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.search.DirectorySearch;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The directory for other systems: the reading half of the standard's API. Nothing but what every
 * reader may see, and no account.
 */
@RestController
@RequestMapping("/hsds/v3")
class HsdsController {
  private static final String VERSION = "3.1";
  private static final String PROFILE = "https://docs.openreferral.org/en/3.1/hsds/";
  private static final String OPENAPI =
      "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json";

  private final Listing listing;
  private final Entries entries;
  private final Published published;
  private final Vocabulary vocabulary;
  private final Lines lines;
  private final DirectorySearch search;
  private final Gazetteer gazetteer;

  HsdsController(
      Listing listing,
      Entries entries,
      Published published,
      Vocabulary vocabulary,
      Lines lines,
      DirectorySearch search,
      Gazetteer gazetteer) {
    this.listing = listing;
    this.entries = entries;
    this.published = published;
    this.vocabulary = vocabulary;
    this.lines = lines;
    this.search = search;
    this.gazetteer = gazetteer;
  }

  @GetMapping({"", "/"})
  ResponseEntity<String> base() {
    return json(
        Document.empty()
            .with("version", VERSION)
            .with("profile", PROFILE)
            .with("openapi_url", OPENAPI));
  }

  @RequestMapping(
      path = "/services",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Nullable ResponseEntity<String> services(
      @RequestParam Map<String, String> sent, HttpServletResponse response) throws IOException {
    var question = new Question(sent);
    var filter = question.filter(search, gazetteer);
    if (question.is("minimal")) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      Lines.writeArray(
          after -> lines.services(filter, after, Question.MOST_A_PAGE, 0, HsdsController::minimal),
          response.getOutputStream());
      return null;
    }
    Lines.Telling<ListedService> telling =
        question.is("full") ? published::service : published::listedService;
    return list(
        question,
        response,
        () -> listing.countServices(filter),
        offset -> lines.services(filter, Lines.FIRST, question.perPage(), offset, telling),
        after -> lines.services(filter, after, Question.MOST_A_PAGE, 0, telling));
  }

  @GetMapping("/services/{id}")
  ResponseEntity<String> service(@PathVariable String id) {
    var service = uuid(id);
    return listing
        .entryOf(service)
        .flatMap(this::shown)
        .flatMap(whole -> whole.service(service).map(each -> published.service(whole, each)))
        .map(HsdsController::json)
        .orElseThrow(NotHere::new);
  }

  @RequestMapping(
      path = "/organizations",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Nullable ResponseEntity<String> organizations(
      @RequestParam Map<String, String> sent, HttpServletResponse response) throws IOException {
    var question = new Question(sent);
    var filter = question.filter(search, gazetteer);
    Function<Whole, Document> telling =
        question.is("full_service")
            ? published::organizationWithServices
            : question.is("full")
                ? published::organization
                : whole -> Published.listed(published.organization(whole), "organization");
    return list(
        question,
        response,
        () -> listing.countEntries(filter),
        offset -> lines.entries(filter, Lines.FIRST, question.perPage(), offset, telling),
        after -> lines.entries(filter, after, Question.MOST_A_PAGE, 0, telling));
  }

  @GetMapping("/organizations/{id}")
  ResponseEntity<String> organization(
      @PathVariable String id, @RequestParam Map<String, String> sent) {
    var whole = shown(uuid(id)).orElseThrow(NotHere::new);
    return json(
        new Question(sent).is("full_service")
            ? published.organizationWithServices(whole)
            : published.organization(whole));
  }

  @RequestMapping(
      path = "/service_at_locations",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Nullable ResponseEntity<String> atPlaces(
      @RequestParam Map<String, String> sent, HttpServletResponse response) throws IOException {
    var question = new Question(sent);
    var filter = question.filter(search, gazetteer);
    Lines.Telling<ListedService> telling =
        question.is("full") ? published::service : published::listedService;
    return list(
        question,
        response,
        () -> listing.countAtPlaces(filter),
        offset -> lines.atPlaces(filter, Lines.FIRST, question.perPage(), offset, telling),
        after -> lines.atPlaces(filter, after, Question.MOST_A_PAGE, 0, telling));
  }

  @GetMapping("/service_at_locations/{id}")
  ResponseEntity<String> atPlace(@PathVariable String id) {
    return listing
        .entryAt(uuid(id))
        .flatMap(this::shown)
        .flatMap(whole -> lines.at(whole, uuid(id), published::service))
        .map(HsdsController::json)
        .orElseThrow(NotHere::new);
  }

  @RequestMapping(
      path = "/taxonomies",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Nullable ResponseEntity<String> taxonomies(
      @RequestParam Map<String, String> sent, HttpServletResponse response) throws IOException {
    var question = new Question(sent);
    return fixed(
        question,
        response,
        vocabulary.taxonomies().stream().filter(question::isSearchedFor).toList());
  }

  @GetMapping("/taxonomies/{id}")
  ResponseEntity<String> taxonomy(@PathVariable String id) {
    return one(vocabulary.taxonomies(), id);
  }

  @RequestMapping(
      path = "/taxonomy_terms",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Nullable ResponseEntity<String> terms(
      @RequestParam Map<String, String> sent, HttpServletResponse response) throws IOException {
    var question = new Question(sent);
    var taxonomy = question.uuid("taxonomy_id").map(UUID::toString);
    var parent = question.uuid("parent_id").map(UUID::toString);
    boolean isTopAsked = question.is("top_only");
    return fixed(
        question,
        response,
        vocabulary.terms().stream()
            .filter(each -> taxonomy.isEmpty() || each.text("taxonomy_id").equals(taxonomy))
            .filter(each -> parent.isEmpty() || each.text("parent_id").equals(parent))
            .filter(each -> !isTopAsked || each.text("parent_id").isEmpty())
            .filter(question::isSearchedFor)
            .toList());
  }

  @GetMapping("/taxonomy_terms/{id}")
  ResponseEntity<String> term(@PathVariable String id) {
    return one(vocabulary.terms(), id);
  }

  @ExceptionHandler(Question.Misunderstood.class)
  ResponseEntity<String> misunderstood(Question.Misunderstood problem) {
    return ResponseEntity.status(HttpStatus.BAD_REQUEST)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Document.empty().with("error", String.valueOf(problem.getMessage())).json().toString());
  }

  private static @Nullable ResponseEntity<String> fixed(
      Question question, HttpServletResponse response, List<Document> all) throws IOException {
    return list(
        question,
        response,
        () -> (long) all.size(),
        offset -> all.stream().skip(offset).limit(question.perPage()).map(Lines.Line::of),
        after -> after.equals(Lines.FIRST) ? all.stream().map(Lines.Line::of) : Stream.of());
  }

  /** A page, or everything, which is written as it is read and needs no answer then. */
  private static @Nullable ResponseEntity<String> list(
      Question question,
      HttpServletResponse response,
      java.util.function.LongSupplier count,
      Function<Long, Stream<Lines.Line>> page,
      Function<UUID, Stream<Lines.Line>> next)
      throws IOException {
    if (question.isStreamed()) {
      response.setContentType("application/x-ndjson");
      Lines.write(next, response.getOutputStream());
      return null;
    }
    long total = count.getAsLong();
    int size = question.perPage();
    long pages = (total + size - 1) / size;
    var contents = page.apply((question.page() - 1L) * size).map(line -> line.document()).toList();
    var numbers = JsonNodeFactory.instance;
    return json(
        Document.empty()
            .with("total_items", numbers.numberNode(total))
            .with("total_pages", numbers.numberNode(pages))
            .with("page_number", numbers.numberNode(question.page()))
            .with("size", numbers.numberNode(contents.size()))
            .with("first_page", numbers.booleanNode(question.page() == 1))
            .with("last_page", numbers.booleanNode(question.page() >= pages))
            .with("empty", numbers.booleanNode(contents.isEmpty()))
            .with("contents", Lines.array(contents)));
  }

  private static Document minimal(Whole whole, ListedService service) {
    return Document.empty()
        .with("id", service.id().toString())
        .with("last_modified", service.changedAt().toString());
  }

  private Optional<Whole> shown(UUID id) {
    return entries.wholes(List.of(id)).stream().filter(published::isPublic).findFirst();
  }

  private static ResponseEntity<String> one(List<Document> all, String id) {
    return all.stream()
        .filter(each -> each.text("id").equals(Optional.of(id)))
        .findFirst()
        .map(HsdsController::json)
        .orElseThrow(NotHere::new);
  }

  private static ResponseEntity<String> json(Document document) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(document.json().toString());
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) { // no id at all, so nothing has it
      throw new NotHere();
    }
  }
}
