package org.konbit.toolkit.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konbit.toolkit.content.Content;

/** Everything that is published at one moment. */
public final class Catalogue {
  private final Map<String, Content> items;
  private volatile @Nullable Shown shown;

  private record Shown(LocalDate day, Catalogue catalogue) {}

  Catalogue(Collection<Content> contents) {
    var byReference = new LinkedHashMap<String, Content>();
    contents.forEach(item -> byReference.put(item.heading().reference(), item));
    this.items = Collections.unmodifiableMap(byReference);
  }

  /** What of it readers see on a day; the same one all day long. */
  public Catalogue on(LocalDate day) {
    var held = shown;
    if (held == null || !held.day().equals(day)) {
      var visible = items.values().stream().filter(item -> item.isShown(day)).toList();
      held = new Shown(day, new Catalogue(visible));
      shown = held;
    }
    return held.catalogue();
  }

  /** All of one kind, in the order of their ids. */
  public <C extends Content> List<C> all(Class<C> kind) {
    return items.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** One item, such as {@code right/emergency-care}. */
  public Optional<Content> find(String reference) {
    return Optional.ofNullable(items.get(reference));
  }

  /** One item of one kind. */
  public <C extends Content> Optional<C> find(Class<C> kind, String reference) {
    return find(reference).filter(kind::isInstance).map(kind::cast);
  }
}
