package org.konbit.directory.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole directory as the standard's tabular package. */
@RestController
class PackageController {
  private final Lines lines;
  private final Published published;
  private final Vocabulary vocabulary;
  private final Scratch scratch;

  PackageController(Lines lines, Published published, Vocabulary vocabulary, Scratch scratch) {
    this.lines = lines;
    this.published = published;
    this.vocabulary = vocabulary;
    this.scratch = scratch;
  }

  @GetMapping("/hsds/v3/package.zip")
  void everything(HttpServletResponse response) throws IOException {
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("hsds-3.1.zip").build().toString());
    try (var tables = new TabularPackage(scratch.folder())) {
      for (var each : vocabulary.taxonomies()) {
        tables.add("taxonomy", each);
      }
      for (var each : vocabulary.terms()) {
        tables.add("taxonomy_term", each);
      }
      Lines.each(this::batch, document -> tables.add("organization", document));
      tables.writeTo(response.getOutputStream());
    }
  }

  private java.util.stream.Stream<Lines.Line> batch(UUID after) {
    return lines.entries(
        Listing.Filter.NONE, after, Question.MOST_A_PAGE, 0, published::organizationWithServices);
  }
}
