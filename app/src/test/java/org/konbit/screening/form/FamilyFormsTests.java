package org.konbit.screening.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.testing.Households;
import org.konbit.screening.Laws;
import org.konbit.screening.form.FamilyForm.Pair;
import org.konbit.screening.form.FamilyForms.Changed;

class FamilyFormsTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final FamilyForms forms = new FamilyForms(Laws.shipped());

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void a_form_written_and_read_says_the_same_and_no_more(long seed) {
    var random = new Random(seed);
    var said =
        Households.forgettingSome(
            Households.complete(random, Laws.shipped().packs().vocabulary()), random);
    var form =
        accepted(
            forms.change(
                forms.begin(TODAY, "state"),
                said,
                new TreeSet<>(List.of("members.p1.assets")),
                new TreeSet<>()));

    var read = forms.read(forms.write(form), said.asOf()).orElseThrow();

    assertThat(Households.told(read.said())).isEqualTo(Households.told(said));
    assertThat(Households.told(read.household())).isEqualTo(Households.told(form.household()));
    assertThat(read.declined()).isEqualTo(form.declined());
    assertThat(read.at()).isEqualTo("state");
  }

  @Test
  void what_follows_from_an_answer_is_known_and_yet_not_said() {
    var form = forms.begin(TODAY, "state");
    var said = form.said().with(Vocabulary.EXPECTED_BABIES, 0, 2);

    var changed = accepted(forms.change(form, said, form.declined(), form.open()));
    var read = forms.read(forms.write(changed), TODAY).orElseThrow();

    assertThat(read.household().value(Vocabulary.PREGNANT, 0)).isEqualTo(Values.TRUE);
    assertThat(read.said().isKnown(Vocabulary.PREGNANT, 0)).isFalse();
  }

  @Test
  void answers_that_contradict_each_other_are_not_taken() {
    var form = forms.begin(TODAY, "state");
    var said = form.said().with(Vocabulary.EXPECTED_BABIES, 0, 2).with(Vocabulary.PREGNANT, 0, 0);

    assertThat(forms.change(form, said, form.declined(), form.open()))
        .isInstanceOf(Changed.Contradicted.class);
  }

  @Test
  void while_one_pair_is_open_nothing_is_known_of_any() {
    var two = Household.of(forms.begin(TODAY, "").said().vocabulary(), TODAY, List.of("p1", "p2"));
    var open = new TreeSet<>(List.of(new Pair("p1", "p2")));

    var form =
        accepted(
            forms.change(
                forms.begin(TODAY, ""), two.withRelationships(List.of()), new TreeSet<>(), open));

    assertThat(form.household().isKnown(Vocabulary.RELATIONSHIPS_KNOWN, 0)).isFalse();
    assertThat(form.said().isKnown(Vocabulary.RELATIONSHIPS_KNOWN, 0)).isTrue();
    assertThat(forms.read(forms.write(form), TODAY).orElseThrow().open()).isEqualTo(open);
  }

  @Test
  void what_is_neither_known_nor_declined_was_not_asked() {
    var form = forms.begin(TODAY, "");
    var said = form.said().with(Vocabulary.AGE, 0, 40);

    var changed =
        accepted(
            forms.change(form, said, new TreeSet<>(List.of("members.p1.tax.taxId")), form.open()));
    var unasked = changed.unasked().stream().map(one -> one.path(said)).toList();

    assertThat(unasked)
        .contains("members.p1.assets", "state")
        .doesNotContain(
            "members.p1.age",
            "members.p1.birthDate",
            "members.p1.tax.taxId",
            "members.p1.incarcerated",
            "relationships");
  }

  @Test
  void a_form_that_the_rules_no_longer_take_is_not_read() {
    assertThat(
            forms.read(
                "{\"version\":1,\"family\":{\"members\":[{\"id\":\"p1\",\"shoe\":1}]}}", TODAY))
        .isEmpty();
    assertThat(forms.read("[]", TODAY)).isEmpty();
    assertThat(forms.read("", TODAY)).isEmpty();
  }

  private static FamilyForm accepted(Changed changed) {
    return ((Changed.Accepted) changed).form();
  }
}
