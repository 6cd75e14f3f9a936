package org.konbit.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says everything, with the same parameters and the same markup. */
class MessagesTests {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
  private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("localize\\(\"([^\"]+)\"");

  static List<Path> modules() throws IOException {
    try (var folders = Files.list(MESSAGES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  static List<Arguments> translations() throws IOException {
    var languages = new Languages();
    return modules().stream()
        .flatMap(module -> languages.all().stream().map(each -> Arguments.of(module, each.tag())))
        .toList();
  }

  @Test
  void there_are_messages_to_check() throws IOException {
    assertThat(modules()).isNotEmpty();
    assertThat(translations()).hasSize(modules().size() * 7);
    assertThat(read(MESSAGES.resolve("web/en.properties"))).hasSizeGreaterThan(10);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("translations")
  void every_key_of_english_is_there_and_no_other(Path module, String tag) throws IOException {
    var english = read(module.resolve("en.properties"));
    var translated = read(module.resolve(tag + ".properties"));

    assertThat(translated.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(translated.stringPropertyNames())
        .allMatch(key -> key.startsWith(module.getFileName() + "."));
    assertThat(translated.values()).noneMatch(text -> text.toString().isBlank());
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("translations")
  void parameters_and_markup_are_those_of_english(Path module, String tag) throws IOException {
    var english = read(module.resolve("en.properties"));
    var translated = read(module.resolve(tag + ".properties"));

    for (String key : english.stringPropertyNames()) {
      assertThat(parameters(translated.getProperty(key)))
          .as("parameters of %s", key)
          .isEqualTo(parameters(english.getProperty(key)));
      assertThat(markup(translated.getProperty(key)))
          .as("markup of %s", key)
          .isEqualTo(markup(english.getProperty(key)));
    }
  }

  @Test
  void every_key_in_a_template_has_its_words() throws IOException {
    var keys = new TreeSet<String>();
    try (Stream<Path> templates = Files.walk(TEMPLATES)) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        KEY_IN_TEMPLATE
            .matcher(Files.readString(template))
            .results()
            .forEach(found -> keys.add(found.group(1)));
      }
    }
    var known = new TreeSet<String>();
    for (Path module : modules()) {
      known.addAll(read(module.resolve("en.properties")).stringPropertyNames());
    }

    assertThat(keys).hasSizeGreaterThan(10);
    assertThat(known).containsAll(keys);
  }

  @Test
  void templates_hold_no_raw_text() throws IOException {
    try (Stream<Path> templates = Files.walk(TEMPLATES)) {
      assertThat(templates.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(template ->
              assertThat(Files.readString(template))
                  .doesNotContain("$unsafe")
                  .doesNotContainPattern(">[^<>${}@`]*[A-Za-z]{2,}[^<>${}@`]*</"));
    }
  }

  private static Properties read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Utf8Properties.read(file.toString(), in);
    }
  }

  private static Set<String> parameters(String message) {
    var pattern = new MessagePattern(message);
    var found = new TreeSet<String>();
    for (int i = 0; i < pattern.countParts(); i++) {
      var part = pattern.getPart(i);
      switch (part.getType()) {
        case ARG_NUMBER, ARG_NAME, ARG_TYPE -> found.add(pattern.getSubstring(part));
        default -> {}
      }
    }
    return found;
  }

  private static List<String> markup(String message) {
    return MARKUP.matcher(message).results().map(MatchResult::group).sorted().toList();
  }
}
