package org.konbit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a database of its own, started once for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "konbit.name=Harbor Coalition",
      "konbit.key-file=",
      "konbit.notices-every=1d", // a test that looks at notices sends them itself
      "konbit.database.url=",
      "konbit.database.owner-url="
    })
@ContextConfiguration(initializers = ThrowAwayData.class)
@Import(SettableClock.Configuration.class)
public @interface KonbitTest {}
