package org.konbit.rules.text;

import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, one document a text, without anchors, aliases and tags: nobody needs them in a
 * family's document or a rule, and with them one text can mean another than it seems to.
 */
public final class YamlText {
  private YamlText() {}

  /** The tree of the bytes, which must be UTF-8. */
  public static Parsed parse(String file, byte[] bytes) {
    return Characters.read(file, bytes, YamlText::parse);
  }

  /** The tree of the text, or every problem up to the first place where it cannot be followed. */
  public static Parsed parse(String file, String text) {
    return Characters.read(file, text, unmarked -> read(file, unmarked));
  }

  private static Parsed read(String file, String text) {
    var problems = new Problems(file);
    var tree = new YamlTree(problems);
    try {
      feed(tree, new Parse(settings(file)).parseString(text).iterator());
    } catch (MarkedYamlEngineException broken) {
      problems.add(broken(file, broken));
    } catch (YamlEngineException broken) {
      problems.add(Problem.at(file, 1, 1, "The text is not YAML: " + about(broken)));
    }
    return tree.result();
  }

  private static LoadSettings settings(String file) {
    return LoadSettings.builder().setLabel(file).setCodePointLimit(Characters.MOST).build();
  }

  private static void feed(YamlTree tree, Iterator<Event> events) {
    while (events.hasNext() && tree.accept(events.next())) {
      // the tree takes what it is given until it must stop
    }
  }

  private static Problem broken(String file, MarkedYamlEngineException broken) {
    var message = "The YAML cannot be followed here: " + about(broken) + ".";
    return broken
        .getProblemMark()
        .or(broken::getContextMark)
        .map((Mark at) ->
            isTab(at)
                ? at(file, at, "A tab stands here.").withRemedy("Indent YAML with spaces alone.")
                : at(file, at, message))
        .orElseGet(() -> Problem.at(file, 1, 1, message));
  }

  private static Problem at(String file, Mark mark, String message) {
    return Problem.at(file, mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  private static boolean isTab(Mark at) {
    return at.getPointer() < at.getBuffer().length && at.getBuffer()[at.getPointer()] == '\t';
  }

  private static String about(YamlEngineException broken) {
    var said =
        broken instanceof MarkedYamlEngineException marked
            ? marked.getProblem()
            : broken.getMessage();
    if (said == null) {
      return "it breaks off";
    }
    // The library's own quotation marks and angles would be escaped like a stranger's.
    var line =
        said.lines()
            .findFirst()
            .orElse("")
            .replaceAll("'?<([a-z ]+)>'?", "the $1")
            .replaceAll("'([^']*)'", "($1)");
    return Shown.of(line, 160);
  }
}
