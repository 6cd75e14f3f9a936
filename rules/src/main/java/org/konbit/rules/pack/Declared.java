package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;

/**
 * What packs declare, before anything is compiled. A later pack's declaration of the same id and
 * date takes the place of an earlier one's.
 */
final class Declared {
  /** A pack.yaml. */
  record Place(
      PackFile file,
      Node at,
      String place,
      String name,
      Optional<String> state,
      int coversFrom,
      List<Ranked> ranking,
      Map<String, Source> derived,
      Map<String, Integer> sensitivity,
      Map<String, Map<String, List<String>>> coarse) {}

  record Ranked(String program, PackFile file, Node at) {}

  record ExtraFact(PackFile file, Node at, String path, String type, long assumed, String message) {
    /** How conditions call a fact of the packs' own. */
    static String inConditions(String path) {
      return "facts." + path;
    }
  }

  /** A parameter; values of one day replace one another. */
  static final class Parameter {
    final PackFile file;
    final Node at;
    final String id;
    Unit unit = Unit.PLAIN;
    String unitWords = "";
    String cite = "";
    boolean unverified;
    final TreeMap<Integer, Object> series = new TreeMap<>();
    final TreeMap<Integer, Long> table = new TreeMap<>();

    Parameter(PackFile file, Node at, String id) {
      this.file = file;
      this.at = at;
      this.id = id;
    }
  }

  /** One dated text of a definition or condition. */
  record Text(
      PackFile file,
      Node at,
      int from,
      Optional<Integer> to,
      Source is,
      String cite,
      String message,
      Optional<Source> value,
      Optional<Source> limit) {}

  /** A definition. */
  static final class Definition {
    final PackFile file;
    final Node at;
    final String id;
    final Kind kind;
    final Unit unit;
    final SequencedMap<String, Kind> arguments;
    final TreeMap<Integer, Text> texts = new TreeMap<>();

    Definition(
        PackFile file,
        Node at,
        String id,
        Kind kind,
        Unit unit,
        SequencedMap<String, Kind> arguments) {
      this.file = file;
      this.at = at;
      this.id = id;
      this.kind = kind;
      this.unit = unit;
      this.arguments = arguments;
    }
  }

  /** A condition with its dated texts. */
  static final class Condition {
    final String id;
    final TreeMap<Integer, Text> texts = new TreeMap<>();

    Condition(String id) {
      this.id = id;
    }
  }

  /** A route. */
  static final class Route {
    final String id;
    final PackFile file;
    final Node at;
    Optional<Source> when = Optional.empty();
    final LinkedHashMap<String, Condition> conditions = new LinkedHashMap<>();

    Route(String id, PackFile file, Node at) {
      this.id = id;
      this.file = file;
      this.at = at;
    }
  }

  record Offered(int from, Optional<Integer> to, String cite) {}

  record Premium(
      Source monthly,
      String cite,
      String group,
      Optional<Source> familyMaximum,
      Optional<Source> when) {}

  record Amount(Source yearly, String cite) {}

  record Note(
      PackFile file,
      Node at,
      String id,
      Optional<Source> when,
      List<String> outcomes,
      boolean surely,
      String cite,
      String message) {}

  /** Examples that could be read, and what is wrong with the others. */
  record Examples(List<Example> read, List<Problem> problems) {
    Examples {
      read = List.copyOf(read);
    }
  }

  record Example(
      PackFile file, Node at, String name, Node household, Node expect, Optional<Long> premium) {}

  /** A program. */
  static final class Program {
    final PackFile file;
    final Node at;
    final String id;
    String kind = "coverage";
    Optional<Offered> offered = Optional.empty();
    Optional<String> meantFor = Optional.empty();
    final LinkedHashMap<String, Condition> conditions = new LinkedHashMap<>();
    final LinkedHashMap<String, Route> routes = new LinkedHashMap<>();
    Optional<Premium> premium = Optional.empty();
    Optional<Amount> amount = Optional.empty();
    Optional<org.konbit.rules.program.Program.Apply> apply = Optional.empty();
    final LinkedHashMap<String, Note> notes = new LinkedHashMap<>();

    Program(PackFile file, Node at, String id) {
      this.file = file;
      this.at = at;
      this.id = id;
    }

    String place() {
      return id.substring(0, id.indexOf('.'));
    }
  }

  final Map<String, Place> places = new LinkedHashMap<>();
  final Map<String, ExtraFact> facts = new LinkedHashMap<>();
  final Map<String, Parameter> parameters = new LinkedHashMap<>();
  final Map<String, Definition> definitions = new LinkedHashMap<>();
  final Map<String, Program> programs = new LinkedHashMap<>();
  final List<Example> examples = new ArrayList<>();
  final Map<String, Guidance.Channel> channels = new LinkedHashMap<>();
  final Map<String, Guidance.Paper> papers = new LinkedHashMap<>();
  final Map<String, Guidance.Help> help = new LinkedHashMap<>();
  final List<Said> said = new ArrayList<>();

  /** A fact that a place says how to ask for, and perhaps its answers in groups. */
  record Asked(PackFile file, Node.Entry at) {}

  final List<Asked> asked = new ArrayList<>();

  /** A message that something needs. */
  record Said(PackFile file, Node at, String key) {}

  void said(Fields fields, String key) {
    said.add(new Said(fields.file(), fields.node(), key));
  }
}
