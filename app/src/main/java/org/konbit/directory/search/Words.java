package org.konbit.directory.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text, in any of the languages: without case, accents and the marks of Arabic, so
 * that {@code ingles} finds {@code Inglés}; Chinese is cut where its words end.
 */
final class Words {
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640'’]+");
  private static final int SHORTEST_AFTER_ARTICLE = 3;

  /** Words so common that they would find everything. */
  private static final Set<String> EMPTY =
      Set.copyOf(
          List.of(
              ("a an and the of for in on to with at my i me need want help near"
                      + " de la el los las un una y en con para por mi necesito quiero ayuda"
                      + " o os as um uma e do da dos das no na com meu minha preciso quero ajuda"
                      + " nan yon pou ak mwen m ki se sou bezwen ed"
                      + " toi can o va cho cua giup"
                      + " 我 的 在 需要 和 要"
                      + " في من على الى و مع عن انا احتاج مساعده")
                  .split(" ")));

  private Words() {}

  /** All of them, in order. */
  static List<String> of(String text) {
    String folded = folded(text);
    var breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(folded);
    var words = new ArrayList<String>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
        words.add(withoutArticle(folded.substring(start, end)));
      }
    }
    return words;
  }

  /** Those that say something, for a search. */
  static List<String> telling(String text) {
    return of(text).stream().filter(word -> !EMPTY.contains(word)).distinct().toList();
  }

  private static String folded(String text) {
    String folded = Normalizer2.getNFKCCasefoldInstance().normalize(text);
    String apart = Normalizer2.getNFDInstance().normalize(folded);
    return Normalizer2.getNFCInstance()
        .normalize(MARKS.matcher(apart).replaceAll(""))
        .replace('đ', 'd')
        .replace('ı', 'i')
        .replace('ى', 'ي')
        .replace('ة', 'ه');
  }

  private static String withoutArticle(String word) {
    return word.startsWith("ال") && word.length() >= 2 + SHORTEST_AFTER_ARTICLE
        ? word.substring(2)
        : word;
  }
}
