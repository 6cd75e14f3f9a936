package org.konbit.screening.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.text.JsonText;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Parsed;
import org.konbit.screening.form.FamilyForm.Pair;

/**
 * A form as text: the family's document as everywhere in Konbit, and beside it what only the
 * interview knows.
 */
final class FormText {
  private static final int VERSION = 1;

  private final HouseholdReader reader;

  FormText(HouseholdReader reader) {
    this.reader = reader;
  }

  // Ids, paths and dates only: nothing in them needs escaping, and the document sees to its own.
  static String write(FamilyForm form, String document) {
    return "{\"version\":%d,\"family\":%s,\"declined\":%s,\"open\":%s,\"asked\":%s,\"at\":\"%s\"}"
        .formatted(
            VERSION,
            document,
            words(form.declined()),
            words(form.open().stream().map(pair -> pair.one() + " " + pair.other()).toList()),
            words(form.asked()),
            form.at());
  }

  private static String words(Collection<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(",", "[", "]"));
  }

  Optional<FamilyForm> read(String text) {
    if (JsonText.parse(FamilyForms.FILE, text) instanceof Parsed.Tree(Node.Mapping root)
        && root.find("family").orElse(root) instanceof Node.Mapping family
        && word(root, "version").equals(Integer.toString(VERSION))
        && reader.read(FamilyForms.FILE, family, LocalDate.EPOCH)
            instanceof Reading.Accepted(var household)) {
      return Optional.of(form(root, family, household));
    }
    return Optional.empty();
  }

  private static FamilyForm form(Node.Mapping root, Node.Mapping family, Household household) {
    SortedSet<Pair> open = new TreeSet<>();
    for (String pair : words(root, "open")) {
      var ids = pair.split(" ", 2);
      open.add(new Pair(ids[0], ids[ids.length - 1]));
    }
    SortedSet<String> declined = new TreeSet<>(words(root, "declined"));
    return new FamilyForm(
        stated(household, family),
        FamilyForms.related(household, declined, open),
        declined,
        open,
        words(root, "asked"),
        word(root, "at"));
  }

  private static String word(Node.Mapping root, String name) {
    return root.find(name).orElse(root) instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  private static List<String> words(Node.Mapping root, String name) {
    var words = new ArrayList<String>();
    if (root.find(name).orElse(root) instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        words.add(item instanceof Node.Scalar scalar ? scalar.text() : "");
      }
    }
    return words;
  }

  /** The household without what the reader completed. */
  private static Household stated(Household household, Node.Mapping family) {
    var stated = household;
    var members =
        family.find("members").orElse(family) instanceof Node.Sequence list
            ? list.items()
            : List.<Node>of();
    for (int member = 0; member < household.size(); member++) {
      for (Fact fact : household.vocabulary().facts()) {
        var entry = fact.ofHousehold() ? family : members.get(member);
        if (household.isKnown(fact, member) && !isStated(entry, fact.path())) {
          stated = stated.without(fact, member);
        }
      }
    }
    return stated;
  }

  private static boolean isStated(Node entry, String path) {
    int dot = path.indexOf('.');
    var name = dot < 0 ? path : path.substring(0, dot);
    var found = entry instanceof Node.Mapping fields ? fields.find(name) : Optional.<Node>empty();
    return dot < 0
        ? found.isPresent()
        : found.filter(block -> isStated(block, path.substring(dot + 1))).isPresent();
  }
}
