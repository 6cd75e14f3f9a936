package org.konbit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;

class ArchitectureTests {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("org.konbit");

  @Test
  void modules_keep_to_their_floors() {
    // The rules engine is a library of its own, which knows nothing of modules.
    var modules =
        ApplicationModules.of(KonbitApplication.class, resideInAPackage("org.konbit.rules.."));

    assertThat(modules).isNotEmpty();
    modules.verify();
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("org.konbit.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void the_time_comes_from_a_clock_that_tests_can_set() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(OURS);
  }

  @Test
  void nobody_writes_past_the_log() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(OURS);
  }

  @Test
  void every_package_is_null_marked() {
    var packages =
        OURS.stream().map(each -> each.getPackage()).distinct().collect(Collectors.toSet());

    assertThat(packages).hasSizeGreaterThanOrEqualTo(4);
    assertThat(packages).allMatch(each -> each.isAnnotatedWith(NullMarked.class));
  }

  @Test
  void pages_are_records() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Page")
        .and()
        .areNotInterfaces()
        .should()
        .beRecords()
        .check(OURS);
  }

  @Test
  void what_runs_without_being_asked_is_in_the_reviewed_list() {
    var found = new TreeSet<String>();
    for (var each : OURS) {
      if (Stream.of(Lifecycle.class, ApplicationListener.class, ApplicationRunner.class)
          .anyMatch(each::isAssignableTo)) {
        found.add(each.getSimpleName());
      }
      each.getMethods().stream().flatMap(ArchitectureTests::unasked).forEach(found::add);
    }

    assertThat(found).hasSizeGreaterThan(10);
    assertThat(found).containsExactlyElementsOf(new TreeSet<>(Tables.listed().unasked()));
  }

  private static Stream<String> unasked(JavaMethod method) {
    String name = method.getOwner().getSimpleName() + "." + method.getName();
    if (method.isMetaAnnotatedWith(Bean.class)
        && method.getRawReturnType().isAssignableTo(Task.class)) {
      return Stream.of(name);
    }
    return Stream.of(EventListener.class, Scheduled.class, Async.class, PostConstruct.class)
            .anyMatch(method::isMetaAnnotatedWith)
        ? Stream.of(
            method.getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .collect(Collectors.joining(", ", name + "(", ")")))
        : Stream.empty();
  }
}
