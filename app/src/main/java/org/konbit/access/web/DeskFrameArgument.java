package org.konbit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.access.SignedIn;
import org.konbit.access.SignedIn.Place;
import org.konbit.language.Languages;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskSection;
import org.konbit.web.PageFrame;
import org.konbit.web.PageFrames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a controller method the desk of whoever asks. */
class DeskFrameArgument implements HandlerMethodArgumentResolver {
  private final Languages languages;
  private final ObjectProvider<PageFrames> frames;
  private final ObjectProvider<DeskSection> sections;

  DeskFrameArgument(
      Languages languages,
      ObjectProvider<PageFrames> frames,
      ObjectProvider<DeskSection> sections) {
    this.languages = languages;
    this.frames = frames;
    this.sections = sections;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(DeskFrame.class);
  }

  @Override
  public DeskFrame resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    return frame(request, AtTheDesk.ifAny());
  }

  private DeskFrame frame(HttpServletRequest request, Optional<SignedIn> who) {
    var all = frames.getObject();
    var frame = all.of(request, languages.tagged(tag(request)).orElseThrow(NotHere::new));
    var place = who.flatMap(SignedIn::chosen);
    return new DeskFrame(
        frame,
        place.map(Place::organisationName).orElse(""),
        who.filter(it -> it.places().size() > 1).isPresent(),
        place
            .or(() -> who.flatMap(it -> it.places().stream().findFirst()))
            .map(Place::name)
            .orElse(""),
        place.map(it -> links(request, frame, Role.keys(it.roles()))).orElse(List.of()),
        csrf(request),
        all.asset("desk.css"),
        all.asset("desk.js"));
  }

  private List<DeskFrame.Link> links(
      HttpServletRequest request, PageFrame frame, Set<String> roles) {
    String home = "/desk" + frame.home();
    return sections.stream()
        .filter(section -> section.isFor(roles))
        .sorted(Comparator.comparingInt(DeskSection::order))
        .map(section -> link(section, home, request.getRequestURI()))
        .toList();
  }

  private static DeskFrame.Link link(DeskSection section, String home, String asked) {
    String address = section.place().isEmpty() ? home : home + "/" + section.place();
    boolean isCurrent =
        asked.equals(address) || (!section.place().isEmpty() && asked.startsWith(address + "/"));
    return new DeskFrame.Link(section.key(), address, isCurrent);
  }

  private static String tag(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get("lang") instanceof String tag
        ? tag
        : "";
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }
}
