package org.konbit.directory.desk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entry;
import org.konbit.web.Problems;
import org.konbit.web.Sent;

/**
 * What an organisation says of itself. What an imported entry holds beside it stays as it is.
 *
 * @param phone the first number; further ones stay
 */
record EntryForm(
    String name, String about, String phone, String phoneNote, String email, String website) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  static final Pattern PHONE = Pattern.compile("[0-9+() .\\-]{3,30}");

  static EntryForm of(Entry entry) {
    var document = entry.document();
    var phone = document.list("phones").stream().findFirst();
    return new EntryForm(
        entry.name(),
        document.text("description").orElse(""),
        phone.flatMap(each -> each.text("number")).orElse(""),
        phone.flatMap(each -> each.text("description")).orElse(""),
        document.text("email").orElse(""),
        document.text("website").orElse(""));
  }

  static EntryForm read(Sent sent, Problems problems) {
    var form =
        new EntryForm(
            sent.required("name", Entry.LONGEST_NAME, problems),
            sent.required("about", Sent.LONGEST, problems),
            sent.text("phone"),
            sent.text("phoneNote", 200, problems),
            sent.text("email"),
            sent.text("website"));
    checkPhone("phone", form.phone, problems);
    if (!form.email.isEmpty() && !isEmail(form.email)) {
      problems.add("email", "email");
    }
    if (!form.website.isEmpty() && !isOfTheWeb(form.website)) {
      problems.add("website", "website");
    }
    return form;
  }

  Document applied(UUID id, Document before) {
    return before
        .with("id", id.toString())
        .with("name", name)
        .with("description", about)
        .with("email", email)
        .with("website", website)
        .with("phones", phones(before, phone, phoneNote));
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  static void checkPhone(String field, String phone, Problems problems) {
    if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      problems.add(field, "phone");
    }
  }

  /** The first number in place of the first there was. */
  static List<Document> phones(Document before, String number, String note) {
    var phones = new ArrayList<>(before.list("phones"));
    var first = phones.isEmpty() ? Optional.<Document>empty() : Optional.of(phones.removeFirst());
    if (!number.isEmpty()) {
      phones.addFirst(
          withId(first.orElseGet(Document::empty))
              .with("number", number)
              .with("description", note));
    }
    return phones;
  }

  /** Objects with a text each, as lines; those that have none stay, and so does what is not new. */
  static List<Document> listed(Document was, String field, String part, String typed) {
    var before = new ArrayList<>(was.list(field));
    var all = new ArrayList<>(before.stream().filter(each -> each.text(part).isEmpty()).toList());
    before.removeAll(all);
    typed
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          var same =
              before.stream()
                  .filter(each -> each.text(part).equals(Optional.of(line)))
                  .findFirst()
                  .orElseGet(() -> Document.empty().with(part, line));
          before.remove(same);
          all.add(withId(same));
        });
    return all;
  }

  static Document withId(Document document) {
    return document.text("id").isPresent()
        ? document
        : document.with("id", UUID.randomUUID().toString());
  }

  private static boolean isOfTheWeb(String address) {
    try {
      return List.of("http", "https").contains(String.valueOf(URI.create(address).getScheme()));
    } catch (IllegalArgumentException e) { // no address at all
      return false;
    }
  }
}
