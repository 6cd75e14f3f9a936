package org.konbit.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.GivenEntries.Given;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.place.Gazetteer;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KonbitTest
class DirectorySearchTests {
  @Autowired private DirectorySearch search;
  @Autowired private GivenEntries entries;
  @Autowired private GivenStaff staff;
  @Autowired private Gazetteer gazetteer;
  @Autowired private Keeping keeping;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private UUID keeper;
  private Given english;
  private Given food;
  private Given legal;

  @BeforeEach
  void threePlacesToTurnTo() {
    keeper = staff.organisation("Harbor Clinic");
    english =
        entries
            .entry(keeper, "Lantern House")
            .offers("Evening course", Need.ENGLISH)
            .in("Natick, MA")
            .speaking("pt-BR", "en")
            .taking(Intake.State.OPEN)
            .listed();
    food =
        entries
            .entry(keeper, "Mosaic Pantry")
            .offers("Groceries on Fridays", Need.FOOD)
            .in("Worcester, MA")
            .listed();
    legal =
        entries
            .entry(keeper, "Compass Line")
            .offers("Advice by phone", Need.LEGAL)
            .by(Modality.PHONE)
            .listed();
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "english class",
    "clases de inglés",
    "aulas de inglês",
    "kou angle",
    "英语课程",
    "lớp tiếng Anh",
    "دروس إنجليزية",
    "inglish clas",
    "INGLES",
    "evenning cuorse",
    "Lantern"
  })
  void an_english_class_is_found_in_seven_languages_and_with_mistakes(String words) {
    assertThat(found(wish(words))).contains(english).doesNotContain(food);
  }

  @Test
  void what_is_listed_while_the_index_is_made_anew_is_found() throws Exception {
    var isListed = new AtomicBoolean();
    var made = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var making =
          threads.submit(() -> {
            while (!isListed.get()) {
              search.rebuild();
              made.countDown();
            }
          });
      made.await();
      for (int i = 0; i < 30; i++) {
        entries.entry(keeper, "Cobblestone House").offers("Quilting", Need.ENGLISH).listed();
      }
      isListed.set(true);
      making.get();
    }

    assertThat(search.find(wish("cobblestone quilting"), 0, 50).hits()).hasSize(30);
  }

  @Test
  void what_matches_no_word_is_not_found() {
    assertThat(search.find(wish("zzyzxqq wvvwkk"), 0, 20).total()).isZero();
  }

  @Test
  void of_more_than_are_counted_is_said_that_there_are_more() {
    var all = search.find(wish(""), 0, 20);
    var few = search.first(wish(""), 1);

    assertThat(all.isMore()).isFalse();
    assertThat(all.total()).isGreaterThan(1);
    assertThat(few.isMore()).isTrue();
    assertThat(few.total()).isEqualTo(1);
  }

  @Test
  void where_nothing_has_all_words_those_with_some_are_shown_and_that_is_said() {
    var all = search.find(wish("Mosaic zzyzxqq"), 0, 20);

    assertThat(all.isLoose()).isTrue();
    assertThat(all.hits()).extracting(Found.Hit::entry).contains(food.entry());
  }

  @Test
  void the_nearest_comes_first_and_what_is_reached_by_phone_last() {
    var near = found(near("Framingham, MA", OptionalDouble.empty()));

    assertThat(near).containsSubsequence(english, food, legal);
  }

  @Test
  void what_is_too_far_is_left_out_but_the_phone_reaches_everywhere() {
    assertThat(found(near("Framingham, MA", OptionalDouble.of(5))))
        .contains(english, legal)
        .doesNotContain(food);
  }

  @Test
  void a_language_is_understood_whatever_country_it_names() {
    assertThat(found(in(Optional.of("pt"), false))).contains(english).doesNotContain(food, legal);
  }

  @Test
  void accepting_new_people_lasts_two_weeks_after_it_was_said() {
    assertThat(found(in(Optional.empty(), true))).contains(english).doesNotContain(food);

    clock.pass(Duration.ofDays(15));

    assertThat(found(in(Optional.empty(), true))).doesNotContain(english);
    assertThat(found(in(Optional.empty(), false))).contains(english);
  }

  @Test
  void what_nobody_confirmed_for_a_year_is_hidden_and_shows_again_once_confirmed() {
    clock.pass(Duration.ofDays(367));
    assertThat(found(wish("Mosaic"))).isEmpty();

    acting(() -> keeping.confirm(food.entry()));

    assertThat(found(wish("Mosaic"))).containsExactly(food);
  }

  @Test
  void what_its_keeper_withdraws_is_gone_at_once() {
    assertThat(found(wish("Compass"))).contains(legal);

    acting(() -> keeping.withdraw(legal.entry()));

    assertThat(found(wish("Compass"))).doesNotContain(legal);
  }

  @Test
  void what_another_node_changed_is_found_within_half_a_minute() {
    assertThat(found(wish("Sextant"))).isEmpty();
    acting(() ->
        transaction.executeWithoutResult(_ ->
            jdbc.sql(
                    """
                    UPDATE directory_entry
                       SET name = 'Sextant Pantry', changed_at = :now
                     WHERE id = :id
                    """)
                .param("now", clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("id", food.entry())
                .update()));

    clock.pass(Duration.ofSeconds(31));

    assertThat(found(wish("Sextant"))).contains(food);
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    var first = search.find(wish(""), 0, 2);
    var second = search.find(wish(""), 1, 2);
    var both = search.find(wish(""), 0, 4);

    assertThat(List.of(first.hits(), second.hits()).stream().flatMap(List::stream).toList())
        .isEqualTo(both.hits());
    assertThat(search.find(wish(""), 400, 20).hits()).isEmpty();
  }

  private List<Given> found(Wish wish) {
    var ours = Set.of(english, food, legal);
    return search.find(wish, 0, 500).hits().stream()
        .map(hit -> new Given(hit.entry(), hit.service().orElse(hit.entry())))
        .filter(ours::contains)
        .toList();
  }

  private static Wish wish(String words) {
    return Wish.anything().withWords(words);
  }

  private static Wish in(Optional<String> language, boolean isForNewPeople) {
    return new Wish(
        "", Optional.empty(), Optional.empty(), OptionalDouble.empty(), language, isForNewPeople);
  }

  private Wish near(String town, OptionalDouble miles) {
    var place = ((Gazetteer.Answer.Found) gazetteer.find(town)).place();
    return new Wish("", Optional.empty(), Optional.of(place), miles, Optional.empty(), false);
  }

  private void acting(Runnable work) {
    new Acting.SystemActor(keeper, "test", "test").run(work);
  }
}
