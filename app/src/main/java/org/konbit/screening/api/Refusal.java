package org.konbit.screening.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.konbit.language.Keys;
import org.konbit.rules.text.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is not answered, told as RFC 9457 says. */
final class Refusal extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  /** Why a request is not answered; each has an address that explains it. */
  enum Kind {
    DOCUMENT_REFUSED(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "The document cannot be screened",
        "The household's document breaks the published schema, contradicts itself, or asks for a"
            + " date whose law is not held. Each entry of (errors) names the field, the line and the"
            + " column, says what is wrong, and what to write instead."),
    QUESTION_REFUSED(
        HttpStatus.BAD_REQUEST,
        "The question cannot be read",
        "A parameter in the address is missing or cannot be read. Each entry of (errors) names it"
            + " and says what to write."),
    TOO_LARGE(
        HttpStatus.CONTENT_TOO_LARGE,
        "The document is too large",
        "A family's document is a few thousand bytes. Send one family a request."),
    NOT_A_DOCUMENT(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "The document's format is not known",
        "Send the document as application/json or application/yaml, in UTF-8."),
    TOO_SLOW(
        HttpStatus.REQUEST_TIMEOUT,
        "The document did not arrive whole",
        "Send it again. Nothing of it was kept."),
    TOO_MANY(
        HttpStatus.TOO_MANY_REQUESTS,
        "There were too many requests from this address",
        "Wait as many seconds as Retry-After says. Whoever screens many families may ask the"
            + " operator for a higher limit."),
    NOT_HERE(
        HttpStatus.NOT_FOUND,
        "There is nothing at this address",
        "The addresses there are stand in /api/v1/openapi.json."),
    NOT_SO(
        HttpStatus.METHOD_NOT_ALLOWED,
        "This address is asked in another way",
        "The header Allow names the methods that are answered."),
    NO_LAW(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The rules cannot be used",
        "The operator of this installation has been told why in its log. Nothing was screened."),
    RULE_FAILED(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "A rule could not be evaluated",
        "This is a fault of the rules, not of the document, and no answer about the family: an error"
            + " is not a no. Please tell whoever keeps the rules.");

    private final HttpStatus status;
    private final String title;
    private final String remedy;

    Kind(HttpStatus status, String title, String remedy) {
      this.status = status;
      this.title = title;
      this.remedy = remedy;
    }

    /** As the address of its explanation ends. */
    String word() {
      return Keys.of(this);
    }

    String title() {
      return title;
    }

    /** What it means and what to do. */
    String remedy() {
      return remedy;
    }
  }

  /** What is wrong with one field; a number is 0 where it means nothing. */
  record Fault(String field, String message, int line, int column, String remedy) {}

  private Refusal(Kind kind, List<Fault> faults) {
    super(kind.status, problem(kind, faults), null);
  }

  private static ProblemDetail problem(Kind kind, List<Fault> faults) {
    var problem = ProblemDetail.forStatusAndDetail(kind.status, kind.remedy);
    problem.setType(URI.create("/api/v1/problems/" + kind.word()));
    problem.setTitle(kind.title);
    if (!faults.isEmpty()) {
      problem.setProperty("errors", faults);
    }
    return problem;
  }

  static Refusal of(Kind kind) {
    return new Refusal(kind, List.of());
  }

  static Refusal ofDocument(List<Problem> problems) {
    return new Refusal(
        Kind.DOCUMENT_REFUSED,
        problems.stream()
            .map(
                one -> new Fault(one.path(), one.message(), one.line(), one.column(), one.remedy()))
            .toList());
  }

  static Refusal ofQuestion(List<Fault> faults) {
    return new Refusal(Kind.QUESTION_REFUSED, faults);
  }

  static Refusal tooMany(Duration wait) {
    var refusal = of(Kind.TOO_MANY);
    refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    return refusal;
  }

  static Refusal notSo(String allowed) {
    var refusal = of(Kind.NOT_SO);
    refusal.getHeaders().set(HttpHeaders.ALLOW, allowed);
    return refusal;
  }
}
