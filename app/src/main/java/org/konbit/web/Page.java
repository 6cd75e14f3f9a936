package org.konbit.web;

import org.konbit.language.Texts;

/**
 * What a template shows: one record a page, everything in it decided already. A controller hands it
 * on as {@code new ModelAndView("<module>/<template>", "page", page)}.
 */
public interface Page {
  /** What stands around the page. */
  PageFrame frame();

  /** The texts in the page's language. */
  default Texts t() {
    return frame().t();
  }
}
