package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.clients.FreeText.Found;

class FreeTextTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A123456789",
        "her number is a 123-456-789, she says",
        "A\u200b12345678",
        "IOE0912345678",
        "EAC 21 123 45678",
        "078-05-1120",
        "٠٧٨-٠٥-١١٢٠",
        "078051120",
        "９12-70-1234"
      })
  void numbers_that_governments_give_are_found(String text) {
    assertThat(FreeText.unkept(text)).hasValue(Found.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She is undocumented",
        "Filed the I-589 in May",
        "has a hearing at EOIR 33",
        "perdió su green-card",
        "Está sin  papeles",
        "INDOCUMENTADA",
        "pediu ASILO",
        "li gen azil",
        "depòte",
        "chị ấy xin tị nạn",
        "trục xuất",
        "她没有绿卡",
        "طلب اللجوء",
        "TPS holder",
        "fue depor\u00adtado",
        "sin\npapeles"
      })
  void words_that_tell_a_status_are_found(String text) {
    assertThat(FreeText.unkept(text)).hasValue(Found.STATUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Call 617-555-0142 after six; say it is the library.",
        "llamar a 617-555-0142",
        "tel 6175550142",
        "Rent of $1,850 is two months behind.",
        "Paid with a Visa card at 12:30",
        "Lives at 123 Main Street, 01702",
        "Wants to learn English; three children, ages 4, 7 and 11.",
        "A 45 minute ride",
        "https visit on 2026-11-29",
        "Necesita abrigos para los niños",
        "需要冬衣"
      })
  void what_a_service_needs_is_left_alone(String text) {
    assertThat(FreeText.unkept(text)).isEmpty();
  }
}
