package org.konbit.access.web;

import java.util.List;
import org.konbit.language.Languages;
import org.konbit.web.DeskSection;
import org.konbit.web.PageFrames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class DeskWeb {
  // Providers, because frames need the resources that the web's own configuration sets up.
  @Bean
  WebMvcConfigurer deskFrameArgument(
      Languages languages,
      ObjectProvider<PageFrames> frames,
      ObjectProvider<DeskSection> sections) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new DeskFrameArgument(languages, frames, sections));
      }
    };
  }
}
