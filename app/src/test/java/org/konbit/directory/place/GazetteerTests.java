package org.konbit.directory.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.directory.place.Gazetteer.Answer;

class GazetteerTests {
  private final Gazetteer gazetteer = new Gazetteer();

  @Test
  void every_town_and_zip_code_lies_in_the_two_states() {
    assertThat(gazetteer.towns()).hasSizeGreaterThan(700);
    assertThat(gazetteer.towns())
        .allSatisfy(town -> {
          assertThat(town.state()).isIn("MA", "CT");
          assertThat(town.point().latitude()).isBetween(40.9, 42.95);
          assertThat(town.point().longitude()).isBetween(-73.8, -69.8);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "Framingham, 'Framingham, MA'",
    "framingham, 'Framingham, MA'",
    "' FRAMINGHAM ', 'Framingham, MA'",
    "'framingham, ma', 'Framingham, MA'",
    "'Framingham Massachusetts', 'Framingham, MA'",
    "01702, 'Framingham, MA 01702'",
    "01702-1234, 'Framingham, MA 01702'",
    "'Framingham, MA 01702', 'Framingham, MA 01702'",
    "'new haven ct', 'New Haven, CT'",
    "'New Haven, Connecticut', 'New Haven, CT'",
    "Yarmouth, 'Yarmouth, MA'",
    "Mansfield CT, 'Mansfield, CT'",
    "Manchester by the Sea, 'Manchester-by-the-Sea, MA'",
    "Bóston, 'Boston, MA'"
  })
  void a_place_is_known_however_it_is_written(String typed, String label) {
    assertThat(gazetteer.find(typed))
        .isInstanceOfSatisfying(
            Answer.Found.class, found -> assertThat(found.place().label()).isEqualTo(label));
  }

  @ParameterizedTest
  @CsvSource({
    "Framingam, 'Framingham, MA'",
    "Worcestor, 'Worcester, MA'",
    "Brigdeport, 'Bridgeport, CT'",
    "Salem, 'Salem, MA'",
    "Salem, 'Salem, CT'"
  })
  void a_mistyped_or_doubled_name_is_asked_back(String typed, String one) {
    assertThat(gazetteer.find(typed))
        .isInstanceOfSatisfying(
            Answer.Which.class,
            which -> assertThat(which.places().stream().map(Place::label).toList()).contains(one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Atlantis", "90210", "00000", "x", "ma", "'; DROP TABLE", "波士顿", "🙂"})
  void what_is_nowhere_here_is_unknown(String typed) {
    assertThat(gazetteer.find(typed)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void distances_are_those_of_a_map() {
    var boston = place("02108");
    var worcester = place("01608");
    var hartford = place("06103");

    assertThat(boston.milesTo(worcester)).isCloseTo(38.6, within(1.0));
    assertThat(boston.milesTo(hartford)).isCloseTo(93, within(1.5));
    assertThat(worcester.milesTo(boston)).isCloseTo(boston.milesTo(worcester), within(0.001));
    assertThat(boston.milesTo(boston)).isZero();
  }

  @Test
  void letters_are_counted_as_they_are_mistyped() {
    assertThat(
            List.of(
                Gazetteer.distance("lynn", "lynn"),
                Gazetteer.distance("lyn", "lynn"),
                Gazetteer.distance("lnyn", "lynn"),
                Gazetteer.distance("lima", "lynn")))
        .containsExactly(0, 1, 1, 3);
  }

  private Point place(String zip) {
    return gazetteer.zip(zip).orElseThrow().point();
  }
}
