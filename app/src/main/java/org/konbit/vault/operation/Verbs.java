package org.konbit.vault.operation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.database.Acting;
import org.konbit.vault.OperationRefused;
import org.konbit.vault.Operations;
import org.konbit.vault.OperatorVerb;
import org.konbit.vault.OrganisationKeys;
import org.konbit.vault.Retention;
import org.konbit.vault.audit.AuditCheck;
import org.konbit.vault.audit.SignedHeads;
import org.konbit.vault.backup.Backup;
import org.konbit.vault.backup.Restore;
import org.konbit.vault.key.KeyVersions;
import org.konbit.vault.seal.Rotation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("operation")
class Verbs implements Operations {
  private static final Logger log = LoggerFactory.getLogger(Verbs.class);
  private static final String OWNER_ONLY = "rw-------";

  private interface Work {
    Status on(List<String> arguments) throws IOException, SQLException;
  }

  /** A verb by its words, and names for what stands behind them. */
  private record Verb(List<String> words, List<String> arguments, Work work) {
    boolean fits(List<String> given) {
      return given.size() == words.size() + arguments.size()
          && given.subList(0, words.size()).equals(words);
    }

    String usage() {
      return Stream.concat(words.stream(), arguments.stream()).collect(Collectors.joining(" "));
    }
  }

  private final List<Verb> verbs =
      List.of(
          new Verb(List.of("backup"), List.of("FILE"), given -> backup(Path.of(given.getFirst()))),
          new Verb(
              List.of("restore"), List.of("FILE"), given -> restore(Path.of(given.getFirst()))),
          new Verb(List.of("audit", "verify"), List.of(), _ -> verifyAudit()),
          new Verb(List.of("keys", "rotate"), List.of(), _ -> rotateKeys()),
          new Verb(
              List.of("keys", "export"),
              List.of("FILE"),
              given -> exportKey(Path.of(given.getFirst()))),
          new Verb(
              List.of("hold", "place"),
              List.of("ID", "\"REASON\""),
              given -> placeHold(given.getFirst(), given.getLast())),
          new Verb(List.of("hold", "list"), List.of("ID"), given -> listHolds(given.getFirst())),
          new Verb(
              List.of("hold", "lift"),
              List.of("ID", "HOLD"),
              given -> liftHold(given.getFirst(), given.getLast())),
          new Verb(
              List.of("keys", "destroy"),
              List.of("ID", "ID"),
              given -> destroyKey(given.getFirst(), given.getLast())));

  private final ObjectProvider<Backup> backup;
  private final ObjectProvider<Restore> restore;
  private final AuditCheck audit;
  private final SignedHeads heads;
  private final Rotation rotation;
  private final KeyVersions key;
  private final OrganisationKeys organisations;
  private final Retention retention;
  private final ObjectProvider<OperatorVerb> added;

  Verbs(
      ObjectProvider<Backup> backup,
      ObjectProvider<Restore> restore,
      AuditCheck audit,
      SignedHeads heads,
      Rotation rotation,
      KeyVersions key,
      OrganisationKeys organisations,
      Retention retention,
      ObjectProvider<OperatorVerb> added) {
    this.backup = backup;
    this.restore = restore;
    this.audit = audit;
    this.heads = heads;
    this.rotation = rotation;
    this.key = key;
    this.organisations = organisations;
    this.retention = retention;
    this.added = added;
  }

