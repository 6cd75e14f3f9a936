package org.konbit.directory.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.konbit.directory.place.Place;
import org.konbit.directory.place.Point;
import org.konbit.language.Spellings;

/** A wish as the index understands it. */
final class WishQuery {
  private static final int MOST_WORDS = 8;
  private static final Map<String, Float> WEIGHTS =
      Map.of(Indexed.NAME, 6f, Indexed.NEED_WORDS, 4f, Indexed.TEXT, 1f);

  private final Spellings spellings;

  WishQuery(IndexReader reader) {
    this.spellings = new Spellings(reader);
  }

  /**
   * @param isLoose whether any one of the words will do
   */
  Query of(Wish wish, LocalDate today, boolean isLoose) {
    var all = new BooleanQuery.Builder();
    var words = Words.telling(wish.words());
    all.add(words.isEmpty() ? MatchAllDocsQuery.INSTANCE : words(words, isLoose), Occur.MUST);
    all.add(from(Indexed.SHOWN_UNTIL, today), Occur.FILTER);
    wish.need().ifPresent(need -> all.add(term(Indexed.NEED, need.key()), Occur.FILTER));
    wish.language()
        .ifPresent(tag -> all.add(term(Indexed.LANGUAGE, Indexed.baseTag(tag)), Occur.FILTER));
    if (wish.isForNewPeople()) {
      all.add(from(Indexed.OPEN_UNTIL, today), Occur.FILTER);
    }
    wish.near().ifPresent(place -> all.add(reach(wish, place), Occur.FILTER));
    return all.build();
  }

  private Query words(List<String> words, boolean isLoose) {
    var any = new BooleanQuery.Builder();
    var looked = words.subList(0, Math.min(words.size(), MOST_WORDS));
    looked.forEach(word -> any.add(word(word), Occur.SHOULD));
    any.setMinimumNumberShouldMatch(isLoose || looked.size() < 2 ? 1 : (looked.size() + 2) / 2);
    return any.build();
  }

  /** In the name, among the words for a need, or in what is said of it; nearly so will do. */
  private Query word(String word) {
    var fields = List.copyOf(WEIGHTS.keySet());
    boolean isKnown = spellings.stands(fields, word);
    var others = isKnown ? spellings.bent(fields, word) : spellings.near(fields, word);
    var any = new BooleanQuery.Builder();
    WEIGHTS.forEach((field, weight) -> {
      any.add(new BoostQuery(term(field, word), weight), Occur.SHOULD);
      if (!others.isEmpty()) {
        any.add(new BoostQuery(Spellings.either(field, others), weight / 4), Occur.SHOULD);
      }
    });
    return any.build();
  }

  /** Near enough, or reached by phone or online from that state. */
  private static Query reach(Wish wish, Place from) {
    var either = new BooleanQuery.Builder();
    var point = from.point();
    if (wish.miles().isPresent()) {
      either.add(
          LatLonPoint.newDistanceQuery(
              Indexed.POINT,
              point.latitude(),
              point.longitude(),
              Point.metres(wish.miles().getAsDouble())),
          Occur.SHOULD);
      var afar = new BooleanQuery.Builder();
      afar.add(term(Indexed.AFAR, "yes"), Occur.MUST);
      afar.add(servesStateOf(from), Occur.MUST);
      either.add(afar.build(), Occur.SHOULD);
    } else {
      either.add(new FieldExistsQuery(Indexed.POINT), Occur.SHOULD);
      either.add(servesStateOf(from), Occur.SHOULD);
    }
    return either.build();
  }

  /** That state, or none in particular. */
  private static Query servesStateOf(Place from) {
    var either = new BooleanQuery.Builder();
    either.add(term(Indexed.STATE, from.state()), Occur.SHOULD);
    var elsewhere = new BooleanQuery.Builder();
    elsewhere.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    elsewhere.add(term(Indexed.STATE, "MA"), Occur.MUST_NOT);
    elsewhere.add(term(Indexed.STATE, "CT"), Occur.MUST_NOT);
    either.add(elsewhere.build(), Occur.SHOULD);
    return either.build();
  }

  private static Query from(String field, LocalDate day) {
    return LongPoint.newRangeQuery(field, day.toEpochDay(), Long.MAX_VALUE);
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
