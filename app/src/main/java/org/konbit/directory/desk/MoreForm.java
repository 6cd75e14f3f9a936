package org.konbit.directory.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.directory.entry.Document;
import org.konbit.directory.exchange.Vocabulary;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;

/**
 * What fewer services say: where they serve, the programme they belong to, whom to ask by role, who
 * pays for them, what exactly they cost and how much room they have.
 *
 * @param texts by the name of the field
 */
record MoreForm(Map<String, String> texts) {
  static final List<String> FIELDS =
      List.of(
          "areas",
          "program",
          "funding",
          "role",
          "rolePhone",
          "roleEmail",
          "amount",
          "available",
          "maximum");

  static final MoreForm EMPTY =
      new MoreForm(FIELDS.stream().collect(Collectors.toMap(Function.identity(), _ -> "")));

  private static final String PLACES = "places";
  private static final List<String> COUNTS = List.of("available", "maximum");
  private static final String COUNT = "\\d{0,6}";
  private static final String AMOUNT = "(\\d{1,6}([.]\\d{1,2})?)?";

  static MoreForm of(Document document) {
    var contact = first(document, "contacts");
    var capacity = first(document, "capacities");
    return new MoreForm(
        Map.of(
            "areas", lines(document, "service_areas", "name"),
            "program", document.one("program").flatMap(each -> each.text("name")).orElse(""),
            "funding", lines(document, "funding", "source"),
            "role", contact.text("title").orElse(""),
            "rolePhone", first(contact, "phones").text("number").orElse(""),
            "roleEmail", contact.text("email").orElse(""),
            "amount", amount(first(document, "cost_options")),
            "available", number(capacity, "available"),
            "maximum", number(capacity, "maximum")));
  }

  static MoreForm read(Sent sent, Problems problems) {
    var form =
        new MoreForm(
            FIELDS.stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        field ->
                            sent.text(field, field.endsWith("s") ? Sent.LONGEST : 200, problems))));
    EntryForm.checkPhone("rolePhone", form.text("rolePhone"), problems);
    if (!form.text("roleEmail").isEmpty() && !EntryForm.isEmail(form.text("roleEmail"))) {
      problems.add("roleEmail", "email");
    }
    if (form.text("role").isEmpty()
        && !(form.text("rolePhone") + form.text("roleEmail")).isEmpty()) {
      problems.add("role", "role");
    }
    for (String field : COUNTS) {
      if (!form.text(field).matches(COUNT)) {
        problems.add(field, "count");
      }
    }
    if (!form.text("amount").matches(AMOUNT)) {
      problems.add("amount", "amount");
    }
    return form;
  }

  /** Whether its numbers are numbers; if not, nothing is saved anyway. */
  boolean isUsable() {
    return COUNTS.stream().allMatch(field -> text(field).matches(COUNT))
        && text("amount").matches(AMOUNT);
  }

  String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** What was not typed anew stays as it is. */
  Document applied(Document was, Instant now) {
    var document =
        was.with("service_areas", EntryForm.listed(was, "service_areas", "name", text("areas")))
            .with("funding", EntryForm.listed(was, "funding", "source", text("funding")))
            .with("capacities", capacities(was, now));
    var shown = of(was);
    if (isNew(shown, "role", "rolePhone", "roleEmail")) {
      document = document.with("contacts", contacts(was));
    }
    if (isNew(shown, "amount")) {
      document = document.with("cost_options", costs(was));
    }
    return isNew(shown, "program") ? program(document) : document;
  }

  private boolean isNew(MoreForm shown, String... fields) {
    return Stream.of(fields).anyMatch(field -> !text(field).equals(shown.text(field)));
  }

  private Document program(Document was) {
    if (text("program").isEmpty()) {
      return was.without("program");
    }
    // Of another name it is another programme; the organisation's services of one name share it.
    var id = Vocabulary.id(was.text("organization_id").orElse("") + "/" + text("program"));
    return was.with(
        "program",
        Document.empty()
            .with("id", id.toString())
            .with("name", text("program"))
            .with("description", text("program"))
            .json());
  }

  private List<Document> contacts(Document was) {
    var all = new ArrayList<>(was.list("contacts"));
    var first = all.isEmpty() ? Document.empty() : all.removeFirst();
    if (!text("role").isEmpty()) {
      all.addFirst(
          EntryForm.withId(first)
              .with("title", text("role"))
              .with("email", text("roleEmail"))
              .with("phones", EntryForm.phones(first, text("rolePhone"), "")));
    }
    return all;
  }

  private List<Document> costs(Document was) {
    var all = new ArrayList<>(was.list("cost_options"));
    var first = all.isEmpty() ? Document.empty() : all.removeFirst();
    if (!text("amount").isEmpty()) {
      all.addFirst(
          EntryForm.withId(first)
              .with("amount", DecimalNode.valueOf(new BigDecimal(text("amount"))))
              .with("currency", first.text("currency").orElse("USD")));
    }
    return all;
  }

  /** Its time says how fresh it is, so saving the same again says it again. */
  private List<Document> capacities(Document was, Instant now) {
    var all = new ArrayList<>(was.list("capacities"));
    var first = all.isEmpty() ? Document.empty() : all.removeFirst();
    if (!text("available").isEmpty()) {
      var told =
          EntryForm.withId(first)
              .with("available", IntNode.valueOf(Integer.parseInt(text("available"))))
              .with("updated", now.toString())
              .with("unit", unit(first).json());
      all.addFirst(
          text("maximum").isEmpty()
              ? told.without("maximum")
              : told.with("maximum", IntNode.valueOf(Integer.parseInt(text("maximum")))));
    }
    return all;
  }

  private static Document unit(Document capacity) {
    return capacity
        .one("unit")
        .orElseGet(
            () -> Document.empty().with("id", UUID.randomUUID().toString()).with("name", PLACES));
  }

  private static String lines(Document document, String field, String part) {
    return document.list(field).stream()
        .flatMap(each -> each.text(part).stream())
        .collect(Collectors.joining("\n"));
  }

  private static Document first(Document document, String field) {
    return document.list(field).stream().findFirst().orElseGet(Document::empty);
  }

  private static String number(Document document, String field) {
    var number = document.number(field);
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  private static String amount(Document cost) {
    var amount = cost.json().get("amount");
    return amount == null || !amount.isNumber() ? "" : amount.decimalValue().toPlainString();
  }
}
