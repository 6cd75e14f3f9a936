package org.konbit.clients.desk;

import java.util.List;
import java.util.Map;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Somebody to be added or changed.
 *
 * @param client the person's id if they are here already; empty for a new one
 * @param housemate the name of somebody whose home they will live in; empty for none
 * @param texts what stands in the plain fields, by name
 * @param hasMore whether something stands in the fields that are folded away
 * @param alike who may be the same person
 * @param problems message keys by field
 */
public record ClientFormPage(
    DeskFrame desk,
    String client,
    String housemate,
    Map<String, String> texts,
    ClientsPage.Birth birth,
    List<Box> ways,
    List<Box> languages,
    List<Box> interpreters,
    List<Box> roles,
    boolean hasMore,
    List<Alike> alike,
    Map<String, String> problems)
    implements DeskPage {
  /**
   * Somebody who may be the same person.
   *
   * @param in in what they are alike, in words
   */
  public record Alike(String id, String name, String born, String in) {}

  /** A plain field's text. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** The message key of what is wrong with a field; empty if nothing. */
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  @Override
  public String toString() { // it names a person
    return "ClientFormPage";
  }
}
