package org.konbit.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import org.konbit.language.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {
  // A provider, because the frame needs the resources that this very configuration sets up.
  @Bean
  WebMvcConfigurer pageFrameArgument(ObjectProvider<PageFrames> frames, Languages languages) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageFrameArgument(languages, frames));
      }
    };
  }

  /** Templates were turned into classes by the build; nothing is compiled while we run. */
  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  ViewResolver templates(TemplateEngine engine) {
    return (name, locale) -> new TemplateView(engine, name + ".jte");
  }
}
