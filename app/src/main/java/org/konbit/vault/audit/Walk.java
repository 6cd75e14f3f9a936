package org.konbit.vault.audit;

import com.google.crypto.tink.util.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.audit.AuditCheck.Finding;

/**
 * One walk along one chain. After an entry that does not hold it goes on from the hash that stands
 * there, so that one altered entry is one finding and not the rest of the chain.
 */
final class Walk {
  private final UUID organisation;
  private final AuditKeys keys;
  private final Map<Long, String> signed;
  private final List<Finding> findings = new ArrayList<>();
  private long seq;
  private Bytes hash = EntryRows.Head.NONE.hash();
  private boolean isAfterAGap;
  private long count;

  /**
   * @param signed hashes that were signed outside the database, by number of entry
   */
  Walk(UUID organisation, AuditKeys keys, Map<Long, String> signed) {
    this.organisation = organisation;
    this.keys = keys;
    this.signed = signed;
  }

  void step(EntryRows.Row row) {
    count++;
    long next = row.entry().seq();
    if (next > seq + 1) {
      findings.add(new Finding.Removed(organisation, seq + 1, next - 1));
      isAfterAGap = true;
    }
    // The hash of what was removed is gone, so the first entry after a gap cannot be computed.
    if ((!isAfterAGap && !holds(row)) || isSignedOtherwise(row)) {
      findings.add(new Finding.Changed(organisation, next));
    }
    isAfterAGap = false;
    seq = next;
    hash = row.hash();
  }

  private boolean holds(EntryRows.Row row) {
    try {
      return Bytes.copyFrom(
              keys.hash(organisation, row.keyVersion(), hash.toByteArray(), row.entry()))
          .equals(row.hash());
    } catch (KeyRefused e) { // a version of the key that never was
      return false;
    }
  }

  private boolean isSignedOtherwise(EntryRows.Row row) {
    String expected = signed.get(row.entry().seq());
    return expected != null && !expected.equals(HexFormat.of().formatHex(row.hash().toByteArray()));
  }

  void end(Optional<EntryRows.Head> head) {
    long headSeq = head.map(EntryRows.Head::seq).orElse(0L);
    long signedSeq = signed.keySet().stream().max(Comparator.naturalOrder()).orElse(0L);
    long known = Math.max(headSeq, signedSeq);
    if (seq < known) {
      findings.add(new Finding.CutOff(organisation, seq, known));
    } else if (headSeq < seq) {
      findings.add(new Finding.Inserted(organisation, headSeq + 1));
    } else if (seq > 0 && !head.map(EntryRows.Head::hash).equals(Optional.of(hash))) {
      findings.add(new Finding.HeadChanged(organisation, seq));
    }
  }

  List<Finding> findings() {
    return findings;
  }

  long count() {
    return count;
  }
}
