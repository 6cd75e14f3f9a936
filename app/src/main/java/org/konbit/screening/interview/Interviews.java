package org.konbit.screening.interview;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.konbit.rules.expression.MissingFact;
import org.konbit.screening.Law;
import org.konbit.screening.answer.FamilyScreening;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.SealedForms;
import org.springframework.stereotype.Component;

/** The interview under each law, of which a process has one. */
@Component
class Interviews {
  private final SealedForms forms;
  private final ConcurrentMap<Law, Interview> interviews = new ConcurrentHashMap<>();

  Interviews(SealedForms forms) {
    this.forms = forms;
  }

  Interview of(Law law) {
    return interviews.computeIfAbsent(law, each -> new Interview(each, forms.of(each)));
  }

  /** What the law gives a family, as far as it has answered. */
  FamilyScreening screened(Law law, FamilyForm form) {
    var notAsked =
        form.unasked().stream().map((MissingFact place) -> place.path(form.household())).toList();
    return new FamilyScreening(law, form.household(), of(law).screen(form), notAsked);
  }
}
