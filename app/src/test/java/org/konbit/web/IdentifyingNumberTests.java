package org.konbit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers here are made up; phones are of the range kept free for stories. */
class IdentifyingNumberTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A000-000-000",
        "my number is a000000000",
        "A# 000 000 000",
        "000-00-0000",
        "000 00 0000",
        "call 617-555-0123",
        "(617) 555-0123",
        "+1 617 555 0123",
        "6175550123",
        "617\u2013555\u20130123",
        "٦١٧-٥٥٥-٠١٢٣",
        "６１７ ５５５ ０１２３",
        "IOE0000000000",
        "somebody@example.org"
      })
  void what_tells_who_somebody_is_is_noticed(String typed) {
    assertThat(IdentifyingNumber.isIn(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "food pantry evening",
        "H.R. 1 of 2025",
        "form I-485",
        "06105",
        "8 U.S.C. 1611",
        "2026-10-01",
        "October 1, 2026",
        "H.1954 S.1127",
        "91 FR 45324",
        "42 CFR 435.550",
        "hospital bill of $12,000",
        "call 211 or 911",
        "医院 2026",
        "18 9 2026"
      })
  void what_people_look_for_is_not_mistaken_for_it(String typed) {
    assertThat(IdentifyingNumber.isIn(typed)).isFalse();
  }
}
