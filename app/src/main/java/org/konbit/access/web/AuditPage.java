package org.konbit.access.web;

import java.util.List;
import org.konbit.language.Texts;
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

  /** The kind of record that a night's report is about, in words. */
  public String kind(Retention.Report report) {
    return inWords("kind-", report.kind(), t());
  }

  // Modules above bring kinds and reasons of their own; what has no words is shown as it is noted.
  static String inWords(String what, String noted, Texts t) {
    String key = "access.audit." + what + noted.replace(' ', '-');
    return t.has(key) ? t.localize(key) : noted;
  }

  @Override
  public String toString() { // it names people
    return "AuditPage";
  }
}
