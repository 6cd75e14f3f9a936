package org.konbit.directory.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.database.Acting;
import org.konbit.directory.entry.Arrivals;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.exchange.Scratch;
import org.konbit.directory.exchange.Standard;
import org.konbit.directory.incoming.Gathered.Arriving;
import org.konbit.directory.place.Gazetteer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings files of the standard into the directory, for the organisation that acts. All of a file is
 * taken in one transaction: killed on the way, nothing of it is there; brought in twice, the second
 * time changes nothing. What is not in a file stays as it is.
 */
@Service
public class Imports {
  private static final int MOST_REFUSALS = 1_000;
  private static final int DEEPEST = 60;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_NAME = 200;

  private final Arrivals arrivals;
  private final Refused refused;
  private final Gazetteer gazetteer;
  private final Scratch scratch;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // An object is followed by the next one of its list.
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  Imports(
      Arrivals arrivals,
      Refused refused,
      Gazetteer gazetteer,
      Scratch scratch,
      TransactionOperations transactions,
      Clock clock) {
    this.arrivals = arrivals;
    this.refused = refused;
    this.gazetteer = gazetteer;
    this.scratch = scratch;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is told, and how much more there was. */
  private static final class Refusals {
    private final List<Refusal> told = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int count;

    void add(Refusal refusal) {
      count++;
      if (!refusal.objectId().isEmpty()) {
        ids.add(refusal.objectId());
      }
      if (told.size() < MOST_REFUSALS) {
        told.add(refusal);
      }
    }
  }

  /**
   * Takes a file.
   *
   * @param name as its owner calls it
   * @return the import's id
   * @throws Unreadable if nothing of it can be read; then nothing was changed
   */
  public UUID take(Path file, String name) throws IOException {
    if (!Keeping.isAllowed() && Acting.now() instanceof Acting.Member) {
      throw new NotHere();
    }
    try (var spill = new Spill(json, scratch.folder())) {
      var shared = new Shared();
      read(file, spill, shared);
      shared.breakCycles();
      var id = UUID.randomUUID();
      var changed = transactions.execute(_ -> take(id, called(name), spill, shared));
      arrivals.tell(changed);
      return id;
    }
  }

  private void read(Path file, Spill spill, Shared shared) throws IOException {
    byte[] first;
    try (InputStream in = Files.newInputStream(file)) {
      first = in.readNBytes(2);
    }
    if (first.length == 0) {
      throw new Unreadable(Unreadable.Reason.EMPTY);
    }
    if (first.length == 2 && first[0] == 'P' && first[1] == 'K') {
      new TableFile(json, spill, shared).read(file);
    } else {
      new JsonFile(json, spill).read(file);
    }
  }

  private Set<UUID> take(UUID id, String name, Spill spill, Shared shared) {
    var refusals = new Refusals();
    var waiting = refused.waitingIds();
    var seen = new HashSet<String>(); // of those that wait alone: a file has a million others
    var checks =
        new Checks(
            refusals::add,
            each -> {
              if (waiting.contains(each)) {
                seen.add(each);
              }
            });
    var taking = new Taking(arrivals, gazetteer, refusals::add);
    for (int part = 0; part < Spill.PARTS; part++) {
      var all = new Gathered(shared, refusals::add).of(part(spill, part));
      all.forEach(one -> check(one, spill, checks, refusals));
      taking.take(all);
    }
    seen.addAll(refusals.ids);
    refused.forget(seen, name);
    refused.keep(
        new Refused.Import(
            id,
            name,
            clock.instant(),
            taking.added(),
            taking.altered(),
            taking.unchanged(),
            refusals.count,
            taking.others(),
            checks.namesLeftOut()),
        LocalDate.now(clock),
        refusals.told);
    return taking.changed();
  }

  /** Leaves in it what can be taken. */
  private static void check(Arriving one, Spill spill, Checks checks, Refusals refusals) {
    one.organization =
        one.organization.filter(object -> checks.take("organization", object, one.entryId));
    one.organization
        .filter(object -> spill.isInCycle(one.entryId))
        .ifPresent(object -> {
          String place = Spill.place(object);
          var told = object.deepCopy();
          told.remove(Spill.PLACE);
          object.remove("parent_organization_id");
          refusals.add(
              new Refusal(
                  "organization",
                  place,
                  one.entryId,
                  "",
                  one.entryId,
                  List.of(new Refusal.Problem("parent_organization_id", Refusal.What.CYCLE)),
                  new Document(told),
                  true));
        });
    one.services.values().removeIf(object -> !checks.take("service", object, one.entryId));
    one.locations.values().removeIf(object -> !checks.take("location", object, one.entryId));
  }

  private static List<tools.jackson.databind.node.ObjectNode> part(Spill spill, int part) {
    try {
      return spill.part(part);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String called(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = Texts.clean(last).replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
  }

  /**
   * Takes what was refused after somebody mended it.
   *
   * @param fields what its own fields say now; one that is empty says nothing
   * @return what is still wrong; nothing was changed then
   */
  public List<Refusal.Problem> mend(UUID id, java.util.Map<String, String> fields) {
    if (!Keeping.isAllowed()) {
      throw new NotHere();
    }
    var changed = new ArrayList<UUID>();
    var wrong =
        transactions.execute(status -> {
          var one = refused.one(id).orElseThrow(NotHere::new);
          var refusals = new Refusals();
          mended(one, fields, refusals, changed);
          if (refusals.count > 0) {
            status.setRollbackOnly();
          } else {
            refused.mended(id);
          }
          return refusals.told.stream().flatMap(each -> each.problems().stream()).toList();
        });
    if (wrong.isEmpty()) {
      arrivals.tell(changed);
    }
    return wrong;
  }

  private void mended(
      Refusal one, java.util.Map<String, String> fields, Refusals refusals, List<UUID> changed) {
    var object = one.document().json().deepCopy();
    for (var field : Standard.kind(one.kind()).fields()) {
      var typed = fields.get(field.name());
      if (typed != null) {
        object.put(field.name(), typed);
      }
    }
    if (Spill.text(object, "id").isEmpty()) {
      object.put("id", UUID.randomUUID().toString());
    }
    var arriving = new Mended(arrivals, one).arriving(object, refusals::add);
    arriving.ifPresent(each -> {
      var checks = new Checks(refusals::add, _ -> {});
      each.organization =
          each.organization.filter(node -> checks.take("organization", node, each.entryId));
      each.services.values().removeIf(node -> !checks.take("service", node, each.entryId));
      each.locations.values().removeIf(node -> !checks.take("location", node, each.entryId));
      var taking = new Taking(arrivals, gazetteer, refusals::add);
      taking.take(List.of(each));
      if (taking.others() > 0) {
        refusals.add(
            Refusal.of(
                one.kind(), one.place(), one.entryId(), one.document(), "id", Refusal.What.KEPT));
      }
      changed.addAll(taking.changed());
    });
  }
}
