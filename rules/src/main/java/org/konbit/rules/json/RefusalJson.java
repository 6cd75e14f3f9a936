package org.konbit.rules.json;

import java.util.List;
import org.konbit.rules.text.Problem;

/** Writes why one document of a stream was refused. */
public final class RefusalJson {
  private RefusalJson() {}

  /**
   * Appends {@code {"line": n, "errors": […]}}.
   *
   * @param line the document's line in the stream, from 1
   */
  public static void write(long line, List<Problem> problems, JsonBuffer out) {
    out.raw('{').name("line").number(line).raw(',').name("errors").raw('[');
    for (Problem problem : problems) {
      out.raw('{').name("field").string(problem.path());
      out.raw(',').name("message").string(problem.message());
      out.raw(',').name("line").number(line);
      out.raw(',').name("column").number(problem.column());
      out.raw(',').name("remedy").string(problem.remedy()).raw("},");
    }
    out.withoutComma().raw("]}");
  }
}
