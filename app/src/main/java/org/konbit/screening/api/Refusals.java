package org.konbit.screening.api;

import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what cannot be answered. */
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    return ResponseEntity.status(refusal.getStatusCode())
        .headers(refusal.getHeaders())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(refusal.getBody());
  }

  // Which rule it was is no family's secret; a value in brackets may be.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(RuleCannotBeEvaluated failure) {
    log.error(
        "A screening stopped: {}",
        String.valueOf(failure.getMessage()).replaceAll("\\([^)]*\\)", "(…)"));
    return refused(Refusal.of(Refusal.Kind.RULE_FAILED));
  }
}
