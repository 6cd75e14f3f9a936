package org.konbit.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.konbit.KonbitApplication;
import org.konbit.vault.Audit;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The demonstration, but for one thing: what a request with the header {@value #UNNOTED} reads is
 * not noted. So one page is asked for with the audit and without it, in turn, of one process.
 */
public final class UnnotedDesk {
  static final String UNNOTED = "X-Unnoted";

  private UnnotedDesk() {}

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(KonbitApplication.class, Wiring.class)
        .profiles("demo")
        .run(arguments);
  }

  /** Stands before the audit. */
  static class Wiring {
    @Bean
    static BeanPostProcessor unnoting() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof Audit audit ? before(audit) : bean;
        }
      };
    }

    private static Audit before(Audit audit) {
      return (Audit)
          Proxy.newProxyInstance(
              Audit.class.getClassLoader(),
              new Class<?>[] {Audit.class},
              (_, method, arguments) -> {
                if (method.getName().equals("note") && isUnnoted()) {
                  return null;
                }
                try {
                  return method.invoke(audit, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private static boolean isUnnoted() {
      return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
          && asked.getRequest().getHeader(UNNOTED) != null;
    }
  }
}
