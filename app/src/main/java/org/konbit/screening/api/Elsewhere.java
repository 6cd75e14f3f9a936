package org.konbit.screening.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.screening.api.Refusal.Kind;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever else is asked below {@code /api}: told as a problem, and not as a page. */
@RestController
class Elsewhere {
  private final RequestMappingHandlerMapping mappings;

  Elsewhere(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  @RequestMapping({"/api", "/api/**"})
  ResponseEntity<Void> answer(HttpServletRequest request) {
    var allowed = allowed(request.getRequestURI());
    if (allowed.isEmpty()) {
      throw Refusal.of(Kind.NOT_HERE);
    }
    if (request.getMethod().equals("OPTIONS")) {
      return ResponseEntity.noContent().header(HttpHeaders.ALLOW, allowed).build();
    }
    throw Refusal.notSo(allowed);
  }

  /** The methods that are answered there; none where nothing is. */
  private String allowed(String address) {
    var path = PathContainer.parsePath(address);
    return mappings.getHandlerMethods().keySet().stream()
        .filter(mapping -> isAt(mapping, path))
        .flatMap(mapping -> methods(mapping.getMethodsCondition().getMethods()))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static boolean isAt(RequestMappingInfo mapping, PathContainer path) {
    var patterns = mapping.getPathPatternsCondition();
    return patterns != null
        && patterns.getPatterns().stream()
            .filter(pattern -> pattern.getPatternString().startsWith("/api/v"))
            .anyMatch(pattern -> pattern.matches(path));
  }

  private static Stream<String> methods(Set<RequestMethod> declared) {
    return declared.contains(RequestMethod.GET)
        ? Stream.of("GET", "HEAD")
        : declared.stream().map(RequestMethod::name);
  }
}
