package org.konbit.screening.interview;

import java.util.Map;
import java.util.Optional;
import org.konbit.screening.answer.AnswerPage;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Screening with a family at the desk.
 *
 * @param code what was typed
 * @param answer what the family can get, once its code was opened
 * @param problems message keys by field
 */
public record DeskScreeningPage(
    DeskFrame desk, String code, Optional<AnswerPage> answer, Map<String, String> problems)
    implements DeskPage {
  @Override
  public String toString() { // its code opens a family's answers
    return "DeskScreeningPage";
  }
}
