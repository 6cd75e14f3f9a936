package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.store.History;

/**
 * How two wordings of an item differ, sentence by sentence.
 *
 * @param was what the one before said and this one does not
 * @param now what this one says and the one before did not
 */
public record Difference(List<String> was, List<String> now) {
  static final Difference NONE = new Difference(List.of(), List.of());

  public Difference {
    was = List.copyOf(was);
    now = List.copyOf(now);
  }

  /** From one to the other; none where the one before cannot be read any more. */
  static Difference between(History.Version before, History.Version after) {
    var was = texts(before);
    var now = texts(after);
    return was.isEmpty() ? NONE : new Difference(without(now, was), without(was, now));
  }

  private static List<String> without(List<String> others, List<String> texts) {
    return texts.stream().filter(each -> !others.contains(each)).toList();
  }

  private static List<String> texts(History.Version version) {
    return version.content().map(Content::texts).orElseGet(List::of);
  }
}