  @Override
  public Status run(List<String> arguments) {
    try {
      for (var verb : verbs) {
        if (verb.fits(arguments)) {
          return verb.work().on(arguments.subList(verb.words().size(), arguments.size()));
        }
      }
      return added
          .orderedStream()
          .filter(verb -> verb.fits(arguments))
          .findFirst()
          .map(verb -> verb.run(arguments))
          .orElse(Status.WRONG_USAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new OperationRefused(
          "The database refused (state %s).\nIts own log says more.".formatted(e.getSQLState()), e);
    }
  }

  @Override
  public List<String> usages(String word) {
    return Stream.concat(
            verbs.stream().map(Verb::usage), added.orderedStream().map(OperatorVerb::usage))
        .filter(usage -> usage.startsWith(word + " ") || usage.equals(word))
        .toList();
  }

  private Status backup(Path file) throws IOException, SQLException {
    Path partial = fresh(file);
    try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE);
        var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      var written = backup.getObject().write(out);
      out.flush();
      channel.force(true);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      log.info("Backup: {} rows of {} tables are in {}.", written.rows(), written.tables(), file);
    } finally {
      Files.deleteIfExists(partial); // what a failure left; after the move there is none
    }
    return Status.DONE;
  }

  private Status restore(Path file) throws IOException, SQLException {
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var restored = restore.getObject().read(in);
      heads.putAside();
      log.info(
          "Restored {} rows of {} tables. Keys of {} organisations stay destroyed.",
          restored.rows(),
          restored.tables(),
          restored.destroyed());
    }
    return Status.DONE;
  }

  private Status verifyAudit() {
    var report = audit.run();
    report.findings().forEach(finding -> log.error("{}", finding));
    log.info(
        "Audit: {} entries of {} organisations and {} signed heads were checked; {} findings.",
        report.entries(),
        report.organisations(),
        report.signedHeads(),
        report.findings().size());
    return report.findings().isEmpty() ? Status.DONE : Status.FOUND_WRONG;
  }

  private Status rotateKeys() {
    var report = rotation.run();
    report.refused().forEach(refused -> log.error("{}", refused));
    log.info(
        "Keys: {} rows of {} organisations are under new keys; the installation's key is at version"
            + " {}. Export it anew: ./konbit keys export FILE",
        report.rows(),
        report.organisations(),
        report.version());
    return report.refused().isEmpty() ? Status.DONE : Status.FOUND_WRONG;
  }

  private Status exportKey(Path file) throws IOException {
    Path partial = fresh(file);
    Files.writeString(partial, key.export());
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    log.info(
        "The key is in {}. Lock it away on paper or on a stick, then delete the file. Whoever has"
            + " it and the data can read everything.",
        file);
    return Status.DONE;
  }

  private Status destroyKey(String organisation, String repeated) {
    if (!organisation.equals(repeated)) {
      throw new OperationRefused(
          "The organisation was not named twice alike.\n"
              + "Destroying has no way back: ./konbit keys destroy ID ID");
    }
    var id = known(organisation);
    var acting = new Acting.SystemActor(id, "keys", "destruction");
    if (acting.call(organisations::state) == OrganisationKeys.State.DESTROYED) {
      throw new OperationRefused(
          "The key of organisation (%s) is destroyed already.".formatted(id));
    }
    if (!acting.call(retention::holds).isEmpty()) {
      throw new OperationRefused(
          "A legal hold stands at organisation (%s), so nothing of it may be destroyed.\n"
                  .formatted(id)
              + "When the matter is closed, lift it: ./konbit hold list ID, ./konbit hold lift ID HOLD");
    }
    acting.run(organisations::destroy);
    log.info("The key of organisation {} is destroyed. Nobody can read what it encrypted.", id);
    return Status.DONE;
  }

  private Status placeHold(String organisation, String reason) {
    var id = known(organisation);
    var hold = onLegalDemand(id).call(() -> retention.holdEverything(reason));
    log.info(
        "Hold {} is placed: nothing of organisation {} is destroyed until it is lifted.", hold, id);
    return Status.DONE;
  }

  private Status listHolds(String organisation) {
    var holds = onLegalDemand(known(organisation)).call(retention::holds);
    holds.forEach(hold ->
        log.info(
            "Hold {} since {} on {}.",
            hold.id(),
            hold.placedAt(),
            hold.kind().orElse("everything")));
    log.info("{} holds stand.", holds.size());
    return Status.DONE;
  }

  private Status liftHold(String organisation, String hold) {
    var id = known(organisation);
    if (!onLegalDemand(id).call(() -> retention.lift(id(hold)))) {
      throw new OperationRefused(
          "There is no hold (%s) to lift.\n\"./konbit hold list %s\" shows them."
              .formatted(hold, id));
    }
    log.info("Hold {} is lifted: what is due is destroyed by the next expiry.", hold);
    return Status.DONE;
  }

  private static Acting onLegalDemand(UUID organisation) {
    return new Acting.SystemActor(organisation, "terminal", "legal demand");
  }

  private UUID known(String organisation) {
    var id = id(organisation);
    if (!organisations.organisations().contains(id)) {
      throw new OperationRefused(
          "There is no key of an organisation (%s).\nThe desk's page of organisations shows the ids."
              .formatted(id));
    }
    return id;
  }

  private static UUID id(String given) {
    try {
      return UUID.fromString(given);
    } catch (IllegalArgumentException e) {
      throw new OperationRefused("What was given is no id.\nAn id has 36 letters and dashes.", e);
    }
  }

  /** An empty file of ours alone beside one that must not be there yet. */
  private static Path fresh(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new OperationRefused(
          "The file (%s) is there already.\nName a new one; nothing is overwritten."
              .formatted(file));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new OperationRefused(
          "There is no folder for the file (%s).\nMake it first, or name another.".formatted(file));
    }
    return Files.createTempFile(
        folder,
        file.getFileName().toString(),
        ".partial",
        PosixFilePermissions.asFileAttribute(
            EnumSet.copyOf(PosixFilePermissions.fromString(OWNER_ONLY))));
  }
}
