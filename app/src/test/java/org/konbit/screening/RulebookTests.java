package org.konbit.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RulebookTests {
  @TempDir private Path folder;

  @Test
  void the_shipped_rules_hold_the_law_of_two_states() {
    var law = opened("").law().orElseThrow();

    assertThat(law.states()).extracting(Law.State::code).containsExactlyInAnyOrder("MA", "CT");
    assertThat(law.states()).allMatch(state -> law.changeDays(state).size() > 10);
  }

  @Test
  void rules_of_ones_own_are_laid_over() throws IOException {
    write("us/messages/en.properties", "us.wic.name=WIC of the harbor\n");

    var law = opened(folder + File.pathSeparator).law().orElseThrow();

    assertThat(law.program("en", "us.wic").text()).isEqualTo("WIC of the harbor");
  }

  @Test
  void a_pack_with_problems_is_told_on_the_console_by_line(CapturedOutput console)
      throws IOException {
    write("ma/wrong.yaml", "program: ma.wrong\nconditons: []\n");

    assertThat(opened(folder.toString()).law()).isEmpty();
    assertThat(console).contains("The rules cannot be used", "ma/wrong.yaml:2:1", "conditons");
  }

  @Test
  void a_folder_that_is_not_there_is_told_on_the_console(CapturedOutput console) {
    assertThat(opened(folder.resolve("nowhere").toString()).law()).isEmpty();
    assertThat(console).contains("KONBIT_RULEPACKS", "nowhere");
  }

  @Test
  void words_that_a_language_lacks_are_english_and_say_so() {
    var law = opened("").law().orElseThrow();

    assertThat(law.program("es", "us.wic").language()).isEmpty();
    assertThat(law.program("so", "us.wic").language()).hasValue("en");
    assertThat(law.find("en", "us.no.such.thing")).isEmpty();
  }

  private static Rulebook opened(String rulepacks) {
    var rulebook = new Rulebook(new ScreeningSettings(rulepacks));
    rulebook.open();
    return rulebook;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
