package org.konbit.directory.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.apache.tomcat.util.http.fileupload.util.LimitedInputStream;
import org.konbit.access.NotHere;
import org.konbit.directory.exchange.Scratch;
import org.konbit.directory.exchange.Standard;
import org.konbit.directory.incoming.Imports;
import org.konbit.directory.incoming.Refusal;
import org.konbit.directory.incoming.Refused;
import org.konbit.directory.incoming.Unreadable;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Files of the standard at the desk. A file goes from the form to the disk as it comes: the form's
 * token stands in its address, so that it is looked at before a byte of the file is read.
 */
@Controller
class ImportController {
  static final long LARGEST = 256L << 20;
  private static final int SHOWN = 200;
  private static final int LAST = 5;

  private final Kept kept;
  private final Imports imports;
  private final Refused refused;
  private final Scratch scratch;

  ImportController(Kept kept, Imports imports, Refused refused, Scratch scratch) {
    this.kept = kept;
    this.imports = imports;
    this.refused = refused;
    this.scratch = scratch;
  }

  @GetMapping("/desk/{lang}/directory/import")
  ModelAndView form(DeskFrame desk) {
    return page(desk, "");
  }

  @PostMapping("/desk/{lang}/directory/import")
  ModelAndView sent(DeskFrame desk, HttpServletRequest request) throws IOException {
    kept.mayKeep();
    Path file = scratch.file();
    try {
      imports.take(file, received(request, file));
      return new ModelAndView("redirect:" + desk.home() + "/directory/import");
    } catch (Unreadable e) {
      return unusable(desk, e.key());
    } catch (FileUploadException e) {
      return unusable(desk, Unreadable.Reason.BROKEN.key());
    } catch (TooLarge e) {
      request.getInputStream().skip(8 * LARGEST); // a browser hears only when it has said all
      return unusable(desk, Unreadable.Reason.LARGE.key());
    } finally {
      Files.delete(file);
    }
  }

  private ModelAndView unusable(DeskFrame desk, String key) {
    var page = page(desk, key);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  /** More than we take. */
  private static final class TooLarge extends IOException {}

  /** Writes the file that was sent to the disk, and says what its owner calls it. */
  private static String received(HttpServletRequest request, Path file)
      throws IOException, FileUploadException {
    var upload = new FileUpload();
    upload.setFileCountMax(4);
    FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
    while (parts.hasNext()) {
      FileItemStream part = parts.next();
      if (!part.isFormField() && "file".equals(part.getFieldName())) {
        try (InputStream in = limited(part.openStream())) {
          Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return part.getName() == null ? "" : part.getName();
      }
    }
    throw Unreadable.empty();
  }

  private static InputStream limited(InputStream in) {
    return new LimitedInputStream(in, LARGEST) {
      @Override
      protected void raiseError(long largest, long count) throws IOException {
        throw new TooLarge();
      }
    };
  }

  @GetMapping("/desk/{lang}/directory/import/{id}")
  ModelAndView mend(DeskFrame desk, @PathVariable UUID id) {
    kept.mayKeep();
    var refusal = refused.one(id).orElseThrow(NotHere::new);
    return mend(desk, id, refusal, refusal.problems(), Map.of());
  }

  @PostMapping("/desk/{lang}/directory/import/{id}")
  ModelAndView mended(
      DeskFrame desk, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
    kept.mayKeep();
    var refusal = refused.one(id).orElseThrow(NotHere::new);
    Map<String, String> fields = new HashMap<>(sent);
    fields.keySet().retainAll(names(refusal));
    var wrong = imports.mend(id, fields);
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + desk.home() + "/directory/import");
    }
    var page = mend(desk, id, refusal, wrong, fields);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @PostMapping("/desk/{lang}/directory/import/{id}/leave")
  ModelAndView leave(DeskFrame desk, @PathVariable UUID id) {
    kept.mayKeep();
    refused.mended(id);
    return new ModelAndView("redirect:" + desk.home() + "/directory/import");
  }

  private ModelAndView page(DeskFrame desk, String problem) {
    kept.mayKeep();
    var t = desk.frame().t();
    var waiting = refused.waiting(SHOWN + 1);
    return new ModelAndView(
        "directory/desk/import",
        "page",
        new ImportPage(
            desk,
            problem,
            refused.last(LAST),
            waiting.stream().limit(SHOWN).map(each -> row(t, each.id(), each.refusal())).toList(),
            waiting.size() > SHOWN));
  }

  private static ImportPage.Row row(org.konbit.language.Texts t, UUID id, Refusal refusal) {
    return new ImportPage.Row(
        id.toString(),
        refusal.document().text("name").orElse(""),
        refusal.kind(),
        refusal.place(),
        refusal.problems().stream()
            .map(each -> new ImportPage.Wrong(each.field(), t.localize(each.what().key())))
            .toList(),
        refusal.isTaken());
  }

  private static Set<String> names(Refusal refusal) {
    return Standard.kind(refusal.kind()).fields().stream()
        .map(Standard.Field::name)
        .collect(Collectors.toSet());
  }

  private static ModelAndView mend(
      DeskFrame desk,
      UUID id,
      Refusal refusal,
      List<Refusal.Problem> wrong,
      Map<String, String> typed) {
    var t = desk.frame().t();
    Map<String, String> problems = new HashMap<>();
    wrong.forEach(each -> problems.putIfAbsent(each.field(), t.localize(each.what().key())));
    var fields =
        Standard.kind(refusal.kind()).fields().stream()
            .filter(each -> !refusal.kind().equals("contact") || !each.name().equals("name"))
            .map(each ->
                new MendPage.Field(
                    each.name(),
                    typed.getOrDefault(
                        each.name(), refusal.document().json().path(each.name()).asString("")),
                    each.isRequired(),
                    each.choices(),
                    problems.getOrDefault(each.name(), "")))
            .toList();
    return new ModelAndView(
        "directory/desk/mend",
        "page",
        new MendPage(
            desk,
            id.toString(),
            refusal.kind(),
            refusal.place(),
            refusal.isTaken(),
            fields.stream().filter(each -> !each.problem().isEmpty()).toList(),
            fields.stream().filter(each -> each.problem().isEmpty()).toList()));
  }
}
