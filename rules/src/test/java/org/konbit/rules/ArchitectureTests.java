package org.konbit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The engine is a plain library, and its packages stand on one another in one direction. */
class ArchitectureTests {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.konbit.rules");

  @Test
  void each_package_knows_only_those_below_it() {
    assertThat(CLASSES.size()).isGreaterThan(100);
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("text")
        .definedBy("org.konbit.rules.text")
        .layer("household")
        .definedBy("org.konbit.rules.household")
        .layer("expression")
        .definedBy("org.konbit.rules.expression")
        .layer("program")
        .definedBy("org.konbit.rules.program")
        .layer("pack")
        .definedBy("org.konbit.rules.pack")
        .layer("screening")
        .definedBy("org.konbit.rules.screening")
        .layer("overview")
        .definedBy("org.konbit.rules.overview")
        .layer("json")
        .definedBy("org.konbit.rules.json")
        .layer("bulk")
        .definedBy("org.konbit.rules.bulk")
        .layer("cli")
        .definedBy("org.konbit.rules.cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("bulk")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("overview")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("screening")
        .mayOnlyBeAccessedByLayers("bulk", "overview", "json", "cli")
        .whereLayer("pack")
        .mayOnlyBeAccessedByLayers("screening", "bulk", "overview", "json", "cli")
        .whereLayer("program")
        .mayOnlyBeAccessedByLayers("pack", "screening", "bulk", "overview", "json", "cli")
        .check(CLASSES);
  }

  @Test
  void it_knows_no_framework_and_no_database() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
        .check(CLASSES);
  }

  @Test
  void no_figure_is_a_floating_one() {
    noFields()
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .check(CLASSES);
  }

  @Test
  void only_the_command_line_knows_what_day_it_is_and_where_to_print() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.konbit.rules.cli")
        .should()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    var packages = CLASSES.stream().map(found -> found.getPackage()).collect(Collectors.toSet());

    assertThat(packages).hasSizeGreaterThan(7);
    assertThat(packages).allMatch(found -> found.isAnnotatedWith(NullMarked.class));
  }
}
