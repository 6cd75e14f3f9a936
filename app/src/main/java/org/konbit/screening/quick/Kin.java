package org.konbit.screening.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.konbit.language.Texts;
import org.konbit.rules.text.Node;

/** Who is what to whom, and who files taxes with whom, from what each person is to the first. */
final class Kin {
  static final String IS = "is";
  static final String TAXES = "taxes";
  static final String FILES = "files";
  static final String JOINT = "joint";
  static final String NO_RETURN = "no-return";

  /** What somebody can be to the first person; each has its words. */
  static final List<String> KINDS =
      List.of(
          "spouse",
          "partner",
          "child-of-both",
          "child",
          "child-of-partner",
          "parent",
          "sibling",
          "grandchild",
          "grandparent",
          "in-care",
          "other");

  private final Sheet sheet;
  private final Texts t;
  private final Map<String, String> problems;

  Kin(Sheet sheet, Texts t, Map<String, String> problems) {
    this.sheet = sheet;
    this.t = t;
    this.problems = problems;
  }

  List<Node> relationships() {
    var all = new ArrayList<Node>();
    for (int row = 1; row < sheet.rows(); row++) {
      of(row, all);
    }
    return all;
  }

  private void of(int row, List<Node> all) {
    switch (sheet.value(row, IS)) {
      case "spouse" -> all.add(is(0, row, "spouse"));
      case "partner" -> all.add(is(0, row, "partner"));
      case "child" -> all.add(is(0, row, "parent"));
      case "child-of-both" -> {
        all.add(is(0, row, "parent"));
        ofPartner(row, all);
      }
      case "child-of-partner" -> ofPartner(row, all);
      case "parent" -> all.add(is(row, 0, "parent"));
      case "sibling" -> all.add(is(row, 0, "sibling"));
      case "grandchild" -> all.add(is(0, row, "grandparent"));
      case "grandparent" -> all.add(is(row, 0, "grandparent"));
      case "in-care" -> all.add(is(0, row, "caretaker"));
      case "other" -> {
        // related to nobody here
      }
      default -> problems.put(Sheet.name(row, IS), t.localize("screening.quick.wrong-kin"));
    }
  }

  private void ofPartner(int row, List<Node> all) {
    var partner = partner();
    if (partner.isPresent()) {
      all.add(is(partner.getAsInt(), row, "parent"));
    } else {
      problems.put(Sheet.name(row, IS), t.localize("screening.quick.wrong-partner"));
    }
  }

  private OptionalInt partner() {
    return IntStream.range(1, sheet.rows())
        .filter(row -> List.of("spouse", "partner").contains(sheet.value(row, IS)))
        .findFirst();
  }

  private OptionalInt spouseOf(int row) {
    var spouse =
        IntStream.range(1, sheet.rows())
            .filter(other -> sheet.value(other, IS).equals("spouse"))
            .findFirst();
    if (row == 0 || spouse.isEmpty()) {
      return spouse;
    }
    return spouse.getAsInt() == row ? OptionalInt.of(0) : OptionalInt.empty();
  }

  private static Node is(int from, int to, String kind) {
    return Typed.fields(
        List.of(
            Typed.entry("from", Typed.word(Answers.id(from))),
            Typed.entry("to", Typed.word(Answers.id(to))),
            Typed.entry("is", Typed.word(kind))));
  }

  /** What the document says of a person's taxes; nothing where nothing was told. */
  List<Node.Entry> taxes(int row) {
    var told = sheet.value(row, TAXES);
    if (told.startsWith(Sheet.CLAIMED_BY)) {
      return claimed(row, Sheet.number(told.substring(Sheet.CLAIMED_BY.length())));
    }
    return switch (told) {
      case FILES -> List.of(files(true), alone(), claims(row));
      case JOINT -> joint(row);
      case NO_RETURN ->
          List.of(files(false), alone(), claims(row), Typed.entry("claimedBy", Typed.none()));
      default -> List.of();
    };
  }

  private static Node.Entry files(boolean files) {
    return Typed.entry("files", Typed.flag(files));
  }

  private static Node.Entry alone() {
    return Typed.entry("jointlyWith", Typed.none());
  }

  private List<Node.Entry> joint(int row) {
    var spouse = spouseOf(row);
    if (spouse.isEmpty() || !sheet.value(spouse.getAsInt(), TAXES).equals(JOINT)) {
      problems.put(Sheet.name(row, TAXES), t.localize("screening.quick.wrong-joint"));
      return List.of();
    }
    var with = Typed.word(Answers.id(spouse.getAsInt()));
    var claims = new ArrayList<>(claimedBy(row));
    claims.addAll(claimedBy(spouse.getAsInt()));
    return List.of(
        files(true),
        Typed.entry("jointlyWith", with),
        Typed.entry("claims", Typed.list(claims.stream().sorted().map(Typed::word).toList())));
  }

  private List<Node.Entry> claimed(int row, int by) {
    boolean isPossible =
        by >= 0
            && by < sheet.rows()
            && by != row
            && List.of(FILES, JOINT).contains(sheet.value(by, TAXES));
    if (!isPossible) {
      problems.put(Sheet.name(row, TAXES), t.localize("screening.quick.wrong-claim"));
      return List.of();
    }
    // Whoever claims says so, which is enough for the document.
    return List.of(alone(), files(false));
  }

  private Node.Entry claims(int row) {
    return Typed.entry("claims", Typed.list(claimedBy(row).stream().map(Typed::word).toList()));
  }

  private List<String> claimedBy(int row) {
    return IntStream.range(0, sheet.rows())
        .filter(other -> sheet.value(other, TAXES).equals(Sheet.CLAIMED_BY + row))
        .mapToObj(Answers::id)
        .toList();
  }
}
