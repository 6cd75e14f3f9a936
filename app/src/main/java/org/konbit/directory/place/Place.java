package org.konbit.directory.place;

/**
 * A town or the area of a ZIP code.
 *
 * @param name the town's
 * @param state such as {@code MA}
 * @param zip the ZIP code, where that is what was asked for; else empty
 * @param county the town's; empty where a town lies in several
 */
public record Place(String name, String state, String zip, String county, Point point) {
  /** As a reader writes it: {@code Framingham, MA} or {@code Framingham, MA 01702}. */
  public String label() {
    return name + ", " + state + (zip.isEmpty() ? "" : " " + zip);
  }
}
