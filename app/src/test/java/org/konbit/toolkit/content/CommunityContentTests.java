package org.konbit.toolkit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements, stories and jobs: what ends by itself, and what is refused. */
class CommunityContentTests {
  private static final String ANNOUNCEMENT =
      """
      brief: The clinic moves.
      from: 2026-11-20
      expiresOn: 2026-12-01
      """;
  private static final String STORY =
      """
      brief: I found a class.
      member: A neighbor
      consent: {by: Harbor House, on: 2026-11-01, scope: this site}
      """;
  private static final String JOB =
      """
      brief: You help people fill in forms.
      employer: Harbor House
      place: Lynn, MA
      pay: {from: 24.50, to: 31, per: hour}
      languages: [ht]
      closesOn: 2026-12-01
      applyUrl: https://harbor.example/jobs
      """;

  @ParameterizedTest
  @CsvSource({"2026-11-19, false", "2026-11-20, true", "2026-12-01, true", "2026-12-02, false"})
  void an_announcement_is_shown_from_its_first_day_to_its_last(LocalDate day, boolean isShown) {
    assertThat(read(Kind.ANNOUNCEMENT, ANNOUNCEMENT).isShown(day)).isEqualTo(isShown);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01, true", "2026-12-02, false"})
  void a_job_hides_once_it_is_closed(LocalDate day, boolean isShown) {
    assertThat(read(Kind.JOB, JOB).isShown(day)).isEqualTo(isShown);
  }

  @Test
  void a_story_is_shown_only_while_its_consent_holds() {
    var day = LocalDate.of(2026, 11, 30);
    var withdrawn = STORY.replace("scope: this site", "scope: this site, withdrawn: 2027-05-01");

    assertThat(read(Kind.SPOTLIGHT, STORY).isShown(day)).isTrue();
    assertThat(read(Kind.SPOTLIGHT, STORY).isShown(LocalDate.of(2026, 10, 31))).isFalse();
    assertThat(read(Kind.SPOTLIGHT, withdrawn).isShown(day)).isFalse();
  }

  @Test
  void nobody_is_shown_without_a_consent() {
    assertThatThrownBy(() -> read(Kind.SPOTLIGHT, STORY.replaceAll("consent.*", "")))
        .hasMessageContaining("without a (consent)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I have DACA.", "She asked for asylum.", "He was deported.", "no visa"})
  void a_story_that_tells_of_anybodys_status_is_refused(String told) {
    assertThatThrownBy(() -> read(Kind.SPOTLIGHT, STORY.replace("I found a class.", told)))
        .hasMessageContaining("says nothing of status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pay: {from: 24.50, to: 31, per: hour} | pay: '' | says what it pays",
        "from: 24.50 | from: a lot | no number of dollars",
        "to: 31 | to: 12 | no range of dollars",
        "applyUrl: https://harbor.example/jobs | x: y | where does somebody apply",
        "per: hour | per: moon | (moon)"
      })
  void a_job_that_hides_its_pay_or_its_door_is_refused(String from, String to, String problem) {
    assertThat(JOB).contains(from);
    assertThatThrownBy(() -> read(Kind.JOB, JOB.replace(from, to)))
        .isInstanceOf(ContentRefused.class)
        .hasMessageContaining(problem);
  }

  @Test
  void a_photo_is_small_of_a_known_kind_and_described() {
    var jpeg = "photo: {data: /9j/4AAQSkZJRgABAQ==, altText: A church hall}";

    assertThat(((Spotlight) read(Kind.SPOTLIGHT, STORY + jpeg)).photo().orElseThrow())
        .satisfies(photo -> assertThat(photo.mediaType()).isEqualTo("image/jpeg"));
    assertThatThrownBy(
            () -> read(Kind.SPOTLIGHT, STORY + jpeg.replace(", altText: A church hall", "")))
        .hasMessageContaining("altText");
    assertThatThrownBy(() -> read(Kind.SPOTLIGHT, STORY + jpeg.replace("/9j/", "PHN2")))
        .hasMessageContaining("neither JPEG nor WebP");
    assertThatThrownBy(
            () -> read(Kind.SPOTLIGHT, STORY + jpeg.replace("/9j/", "/9j/" + "AAAA".repeat(8_000))))
        .hasMessageContaining("larger than 20 KB");
  }

  private static Content read(Kind kind, String fields) {
    return ContentReader.read(
        kind,
        "harbor",
        """
        ---
        title: News of the harbor
        %s
        jurisdictions: [MA]
        audiences: [community]
        checkedOn: 2026-11-22
        sources:
          - {title: A letter, publisher: Harbor House, readOn: 2026-11-22, kind: notice, confidence: A}
        ---
        """
            .formatted(fields));
  }
}
