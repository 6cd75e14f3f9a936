package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * Every wording that an item had, newest first.
 *
 * @param tab the title of the browser's tab
 * @param leave whether the page can be left at once
 * @param language that of the content, empty where it is the reader's
 */
public record VersionsPage(
    PageFrame frame,
    String tab,
    boolean leave,
    Optional<String> language,
    Link item,
    List<Version> versions)
    implements Page {
  /**
   * A wording.
   *
   * @param name its number and since when it stood there
   * @param address where it can be read whole; empty for the one that readers see now
   * @param difference from the wording before it
   */
  public record Version(String name, String address, Difference difference) {}

  public VersionsPage {
    versions = List.copyOf(versions);
  }

  /** The {@code lang} attribute of content, if it needs one. */
  public @Nullable String lang() {
    return language.orElse(null);
  }

  /** The {@code dir} attribute of content, if it needs one. */
  public @Nullable String dir() {
    return language.map(_ -> "ltr").orElse(null);
  }
}
