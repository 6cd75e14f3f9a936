package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Spelling;

/** Reads and checks where to apply, what to bring and who helps. */
final class GuidanceReader {
  private static final Pattern LINK = Pattern.compile("https://[a-z0-9.-]+(/[\\w./-]*)?");
  private static final Pattern PHONE = Pattern.compile("[0-9][0-9-]{2,14}");
  private static final List<String> TOPICS = List.of("legal", "food", "anything");

  private final Declared declared;
  private final Findings findings;

  GuidanceReader(Declared declared, Findings findings) {
    this.declared = declared;
    this.findings = findings;
  }

  void read(Fields fields) {
    for (var entry : fields.entries("channels")) {
      var id = PackReader.full(fields.file(), entry.key());
      var below = below(fields, entry);
      declared.channels.put(
          id,
          new Guidance.Channel(
              id, link(below), phone(below), below.requiredText("cite"), message(below)));
      below.nothingElse();
    }
    for (var entry : fields.entries("papers")) {
      var id = PackReader.full(fields.file(), entry.key());
      var below = below(fields, entry);
      declared.papers.put(id, new Guidance.Paper(id, below.requiredText("cite"), message(below)));
      below.nothingElse();
    }
    fields.items("help").forEach(this::help);
  }

  private Fields below(Fields fields, Node.Entry entry) {
    return new Fields(fields.file(), entry.value(), findings);
  }

  private void help(Fields fields) {
    var id = PackReader.full(fields.file(), fields.requiredText("id"));
    var topic = fields.requiredText("topic");
    if (!topic.isEmpty() && !TOPICS.contains(topic)) {
      fields.problem(
          fields.node(),
          "(%s) is no topic of help.".formatted(topic),
          "Write one of %s.".formatted(String.join(", ", TOPICS)));
    }
    var help =
        new Guidance.Help(
            id,
            fields.file().place(),
            topic,
            link(fields),
            phone(fields),
            fields.requiredText("cite"),
            fields.flag("unverified"),
            message(fields));
    declared.help.put(id, help);
    declared.said(fields, help.message() + ".name");
    fields.nothingElse();
  }

  private String message(Fields fields) {
    var message = fields.requiredText("message");
    declared.said(fields, message);
    return message;
  }

  private static Optional<String> link(Fields fields) {
    return matching(fields, "link", LINK, "Write a whole web address: https://example.org/page.");
  }

  private static Optional<String> phone(Fields fields) {
    return matching(fields, "phone", PHONE, "Write digits and dashes: 1-800-555-0100.");
  }

  private static Optional<String> matching(
      Fields fields, String key, Pattern pattern, String remedy) {
    var text = fields.text(key);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      fields.problem(fields.node(), "(%s) is no %s.".formatted(text.get(), key), remedy);
    }
    return text;
  }

  /** How a program is applied for; whether what it names is there is checked at the end. */
  static Program.Apply apply(Fields fields, PackFile file) {
    var apply =
        new Program.Apply(
            PackReader.full(file, fields.requiredText("through")),
            fields.words("bring").stream().map(paper -> PackReader.full(file, paper)).toList(),
            fields.requiredText("cite"));
    fields.nothingElse();
    return apply;
  }

  /** Tells of every channel and paper that programs name and no pack declares. */
  static void check(Declared declared, Findings findings) {
    var users = new LinkedHashMap<String, List<Declared.Program>>();
    for (var program : declared.programs.values()) {
      program.apply.ifPresent(apply -> {
        need(program, apply.through(), declared.channels.keySet(), users);
        apply.bring().forEach(paper -> need(program, paper, declared.papers.keySet(), users));
      });
    }
    var known = new ArrayList<>(declared.channels.keySet());
    known.addAll(declared.papers.keySet());
    users.forEach((id, programs) -> {
      if (findings.lostFileOf(id).isEmpty()) {
        findings.addSlight(undeclared(id, programs, known));
      }
    });
  }

  private static void need(
      Declared.Program program,
      String id,
      Collection<String> known,
      Map<String, List<Declared.Program>> users) {
    boolean isNamed = !id.endsWith("."); // that the name itself is missing is told already
    if (isNamed && !known.contains(id)) {
      users.computeIfAbsent(id, _ -> new ArrayList<>()).add(program);
    }
  }

  // Told once, at the first program that names it.
  private static Problem undeclared(
      String id, List<Declared.Program> programs, Collection<String> known) {
    var first = programs.getFirst();
    int others = programs.size() - 1;
    var remedy =
        "%s%s"
            .formatted(
                Spelling.suggestion(id, known),
                others == 0 ? "" : "\n%d more programs name it, too.".formatted(others));
    return Problem.at(
            first.file.name(),
            first.at,
            "%s is applied for with (%s), which no pack declares.".formatted(first.id, id))
        .withRemedy(remedy.strip());
  }
}
