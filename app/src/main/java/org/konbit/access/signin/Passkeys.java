package org.konbit.access.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konbit.access.AccessSettings;
import org.konbit.access.Origin;
import org.konbit.access.signin.Ceremonies.Kind;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in with a passkey (WebAuthn), which needs no name and no password. The device asks for a
 * finger, a face or its own code, so a passkey is two factors at once.
 */
@Component
public class Passkeys {
  /**
   * A question for the browser.
   *
   * @param token takes the step up again, once
   * @param options in JSON, what {@code navigator.credentials} is asked
   */
  public record Question(String token, String options) {}

  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
      new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
      new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final Ceremonies ceremonies;
  private final KeptPasskeys kept;
  private final Origin origin;
  private final AccessSettings settings;

  Passkeys(Ceremonies ceremonies, KeptPasskeys kept, Origin origin, AccessSettings settings) {
    this.ceremonies = ceremonies;
    this.kept = kept;
    this.origin = origin;
    this.settings = settings;
  }

  /** A person's passkeys, the oldest first. */
  List<CredentialRecord> of(UUID person) {
    return kept.findByUserId(KeptPasskeys.handle(person));
  }

  void drop(UUID person, String id) {
    of(person).stream()
        .map(CredentialRecord::getCredentialId)
        .filter(each -> each.toBase64UrlString().equals(id))
        .forEach(kept::delete);
  }

  /** Asks the browser to make a passkey for a person, who need not be known yet. */
  Question askToMake(UUID person, String name) {
    var options =
        operations(person, name).createPublicKeyCredentialCreationOptions(() -> somebody(name));
    String token = ceremonies.open(Kind.ADD_PASSKEY, Optional.of(person), options.getChallenge());
    return new Question(token, json.writeValueAsString(options));
  }

  /**
   * The passkey the browser made, checked but not kept.
   *
   * @param answer the browser's, in JSON; from outside, so it may be anything
   * @throws PasskeyRefused if it does not answer the question of this token
   */
  Made made(String token, String answer, String name, String label) {
    var ceremony = taken(Kind.ADD_PASSKEY, token);
    var person = ceremony.person().orElseThrow();
    var holding = new Holding(kept);
    var operations = operations(person, name, holding);
    operations.setCustomizeCreationOptions(
        options -> strict(options).challenge(ceremony.challenge()));
    checked(() -> {
      var options = operations.createPublicKeyCredentialCreationOptions(() -> somebody(name));
      var key = new RelyingPartyPublicKey(json.readValue(answer, MADE), label);
      return operations.registerCredential(
          new ImmutableRelyingPartyRegistrationRequest(options, key));
    });
    return new Made(person, holding.passkey());
  }

  /**
   * A passkey that was checked.
   *
   * @param person for whom it was made
   */
  record Made(UUID person, CredentialRecord passkey) {}

  void keep(Made made) {
    kept.save(made.passkey());
  }

  /** Asks the browser for any passkey it has for us. */
  public Question askToShow() {
    var options = operations(new UUID(0, 0), "").createCredentialRequestOptions(() -> null);
    String token =
        ceremonies.open(Kind.SIGN_IN_BY_PASSKEY, Optional.empty(), options.getChallenge());
    return new Question(token, json.writeValueAsString(options));
  }

  /**
   * Whose passkey the browser showed.
   *
   * @param answer the browser's, in JSON; from outside, so it may be anything
   * @throws PasskeyRefused if it does not answer the question of this token
   */
  UUID shown(String token, String answer) {
    var ceremony = taken(Kind.SIGN_IN_BY_PASSKEY, token);
    var operations = operations(new UUID(0, 0), "");
    operations.setCustomizeRequestOptions(
        options -> strict(options).challenge(ceremony.challenge()));
    return checked(() -> {
      var options = operations.createCredentialRequestOptions(() -> null);
      var shown = json.readValue(answer, SHOWN);
      return KeptPasskeys.person(
          operations.authenticate(new RelyingPartyAuthenticationRequest(options, shown)).getId());
    });
  }

  private Ceremonies.Ceremony taken(Kind kind, String token) {
    return ceremonies
        .take(kind, token)
        .orElseThrow(() -> new PasskeyRefused("The question is not open, or not any more."));
  }

  // The libraries below tell a wrong answer by exceptions of many kinds, all unchecked.
  private static <T> T checked(java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException
        | IllegalStateException
        | JacksonException
        | com.webauthn4j.util.exception.WebAuthnException e) {
      throw new PasskeyRefused("The answer does not fit the question.", e);
    }
  }

  private Webauthn4JRelyingPartyOperations operations(UUID person, String name) {
    return operations(person, name, new Holding(kept));
  }

  private Webauthn4JRelyingPartyOperations operations(UUID person, String name, Holding passkeys) {
    var us = PublicKeyCredentialRpEntity.builder().id(origin.host()).name(settings.name()).build();
    var operations =
        new Webauthn4JRelyingPartyOperations(
            new OnePerson(person, name), passkeys, us, Set.of(origin.address()));
    operations.setCustomizeCreationOptions(options -> strict(options));
    operations.setCustomizeRequestOptions(options -> strict(options));
    return operations;
  }

  private static PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder
      strict(PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder options) {
    return options.authenticatorSelection(
        AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build());
  }

  private static PublicKeyCredentialRequestOptions.PublicKeyCredentialRequestOptionsBuilder strict(
      PublicKeyCredentialRequestOptions.PublicKeyCredentialRequestOptionsBuilder options) {
    return options.userVerification(UserVerificationRequirement.REQUIRED);
  }

  private static Authentication somebody(String name) {
    return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
  }

  /** The person a passkey is made for; of a passkey shown, whoever it says. */
  private record OnePerson(UUID person, String name)
      implements PublicKeyCredentialUserEntityRepository {
    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
      return entity(handle);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
      return entity(KeptPasskeys.handle(person));
    }

    private PublicKeyCredentialUserEntity entity(Bytes handle) {
      return ImmutablePublicKeyCredentialUserEntity.builder()
          .id(handle)
          .name(name)
          .displayName(name)
          .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes id) {
      throw new UnsupportedOperationException();
    }
  }
}
