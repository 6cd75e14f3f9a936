package org.konbit.screening.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.konbit.screening.Law;
import org.konbit.web.PageFrame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a family its answer. Keeps nothing of it. */
@Component
public class AnswerPages {
  // A walk over all rules, and the same for everyone: by the rules' digest.
  private final Map<String, Set<String>> unverified = new ConcurrentHashMap<>();

  /**
   * The page that tells a family what each of them can get.
   *
   * @param form what the page carries back with each of its buttons
   * @param go the button that asked for it
   * @param response is told that nobody may keep the page
   */
  public ModelAndView show(
      PageFrame frame,
      FamilyScreening family,
      AnswerForm form,
      String go,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return new ModelAndView("screening/answer/page", "page", page(frame, family, form, go));
  }

  AnswerPage page(PageFrame frame, FamilyScreening family, AnswerForm form, String go) {
    var labels = new MemberLabels(family.household(), frame.t());
    return new AnswerTelling(frame, family, form, labels)
        .page(unverified(family.law()), go.equals(AnswerForm.UNFOLD));
  }

  /** The same, to show within a page of one's own to somebody who helps the family. */
  public AnswerPage forStaff(PageFrame frame, FamilyScreening family, AnswerForm form) {
    var labels = MemberLabels.forStaff(family.household(), frame.t());
    return new AnswerTelling(frame, family, form, labels).page(unverified(family.law()), false);
  }

  private Set<String> unverified(Law law) {
    return unverified.computeIfAbsent(
        law.packs().digest(), _ -> FigureMarks.unverified(law.packs()));
  }
}
