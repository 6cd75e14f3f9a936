package org.konbit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konbit.language.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a controller method the frame of the language in its address. */
class PageFrameArgument implements HandlerMethodArgumentResolver {
  private final Languages languages;
  private final ObjectProvider<PageFrames> frames;

  PageFrameArgument(Languages languages, ObjectProvider<PageFrames> frames) {
    this.languages = languages;
    this.frames = frames;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(PageFrame.class);
  }

  @Override
  public PageFrame resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request != null
        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get("lang") instanceof String tag) {
      return languages
          .tagged(tag)
          .map(language -> frames.getObject().of(request, language))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    throw new IllegalStateException(
        "The address of (%s) has no {lang}.".formatted(parameter.getExecutable()));
  }
}
