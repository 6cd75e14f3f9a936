package org.konbit.language;

import com.ibm.icu.util.ULocale;

/**
 * A language a reader can choose.
 *
 * @param tag its BCP 47 tag, as it stands in addresses: {@code pt-BR}
 * @param ownName its name in itself: {@code Português (Brasil)}
 * @param isReviewed whether a qualified person has reviewed the interface in it; until then every
 *     page carries a label that says so
 */
public record Language(String tag, String ownName, boolean isReviewed) {
  /** The locale that numbers, dates and plurals follow. */
  public ULocale locale() {
    return ULocale.forLanguageTag(tag);
  }

  /** {@code rtl} or {@code ltr}, as the {@code dir} attribute takes it. */
  public String direction() {
    return isRightToLeft() ? "rtl" : "ltr";
  }

  boolean isRightToLeft() {
    return locale().isRightToLeft();
  }
}
