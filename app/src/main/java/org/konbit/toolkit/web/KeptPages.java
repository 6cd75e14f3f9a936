package org.konbit.toolkit.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.konbit.toolkit.store.Catalogue;
import org.konbit.web.PageFrame;
import org.konbit.web.RecentlyUsed;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages that are the same for everybody, kept until the content or the day changes: most readers
 * ask for few pages, and writing one costs many times what sending it does. Nothing of who asked is
 * kept, and no member's story is.
 */
@Component
class KeptPages {
  private static final int MOST_KEPT = 800;

  private record Key(String origin, String address) {}

  private final Items items;
  private final Papers papers;
  private final TemplateEngine engine;
  private final ReentrantLock looking = new ReentrantLock();
  private final Map<Key, PackedPageView> pages = new RecentlyUsed<>(MOST_KEPT);
  private @Nullable Catalogue of;

  KeptPages(Items items, Papers papers, TemplateEngine engine) {
    this.items = items;
    this.papers = papers;
    this.engine = engine;
  }

  /** The page at an address; with a question in it, it is made for whoever asks. */
  ModelAndView page(PageFrame frame, Supplier<ModelAndView> making) {
    var address = Papers.address(frame);
    return address.contains("?") ? making.get() : new ModelAndView(file(frame, address, making));
  }

  /** What is kept under an address, whoever asks for it: the pack and its signature are one. */
  PackedPageView file(PageFrame frame, String address, Supplier<ModelAndView> making) {
    var catalogue = items.catalogue();
    var key = new Key(papers.origin(), address);
    var kept = kept(catalogue, key);
    if (kept == null) {
      kept = written(frame, making.get());
      keep(catalogue, key, kept);
    }
    return kept;
  }

  private @Nullable PackedPageView kept(Catalogue catalogue, Key key) {
    looking.lock();
    try {
      if (of != catalogue) {
        pages.clear();
        of = catalogue;
      }
      return pages.get(key);
    } finally {
      looking.unlock();
    }
  }

  private void keep(Catalogue catalogue, Key key, PackedPageView page) {
    looking.lock();
    try {
      if (of == catalogue) {
        pages.put(key, page);
      }
    } finally {
      looking.unlock();
    }
  }

  private PackedPageView written(PageFrame frame, ModelAndView made) {
    var html = new Utf8ByteOutput();
    var page = Objects.requireNonNull(made.getModel().get("page"));
    engine.render(made.getViewName() + ".jte", Map.of("page", page), html);
    return new PackedPageView(html.toByteArray(), frame.language().locale().toLocale());
  }
}
