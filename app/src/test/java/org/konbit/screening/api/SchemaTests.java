package org.konbit.screening.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.HouseholdWriter;
import org.konbit.rules.household.Reading;
import org.konbit.rules.json.AnswerJson;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.testing.Households;
import org.konbit.screening.Law;
import org.konbit.screening.Laws;
import tools.jackson.databind.json.JsonMapper;

/** What is published about the documents holds of every document. */
class SchemaTests {
  private static final Law LAW = Laws.shipped();
  private static final String HOUSEHOLD =
      JsonMapper.builder().build().writeValueAsString(new HouseholdSchema(LAW).document());
  private static final String SCREENING = resource("/api/screening.schema.json");

  private static String resource(String name) {
    try (var in = SchemaTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void every_family_and_its_answer_keep_to_their_schemas(long seed) {
    var random = new Random(seed);
    var whole = Households.complete(random, LAW.packs().vocabulary());

    for (Household family : List.of(whole, Households.forgettingSome(whole, random))) {
      var document = new HouseholdWriter(family.vocabulary()).json(family);
      var answer = new AnswerJson(LAW.packs()).of(LAW.screener().screen(family));

      assertThat(Api.breaches(HOUSEHOLD, document)).as(document).isEmpty();
      assertThat(Api.breaches(SCREENING, new String(answer, StandardCharsets.UTF_8)))
          .as(document)
          .isEmpty();
    }
  }

  @Test
  void an_answer_without_its_parts_keeps_to_the_schema_too() {
    var family = Households.complete(new Random(7), LAW.packs().vocabulary());
    var bare = LAW.screener().screen(family, EnumSet.noneOf(Aspect.class), Set.of());

    var answer = new String(new AnswerJson(LAW.packs()).of(bare), StandardCharsets.UTF_8);

    assertThat(Api.breaches(SCREENING, answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'pregnant':null",
        "'pregnant':'none'",
        "'pregnant':[]",
        "'expectedBabies':false",
        "'pregnancyEndedOn':'none'",
        "'tax':'none'",
        "'insurance':[]",
        "'insurance':{'enrolled':[{'program':'other'}]}",
        "'income':[{'kind':'wages'}]",
        "'income':[{'kind':'rent','amount':-12.5,'per':'year'}]",
        "'immigration':{'workPermit':'(c)(8)','nationality':'ht','formerly':[]}",
        "'conditions':['hiv']",
        "'assets':1500.05"
      })
  void whatever_the_engine_reads_the_schema_takes(String field) {
    var document = family(field);

    assertThat(isRead(document)).as(document).isTrue();
    assertThat(Api.breaches(HOUSEHOLD, document)).as(document).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'pregnent':true",
        "'pregnant':'yes'",
        "'age':131",
        "'age':'35'",
        "'birthDate':'3 May 1990'",
        "'immigration':{'status':'illegal'}",
        "'immigration':'none'",
        "'immigration':{'visa':true}",
        "'income':[{'kind':'tips','amount':1,'per':'month'}]",
        "'income':[{'kind':'wages','amount':'1','per':'month'}]",
        "'insurance':{'enrolled':[{'program':'ma.no_such'}]}",
        "'tax':{'taxId':'123-45-6789'}",
        "'name':'Ana'"
      })
  void what_the_schema_refuses_the_engine_refuses(String field) {
    var document = family(field);

    assertThat(Api.breaches(HOUSEHOLD, document)).as(document).isNotEmpty();
    assertThat(isRead(document)).as(document).isFalse();
  }

  private static String family(String field) {
    return "{'state':'MA','members':[{'id':'p1',%s}]}".formatted(field).replace('\'', '"');
  }

  private static boolean isRead(String document) {
    var programs = LAW.packs().programs().stream().map(program -> program.id()).toList();
    return new HouseholdReader(LAW.packs().vocabulary(), programs)
            .read("document", document, java.time.LocalDate.of(2026, 6, 15))
        instanceof Reading.Accepted;
  }
}
