package org.konbit.toolkit.content;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields of announcements, spotlights and job posts. */
final class CommunityReader {
  // A story must not tell who may be sent away.
  private static final Pattern STATUS =
      Pattern.compile(
          "\\b(undocumented|without papers|asylum|asylee|refugee|green card|daca|dreamer|tps|visa"
              + "|parole|deport\\w*|immigration status|citizenship|a-number)\\b",
          Pattern.CASE_INSENSITIVE);

  private CommunityReader() {}

  static Announcement announcement(Heading heading, Fields fields, Markdown body) {
    return new Announcement(
        heading,
        fields.text("title"),
        fields.text("brief"),
        fields.day("from"),
        fields.day("expiresOn"),
        body);
  }

  static Spotlight spotlight(
      Heading heading, Fields fields, Markdown story, List<String> problems) {
    var spotlight =
        new Spotlight(
            heading,
            fields.text("title"),
            fields.text("member"),
            fields.text("brief"),
            story,
            consent(fields, problems),
            fields.table("photo").map(CommunityReader::photo));
    for (var text : spotlight.texts()) {
      var told = STATUS.matcher(text);
      if (told.find()) {
        problems.add("A spotlight says nothing of status: take out (%s).".formatted(told.group()));
      }
    }
    return spotlight;
  }

  private static Spotlight.Consent consent(Fields fields, List<String> problems) {
    return fields
        .table("consent")
        .map(given -> {
          var consent =
              new Spotlight.Consent(
                  given.text("by"),
                  given.day("on"),
                  given.text("scope"),
                  given.findDay("withdrawn"));
          given.refuseOthers();
          return consent;
        })
        .orElseGet(() -> {
          problems.add("Nobody is shown without a (consent): by, on, and for what scope.");
          return new Spotlight.Consent("", LocalDate.EPOCH, "", Optional.empty());
        });
  }

  private static Photo photo(Fields fields) {
    var photo = new Photo(fields.text("data"), fields.text("altText"));
    fields.refuseOthers();
    return photo;
  }

  static Job job(Heading heading, Fields fields, Markdown body, List<String> problems) {
    return new Job(
        heading,
        fields.text("title"),
        fields.text("brief"),
        fields.text("employer"),
        fields.text("place"),
        pay(fields, problems),
        fields.texts("languages"),
        fields.day("closesOn"),
        applyAt(fields, problems),
        body);
  }

  private static Job.Pay pay(Fields fields, List<String> problems) {
    var table = fields.table("pay");
    if (table.isEmpty()) {
      problems.add("A job says what it pays: (pay) has from, to and per (hour or year).");
    }
    return table
        .map(each -> {
          var from = dollars(each, "from", problems);
          var to = dollars(each, "to", problems);
          var pay = new Job.Pay(from, to, each.word("per", Job.Per.class));
          each.refuseOthers();
          return pay;
        })
        .orElseGet(() -> new Job.Pay(BigDecimal.ONE, BigDecimal.ONE, Job.Per.HOUR));
  }

  private static BigDecimal dollars(Fields fields, String name, List<String> problems) {
    var text = fields.text(name);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      problems.add("The pay (%s) is no number of dollars.".formatted(text));
      return BigDecimal.ONE;
    }
  }

  private static URI applyAt(Fields fields, List<String> problems) {
    Optional<URI> address = fields.findAddress("applyUrl");
    if (address.isEmpty()) {
      problems.add("The field (applyUrl) is missing: where does somebody apply?");
    }
    return address.orElseGet(() -> URI.create("https://localhost"));
  }
}
