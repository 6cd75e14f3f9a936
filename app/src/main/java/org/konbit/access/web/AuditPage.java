package org.konbit.access.web;

import java.util.List;
import org.konbit.vault.Retention;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Who did what at an organisation, newest first; never the content.
 *
 * @param older the address of what came before; empty at the beginning
 * @param expiries what the nights destroyed because its time was over, newest first
 */
public record AuditPage(
    DeskFrame desk, List<Row> rows, String older, List<Retention.Report> expiries)
    implements DeskPage {
  /**
   * One entry, in words.
   *
   * @param records what kind of record, and how many
   */
  public record Row(String at, String who, String did, String records, String why) {}

  @Override
  public String toString() { // it names people
    return "AuditPage";
  }
}
