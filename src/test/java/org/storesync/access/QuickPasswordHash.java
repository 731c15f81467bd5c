package org.storesync.access;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.HashMap;
import java.util.Map;

/**
 * Few rounds in place of very many, inside the server of the tests: hundreds of passwords are tried
 * there. The servers that tests start themselves have the many.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class QuickPasswordHash implements Pbkdf2PasswordHash {

  private static final String FEWEST = "1024";

  @Inject @Delegate @Any private Pbkdf2PasswordHash hash;

  @Override
  public void initialize(Map<String, String> parameters) {
    Map<String, String> quick = new HashMap<>(parameters);
    quick.put("Pbkdf2PasswordHash.Iterations", FEWEST);
    hash.initialize(quick);
  }

  @Override
  public String generate(char[] password) {
    return hash.generate(password);
  }

  @Override
  public boolean verify(char[] password, String hashed) {
    return hash.verify(password, hashed);
  }
}
