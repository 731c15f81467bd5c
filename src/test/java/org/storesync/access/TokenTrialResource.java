package org.storesync.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;

/** Makes and revokes tokens for tests outside of the server, which people do on the page Users. */
@Path("for-tests/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokenTrialResource {

  @Inject private ApiTokens tokens;

  /** What the list of tokens says of one. */
  public record Listed(String name, Role role, String madeBy, boolean used) {}

  /** A token that was made. */
  public record Made(String secret) {}

  /** What is wanted. */
  public record Wanted(String name, Role role, Long lifeMillis) {}

  @POST
  public Made make(Wanted wanted) {
    return new Made(
        tokens.create(wanted.name(), wanted.role(), Duration.ofMillis(wanted.lifeMillis())));
  }

  @POST
  @Path("{name}/revocation")
  public Made revoke(@PathParam("name") String name) {
    tokens.all().stream()
        .filter(token -> token.name().equals(name))
        .forEach(token -> tokens.revoke(token.id()));
    return new Made("");
  }

  @GET
  public List<Listed> list() {
    return tokens.all().stream()
        .map(
            token ->
                new Listed(token.name(), token.role(), token.madeBy(), token.lastUsedAt() != null))
        .toList();
  }
}
