package org.konbit.clients.desk;

import java.util.List;
import java.util.Map;
import org.konbit.language.Language;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * A consent to be asked for: first what it is for, then the words to be read out.
 *
 * @param texts what stands in the plain fields, by name
 * @param words to be read out; none before all is chosen
 * @param untilHint how long it may hold, as a message key
 * @param problems message keys by field
 */
public record ConsentPage(
    DeskFrame desk,
    String client,
    String name,
    Map<String, String> texts,
    List<Box> receivers,
    List<Box> shares,
    List<Box> languages,
    List<Box> capacities,
    List<Box> means,
    List<Words> words,
    String untilHint,
    Map<String, String> problems)
    implements DeskPage {
  /** The words in one language. */
  public record Words(Language language, List<String> sentences) {}

  /** A plain field's text. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** The message key of what is wrong with a field; empty if nothing. */
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  @Override
  public String toString() { // it names a person
    return "ConsentPage";
  }
}
