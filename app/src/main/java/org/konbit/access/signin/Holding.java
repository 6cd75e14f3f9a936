package org.konbit.access.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * Holds a new passkey back until the person it is for has been kept; notes the use of one that is
 * kept at once.
 */
final class Holding implements UserCredentialRepository {
  private final UserCredentialRepository kept;
  private @Nullable CredentialRecord fresh;

  Holding(UserCredentialRepository kept) {
    this.kept = kept;
  }

  CredentialRecord passkey() {
    if (fresh == null) {
      throw new IllegalStateException("No passkey was made.");
    }
    return fresh;
  }

  @Override
  public void save(CredentialRecord passkey) {
    if (kept.findByCredentialId(passkey.getCredentialId()) == null) {
      fresh = passkey;
    } else {
      kept.save(passkey);
    }
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return kept.findByCredentialId(id);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return kept.findByUserId(handle);
  }

  @Override
  public void delete(Bytes id) {
    kept.delete(id);
  }
}
