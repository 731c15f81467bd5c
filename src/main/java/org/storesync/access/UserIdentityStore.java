package org.storesync.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Asks {@link Users} whether name and password are right. */
@ApplicationScoped
public class UserIdentityStore implements IdentityStore {

  @Inject private Users users;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential form
        ? users
            .signIn(form.getCaller(), form.getPasswordAsString())
            .map(UserIdentityStore::valid)
            .orElse(CredentialValidationResult.INVALID_RESULT)
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private static CredentialValidationResult valid(UserAccess user) {
    return new CredentialValidationResult(
        null, user.name(), null, Long.toString(user.id()), user.role().includedNames());
  }
}
