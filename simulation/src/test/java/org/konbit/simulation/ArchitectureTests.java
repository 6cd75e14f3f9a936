package org.konbit.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The simulation is a plain library, and nothing in it depends on the clock or on luck. */
class ArchitectureTests {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.konbit.simulation");

  @Test
  void no_package_stands_on_one_that_stands_on_it() {
    assertThat(CLASSES.size()).isGreaterThan(50);
    slices().matching("org.konbit.simulation.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void every_package_says_that_nothing_in_it_is_null_unless_it_says_so() {
    var packages =
        CLASSES.stream()
            .map(type -> type.getPackage())
            .filter(found -> found.getName().startsWith("org.konbit.simulation"))
            .collect(Collectors.toSet());

    assertThat(packages).hasSizeGreaterThan(9);
    assertThat(packages).allMatch(found -> found.isAnnotatedWith(NullMarked.class));
  }

  @Test
  void no_number_is_left_to_luck_or_to_the_clock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(CLASSES);
  }

  @Test
  void neither_spring_nor_the_application_is_known() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.konbit.web..", "org.konbit.rules.cli..")
        .check(CLASSES);
  }
}
