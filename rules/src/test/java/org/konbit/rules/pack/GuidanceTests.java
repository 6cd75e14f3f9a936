package org.konbit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.rules.testing.SmallPack;

/** Where to apply, what to bring and who helps, as a pack says it. */
class GuidanceTests {
  private static final String WHOLE =
      """
      program: us.trial
      apply: {through: desk, bring: [letter], cite: a law}
      channels:
        desk: {link: "https://example.org/apply", phone: "1-800-555-0100", cite: a law, message: us.channel.desk}
      papers:
        letter: {cite: a law, message: us.paper.letter}
      help:
        - {id: far, topic: legal, phone: "211", cite: a list, unverified: true, message: us.help.far}
      conditions:
        - {id: asked, holds: resident, cite: a law, message: us.trial.asked}
      """;

  private static final String SENTENCES =
      """
      us.trial.summary=It helps
      us.trial.how=Ask
      us.channel.desk=The desk
      us.paper.letter=A letter
      us.help.far.name=Far
      us.help.far=Helps from far away
      """;

  @Test
  void a_program_says_where_to_apply_and_what_to_bring() {
    var packs = RulePacks.of(SmallPack.folder(files(WHOLE, SENTENCES)), List.of());

    var apply = packs.program("us.trial").orElseThrow().apply().orElseThrow();
    var desk = packs.guidance().channel(apply.through()).orElseThrow();

    assertThat(desk.link()).hasValue("https://example.org/apply");
    assertThat(desk.phone()).hasValue("1-800-555-0100");
    assertThat(apply.bring()).containsExactly("us.letter");
    assertThat(packs.guidance().paper("us.letter")).isPresent();
  }

  @Test
  void help_of_the_state_comes_before_that_of_everywhere_and_never_that_of_another_state() {
    var near = "help: [{id: near, topic: legal, cite: a list, message: ma.help.near}]\n";
    var folder =
        SmallPack.folder(
            Map.of(
                "ma/pack.yaml",
                "pack: ma\nname: Massachusetts\nstate: MA\n" + near,
                "ma/messages/en.properties",
                "ma.help.near.name=Near\nma.help.near=Helps\n"));
    var packs = RulePacks.of(SmallPack.folder(files(WHOLE, SENTENCES)), List.of(folder));

    assertThat(packs.guidance().help("legal", Optional.of("ma")))
        .extracting(Guidance.Help::id)
        .containsExactly("ma.near", "us.far");
    assertThat(packs.guidance().help("legal", Optional.of("ct")))
        .extracting(Guidance.Help::id)
        .containsExactly("us.far");
    assertThat(packs.guidance().help("food", Optional.of("ma"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "us.trial.summary=It helps | No message says (us.trial.summary)",
        "us.trial.how=Ask | No message says (us.trial.how)",
        "us.channel.desk=The desk | No message says (us.channel.desk)",
        "us.paper.letter=A letter | No message says (us.paper.letter)",
        "us.help.far.name=Far | No message says (us.help.far.name)"
      })
  void a_missing_sentence_is_told(String sentence, String told) {
    var refused = refused(WHOLE, SENTENCES.replace(sentence + "\n", ""));

    assertThat(refused.rendered()).contains(told);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "through: desk | through: dask | (us.dask), which no pack declares | Did you mean us.desk?",
        "[letter] | [leter] | (us.leter), which no pack declares | Did you mean us.letter?",
        "https://example.org/apply | javascript:alert | is no link | Write a whole web address",
        "1-800-555-0100 | call us | is no phone | Write digits and dashes",
        "topic: legal | topic: leagl | is no topic of help | legal",
        "cite: a list, | colour: red, cite: a list, | (colour) means nothing here | ''"
      })
  void a_mistake_is_named_with_a_remedy(String right, String wrong, String told, String remedy) {
    var refused = refused(WHOLE.replace(right, wrong), SENTENCES);

    assertThat(refused.rendered()).contains("us/trial.yaml:", told, remedy);
  }

  private static PackProblems refused(String file, String sentences) {
    var folder = SmallPack.folder(files(file, sentences));
    return catchThrowableOfType(PackProblems.class, () -> RulePacks.of(folder, List.of()));
  }

  private static Map<String, String> files(String file, String sentences) {
    var files = new HashMap<>(SmallPack.files(file));
    files.merge("us/messages/en.properties", sentences, String::concat);
    return files;
  }
}
