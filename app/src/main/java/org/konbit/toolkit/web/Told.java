package org.konbit.toolkit.web;

import java.util.List;

/**
 * An action as lists tell it.
 *
 * @param day the date of its last event, as {@code datetime} takes it
 * @param date the same in the reader's words
 * @param standing where it stands, and since when
 * @param tone how it stands, as a class of the stylesheet
 * @param places where it holds
 */
public record Told(
    String address,
    String title,
    String day,
    String date,
    String standing,
    String tone,
    List<String> places,
    String summary) {
  public Told {
    places = List.copyOf(places);
  }
}
