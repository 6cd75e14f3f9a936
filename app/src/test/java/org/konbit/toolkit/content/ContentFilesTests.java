package org.konbit.toolkit.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every content file that ships with Konbit. */
class ContentFilesTests {
  private static final Path FILES = Path.of("src/main/resources/content");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(aliens?|illegals?|illegal (immigrants?|aliens?|persons?|people))\\b",
          Pattern.CASE_INSENSITIVE);
  // Since September 18, 2026 nobody can promise this.
  private static final Pattern PROMISED =
      Pattern.compile(
          "(will|does|do) (not|never) (affect|hurt|change) your (immigration )?(case|status)",
          Pattern.CASE_INSENSITIVE);

  /** A file and what was read from it. */
  record Filed(String reference, String text, Content content) {
    @Override
    public String toString() {
      return reference;
    }
  }

  static List<Filed> files() throws IOException {
    var files = new ArrayList<Filed>();
    for (var kind : Kind.values()) {
      if (!Files.exists(FILES.resolve(kind.word()))) {
        continue; // nothing of a kind ships that nobody has told us of: stories and jobs
      }
      try (Stream<Path> found = Files.list(FILES.resolve(kind.word()))) {
        for (Path file : found.sorted().toList()) {
          var name = file.getFileName().toString().replaceFirst("\\.md$", "");
          var text = Files.readString(file);
          files.add(
              new Filed(kind.word() + "/" + name, text, ContentReader.read(kind, name, text)));
        }
      }
    }
    return files;
  }

  @Test
  void there_is_content_of_every_kind() throws IOException {
    var kinds =
        files().stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.content().heading().kind(), Collectors.counting()));

    assertThat(kinds)
        .containsOnlyKeys(
            EnumSet.complementOf(EnumSet.of(Kind.SPOTLIGHT, Kind.JOB)).toArray(Kind[]::new));
    assertThat(kinds.get(Kind.RIGHT)).isGreaterThanOrEqualTo(20);
    assertThat(kinds.get(Kind.GUIDE)).isGreaterThanOrEqualTo(14);
    assertThat(kinds.get(Kind.ACTION)).isGreaterThanOrEqualTo(52);
    assertThat(kinds.get(Kind.BILL)).isGreaterThanOrEqualTo(15);
  }

  @Test
  void every_item_of_the_agenda_is_there_by_its_tier_and_so_is_each_guide_for_its_readers()
      throws IOException {
    var files = files();
    var tiers =
        files.stream()
            .map(Filed::content)
            .filter(Bill.class::isInstance)
            .map(Bill.class::cast)
            .collect(Collectors.groupingBy(bill -> bill.tier().orElse(0), Collectors.counting()));
    var guides = files.stream().filter(file -> file.content() instanceof Guide).toList();
    Predicate<Filed> isForFamilies =
        file -> file.content().heading().audiences().contains(Audience.COMMUNITY);

    assertThat(tiers).containsEntry(1, 3L).containsEntry(2, 5L).containsEntry(3, 4L);
    assertThat(tiers.get(0)).isGreaterThanOrEqualTo(12);
    assertThat(guides.stream().filter(isForFamilies)).hasSizeGreaterThanOrEqualTo(9);
    assertThat(guides.stream().filter(isForFamilies.negate())).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void what_is_not_settled_is_looked_at_within_two_weeks(Filed file) {
    if (file.content() instanceof GovernmentAction action) {
      var unsettled =
          EnumSet.of(
              GovernmentAction.Status.PROPOSED,
              GovernmentAction.Status.PAUSED,
              GovernmentAction.Status.PARTLY_PAUSED);
      var heading = action.heading();
      int most = unsettled.contains(action.standing(heading.checkedOn()).status()) ? 14 : 30;

      assertThat(heading.reviewBy()).isBeforeOrEqualTo(heading.checkedOn().plusDays(most));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void whoever_reads_a_right_or_a_guide_learns_where_help_is(Filed file) {
    if (file.content() instanceof Right || file.content() instanceof Guide) {
      assertThat(file.content().heading().needs()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void those_it_is_written_for_can_read_it(Filed file) {
    var asked =
        file.content().heading().audiences().stream()
            .mapToDouble(Audience::hardest)
            .min()
            .orElseThrow();

    assertThat(ReadingGrade.of(file.content().texts())).isLessThanOrEqualTo(asked);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void no_word_wounds_and_nothing_is_promised_that_nobody_can_keep(Filed file) {
    assertThat(file.text()).doesNotContainPattern(FORBIDDEN).doesNotContainPattern(PROMISED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void every_reference_leads_somewhere(Filed file) throws IOException {
    var known = files().stream().map(Filed::reference).collect(Collectors.toSet());
    var named = new ArrayList<>(file.content().heading().related());
    named.addAll(Markdown.references(file.text()));
    if (file.content() instanceof GovernmentAction action) {
      named.addAll(action.supersedes());
      action.supersededBy().ifPresent(named::add);
    }
    if (file.content() instanceof Campaign campaign) {
      named.addAll(campaign.bills());
    }

    assertThat(known).containsAll(named);
    assertThat(named).doesNotContain(file.reference());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void its_dates_are_in_order(Filed file) {
    var heading = file.content().heading();

    assertThat(heading.reviewBy()).isAfter(heading.checkedOn());
    assertThat(heading.sources())
        .isNotEmpty()
        .allSatisfy(source -> {
          assertThat(source.readOn()).isBetween(LocalDate.of(2026, 1, 1), heading.checkedOn());
          source
              .publishedOn()
              .ifPresent(when -> assertThat(when.first()).isBeforeOrEqualTo(source.readOn()));
        });
    if (file.content() instanceof GovernmentAction action) {
      action
          .publishedOn()
          .ifPresent(published ->
              action
                  .effectiveOn()
                  .ifPresent(from -> assertThat(published.first()).isBeforeOrEqualTo(from.last())));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void the_page_begins_with_an_answer_that_fits_a_small_screen(Filed file) {
    assertThat(file.content().title().length()).isBetween(5, 80);
    assertThat(file.content().summary().length()).isBetween(20, 240);
  }

  @Test
  void what_replaces_an_action_says_so_too() throws IOException {
    var files = files().stream().collect(Collectors.toMap(Filed::reference, Filed::content));
    var replaced =
        files.values().stream()
            .filter(GovernmentAction.class::isInstance)
            .map(GovernmentAction.class::cast)
            .filter(action ->
                action.standing(LocalDate.of(2026, 11, 29)).status()
                    == GovernmentAction.Status.SUPERSEDED)
            .toList();

    assertThat(replaced).isNotEmpty().allMatch(action -> action.supersededBy().isPresent());
  }

  @Test
  void every_group_of_the_vocabulary_finds_something() throws IOException {
    var touched =
        files().stream()
            .flatMap(file -> file.content().heading().groups().stream())
            .collect(Collectors.toSet());

    assertThat(touched).containsExactlyInAnyOrder(Group.values());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "emergency-care, 42 USC 1395dd, bill",
    "interpreter-in-the-emergency-room, '§ 25J', emergenc",
    "no-family-interpreters, 105 CMR 130.1104, Massachusetts",
    "interpreter-in-mental-health-care, '§ 23A', Massachusetts",
    "language-help-in-health-care, 45 CFR part 92, federal",
    "no-status-to-see-a-doctor, 42 CFR 435.907(e), coverage",
    "private-areas-of-a-hospital, Fourth Amendment, judge",
    "health-information, 45 CFR 164.512, judge",
    "stay-silent, Fifth Amendment, touch",
    "no-federal-safe-places, 'Memo of the Department of Homeland Security', court",
    "connecticut-protected-places, Public Act 26-14, sued",
    "massachusetts-state-buildings, 'January 29, 2026', hospital"
  })
  void each_right_of_a_patient_names_its_law_its_sources_and_where_it_ends(
      String id, String law, String limit) throws IOException {
    var right =
        files().stream()
            .map(Filed::content)
            .filter(Right.class::isInstance)
            .map(Right.class::cast)
            .filter(each -> each.heading().id().equals(id))
            .findFirst()
            .orElseThrow();

    assertThat(right.lawRefs()).anyMatch(each -> each.contains(law));
    assertThat(right.heading().sources()).anyMatch(each -> each.kind() != Source.Kind.NEWS);
    assertThat(right.ifDenied()).isNotEmpty();
    assertThat(String.join(" ", right.limits())).containsIgnoringCase(limit);
  }
}
