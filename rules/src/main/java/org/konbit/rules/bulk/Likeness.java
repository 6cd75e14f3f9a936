package org.konbit.rules.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether two texts of a state's law, lowered for the same outline, calculate the same: node for
 * node, and for programs of the same names.
 */
final class Likeness {
  // By identity, as nodes are: which of the other's stands for each.
  private final Map<Node, Node> same = new HashMap<>();

  private Likeness() {}

  static boolean of(Programs one, Programs other) {
    return one.facts().needs() == other.facts().needs() && new Likeness().is(one, other);
  }

  private boolean is(Programs one, Programs other) {
    return one.told().size() == other.told().size()
        && one.best().size() == other.best().size()
        && one.groups().size() == other.groups().size()
        && areTold(one.told(), other.told())
        && areRanked(one.best(), other.best())
        && areGroups(one.groups(), other.groups())
        && is(one.alone(), other.alone())
        && is(one.open(), other.open());
  }

  private boolean areTold(List<Programs.Told> ones, List<Programs.Told> others) {
    for (int i = 0; i < ones.size(); i++) {
      var one = ones.get(i);
      var other = others.get(i);
      if (!one.program().id().equals(other.program().id())
          || !is(one.yes(), other.yes())
          || !is(one.premium(), other.premium())
          || !is(one.amount(), other.amount())) {
        return false;
      }
    }
    return true;
  }

  private boolean areRanked(List<Programs.Ranked> ones, List<Programs.Ranked> others) {
    for (int i = 0; i < ones.size(); i++) {
      if (!ones.get(i).program().equals(others.get(i).program())
          || !is(ones.get(i).isBest(), others.get(i).isBest())) {
        return false;
      }
    }
    return true;
  }

  private boolean areGroups(List<Programs.Group> ones, List<Programs.Group> others) {
    for (int i = 0; i < ones.size(); i++) {
      if (!is(ones.get(i).cents(), others.get(i).cents())
          || !is(ones.get(i).maximum(), others.get(i).maximum())) {
        return false;
      }
    }
    return true;
  }

  private boolean is(Programs.Figure one, Programs.Figure other) {
    return is(one.stated(), other.stated())
        && is(one.value(), other.value())
        && is(one.all(), other.all());
  }

  @SuppressWarnings("ReferenceEquality") // nodes are compared by identity
  private boolean is(Node one, Node other) {
    var known = same.get(one);
    if (known != null) {
      return known == other;
    }
    boolean isLike =
        one.op() == other.op()
            && one.number() == other.number()
            && one.what().equals(other.what())
            && one.range().equals(other.range())
            && one.in().size() == other.in().size();
    for (int i = 0; isLike && i < one.in().size(); i++) {
      isLike = is(one.in().get(i), other.in().get(i));
    }
    if (isLike) {
      same.put(one, other);
    }
    return isLike;
  }
}
