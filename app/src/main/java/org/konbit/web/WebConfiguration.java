package org.konbit.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import org.konbit.language.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

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

  /** Before the port opens rather than just after it, so that the very first page is whole. */
  @Bean
  SmartInitializingSingleton assetsFound(
      ObjectProvider<ResourceUrlProvider> assets, ApplicationContext context) {
    return () -> assets.getObject().onApplicationEvent(new ContextRefreshedEvent(context));
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
