package org.storesync.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.storesync.platform.origin.RequestOrigin;

/** Asks {@link SignIns} whether name and password are right. */
@ApplicationScoped
public class UserIdentityStore implements IdentityStore {

  @Inject private SignIns signIns;
  @Inject private KnownBrowser browser;
  @Inject private RequestOrigin origin;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential form
        ? signIns
            .signIn(source(form.getCaller()), form.getPasswordAsString())
            .map(UserIdentityStore::valid)
            .orElse(CredentialValidationResult.INVALID_RESULT)
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  /** Where a sign-in of this name would come from. */
  SignInSource source(String name) {
    return new SignInSource(name, origin.address(), browser.markFor(name));
  }

  private static CredentialValidationResult valid(UserAccess user) {
    return new CredentialValidationResult(
        null, user.name(), null, Long.toString(user.id()), user.role().includedNames());
  }
}
