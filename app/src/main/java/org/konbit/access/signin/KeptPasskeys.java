package org.konbit.access.signin;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys in their table; a person's handle there is the bytes of their id. */
@Component
class KeptPasskeys implements UserCredentialRepository {
  private static final String COLUMNS =
      """
      credential_id, person_id, public_key, attestation, client_data, signature_count,
      user_verified, backup_eligible, backed_up, transports, label, made_at, used_at
      """;
  private static final String ADD =
      """
      INSERT INTO passkey (credential_id, person_id, public_key, attestation, client_data,
             signature_count, user_verified, backup_eligible, backed_up, transports, label,
             made_at, used_at)
      VALUES (:id, :person, :key, :attestation, :client, :count, :verified, :eligible, :backedUp,
             string_to_array(:transports, ','), :label, :now, :now)
      """;
  // A count that does not grow is a copy of the key (WebAuthn §6.1.1); synced keys count nothing.
  private static final String USED =
      """
      UPDATE passkey
         SET signature_count = :count, backed_up = :backedUp, used_at = :now
       WHERE credential_id = :id
         AND (signature_count < :count OR signature_count = 0 AND :count = 0)
      """;
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM passkey WHERE credential_id = :id";
  private static final String OF_PERSON =
      "SELECT " + COLUMNS + " FROM passkey WHERE person_id = :person ORDER BY made_at";
  private static final String DROP = "DELETE FROM passkey WHERE credential_id = :id";

  private final JdbcClient jdbc;
  private final Clock clock;

  KeptPasskeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  static Bytes handle(UUID person) {
    return new Bytes(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(person.getMostSignificantBits())
            .putLong(person.getLeastSignificantBits())
            .array());
  }

  static UUID person(Bytes handle) {
    var bytes = ByteBuffer.wrap(handle.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  @Override
  public void save(CredentialRecord passkey) {
    if (findByCredentialId(passkey.getCredentialId()) == null) {
      add(passkey);
    } else {
      used(passkey);
    }
  }

  private void add(CredentialRecord passkey) {
    jdbc.sql(ADD)
        .param("id", passkey.getCredentialId().getBytes())
        .param("person", person(passkey.getUserEntityUserId()))
        .param("key", passkey.getPublicKey().getBytes())
        .param("attestation", bytes(passkey.getAttestationObject()))
        .param("client", bytes(passkey.getAttestationClientDataJSON()))
        .param("count", passkey.getSignatureCount())
        .param("verified", passkey.isUvInitialized())
        .param("eligible", passkey.isBackupEligible())
        .param("backedUp", passkey.isBackupState())
        .param(
            "transports",
            passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .collect(Collectors.joining(",")))
        .param("label", passkey.getLabel())
        .param("now", now())
        .update();
  }

  private void used(CredentialRecord passkey) {
    int changed =
        jdbc.sql(USED)
            .param("id", passkey.getCredentialId().getBytes())
            .param("count", passkey.getSignatureCount())
            .param("backedUp", passkey.isBackupState())
            .param("now", now())
            .update();
    if (changed == 0) {
      throw new PasskeyRefused("The passkey has counted backwards, as a copy would.");
    }
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return jdbc.sql(FIND)
        .param("id", id.getBytes())
        .query((row, _) -> passkey(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return jdbc.sql(OF_PERSON)
        .param("person", person(handle))
        .query((row, _) -> passkey(row))
        .list();
  }

  @Override
  public void delete(Bytes id) {
    jdbc.sql(DROP).param("id", id.getBytes()).update();
  }

  private static byte[] bytes(@Nullable Bytes bytes) {
    return bytes == null ? new byte[0] : bytes.getBytes();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static CredentialRecord passkey(ResultSet row) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(handle(row.getObject("person_id", UUID.class)))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getBoolean("user_verified"))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .transports(
            Stream.of((String[]) row.getArray("transports").getArray())
                .filter(each -> !each.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet()))
        .label(row.getString("label"))
        .created(instant(row, "made_at"))
        .lastUsed(instant(row, "used_at"))
        .build();
  }
}
