package org.konbit.access.web;

import java.util.List;
import org.konbit.access.Organisations.Organisation;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/** The partners, and the form that admits one more. */
public record OrganisationsPage(
    DeskFrame desk, List<Row> organisations, String name, Problems problems) implements DeskPage {
  /**
   * A partner.
   *
   * @param needsAdministrator whether nobody administers its people yet
   */
  public record Row(Organisation organisation, boolean needsAdministrator) {}
}
