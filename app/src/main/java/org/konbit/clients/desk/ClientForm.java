package org.konbit.clients.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.clients.Answer;
import org.konbit.clients.Client;
import org.konbit.clients.Contact;
import org.konbit.clients.Details;
import org.konbit.clients.FreeText;
import org.konbit.clients.PersonName;
import org.konbit.clients.Speech;
import org.konbit.directory.Spoken;
import org.konbit.vault.BirthDate;
import org.konbit.vault.PhoneNumber;
import org.konbit.web.Problems;
import org.konbit.web.Sent;

/**
 * What somebody types about a person.
 *
 * @param texts by field; a field that was not typed in is missing
 * @param ways by which the person may be reached
 */
record ClientForm(Map<String, String> texts, BirthForm birth, Set<Contact.Way> ways) {
  private static final List<String> NAMES =
      List.of("given", "surnames", "preferred", "onDocument", "latin");
  private static final List<String> OTHERS =
      List.of(
          "id",
          "version",
          "phone",
          "email",
          "safety",
          "language",
          "otherLanguage",
          "interpreter",
          "atHome",
          "need",
          "home",
          "role");

  /** An empty one, for a person who gets this id. */
  static ClientForm empty(UUID id) {
    return new ClientForm(
        Map.of("id", id.toString()), BirthForm.of(new BirthDate.Unknown()), Set.of());
  }

  static ClientForm of(Client client) {
    var details = client.details();
    var texts = new HashMap<String, String>();
    texts.put("id", client.id().toString());
    texts.put("version", String.valueOf(client.version()));
    texts.put("given", String.join(" ", details.name().given()));
    texts.put("surnames", String.join(" ", details.name().surnames()));
    texts.put("preferred", details.name().preferred());
    texts.put("onDocument", details.name().onDocument());
    texts.put("latin", details.name().latin());
    texts.put("phone", details.contact().phone());
    texts.put("email", details.contact().email());
    texts.put("safety", details.contact().safety());
    var listed = Spoken.of(details.speech().language());
    texts.put("language", listed.map(Spoken::tag).orElse(""));
    texts.put("otherLanguage", listed.isPresent() ? "" : details.speech().language());
    texts.put("interpreter", details.speech().interpreter().name());
    details.peopleAtHome().ifPresent(people -> texts.put("atHome", String.valueOf(people)));
    texts.put("need", details.need());
    return new ClientForm(
        Map.copyOf(texts), BirthForm.of(details.birthDate()), details.contact().ways());
  }

  static ClientForm read(Sent sent) {
    var texts =
        Stream.concat(NAMES.stream(), OTHERS.stream())
            .collect(Collectors.toUnmodifiableMap(field -> field, sent::text));
    var ways =
        Stream.of(Contact.Way.values())
            .filter(way -> sent.all("ways").contains(way.name()))
            .collect(Collectors.toUnmodifiableSet());
    return new ClientForm(texts, BirthForm.read(sent), ways);
  }

  /** The same with another text in a field. */
  ClientForm with(String field, String text) {
    var changed = new HashMap<>(texts);
    changed.put(field, text);
    return new ClientForm(Map.copyOf(changed), birth, ways);
  }

  /** The version that was changed; one that nobody has if it is missing. */
  int version() {
    return text("version").matches("\\d{1,9}") ? Integer.parseInt(text("version")) : 0;
  }

  String text(String field) {
    return texts.getOrDefault(field, "");
  }

  Optional<UUID> id(String field) {
    try {
      return Optional.of(UUID.fromString(text(field)));
    } catch (IllegalArgumentException e) { // no id at all
      return Optional.empty();
    }
  }

  /** What was typed, unless there is a problem with it. */
  Optional<Details> details(LocalDate today, Problems problems) {
    checkNames(problems);
    checkContact(problems);
    var birthDate = birth.date(today, problems);
    checkFree("need", Details.LONGEST_NEED, problems);
    if (language().length() > Speech.LONGEST) {
      problems.add("otherLanguage", "long");
    }
    var atHome = atHome(problems);
    return problems.isEmpty()
        ? Optional.of(new Details(name(), birthDate, contact(), speech(), atHome, text("need")))
        : Optional.empty();
  }

  private void checkNames(Problems problems) {
    for (String field : NAMES) {
      if (text(field).length() > PersonName.LONGEST) {
        problems.add(field, "long-name");
      }
    }
    if (NAMES.stream().allMatch(field -> PersonName.isBlank(text(field)))) {
      problems.add("given", "no-name");
    }
  }

  private void checkContact(Problems problems) {
    if (!text("phone").isEmpty() && PhoneNumber.read(text("phone")).isEmpty()) {
      problems.add("phone", "phone");
    }
    if (!text("email").isEmpty()
        && !text("email").matches("[^@\\s]{1,64}@[^@\\s]{1,120}\\.[^@\\s]{2,12}")) {
      problems.add("email", "email");
    }
    checkFree("safety", Contact.LONGEST_SAFETY, problems);
  }

  private void checkFree(String field, int longest, Problems problems) {
    if (text(field).length() > longest) {
      problems.add(field, "long");
    }
    FreeText.unkept(text(field)).ifPresent(found -> problems.add(field, found.problem()));
  }

  private OptionalInt atHome(Problems problems) {
    String typed = text("atHome");
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!typed.matches("\\p{Nd}{1,2}") || Integer.parseInt(typed) == 0) {
      problems.add("atHome", "at-home");
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(typed));
  }

  private PersonName name() {
    return PersonName.typed(
        text("given"), text("surnames"), text("preferred"), text("onDocument"), text("latin"));
  }

  private Contact contact() {
    return new Contact(text("phone"), text("email"), ways, text("safety"));
  }

  private Speech speech() {
    return new Speech(
        language(),
        Stream.of(Answer.values())
            .filter(answer -> answer.name().equals(text("interpreter")))
            .findFirst()
            .orElse(Answer.NOT_ASKED));
  }

  /** What was written in words goes before what the list offers. */
  private String language() {
    return text("otherLanguage").isEmpty() ? text("language") : text("otherLanguage");
  }

  @Override
  public String toString() { // it names a person
    return "ClientForm";
  }
}
