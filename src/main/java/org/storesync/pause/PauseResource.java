package org.storesync.pause;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.RequestRefused;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.text.RoomTexts;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** The pauses, for programs. */
@Path("pauses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PauseResource {

  private static final RoomTexts TEXTS = RoomTexts.of(PauseResource.class);

  @Inject private Pauses pauses;
  @Inject private PauseDesk desk;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;

  /** The pauses in force. */
  @GET
  @Operation(operationId = "listPauses", summary = "The pauses in force, the oldest first")
  public PauseListing list() {
    return new PauseListing(pauses.inForce().stream().map(PauseAnswer::of).toList(), null);
  }

  /** Begins a pause. */
  @POST
  @RolesAllowed("operator")
  @Operation(
      operationId = "pause",
      summary = "Lets everything, a store, an entity or a direction rest from the next record on")
  @APIResponseSchema(value = PauseAnswer.class, responseCode = "201")
  public Response begin(PauseEntry entry, @Context UriInfo here) {
    PauseScope scope = scope(entry);
    try {
      PauseRow begun =
          desk.begin(
              scope,
              entry.reason() == null ? "" : entry.reason(),
              Optional.ofNullable(entry.endsAt()));
      return Response.created(
              here.getAbsolutePathBuilder().path("{id}").build(Long.toString(begun.id())))
          .entity(PauseAnswer.of(begun))
          .build();
    } catch (PauseRefused refused) {
      throw RequestRefused.badField(
          field(refused.reason()), TEXTS.recorded("refused." + refused.reason()));
    }
  }

  /** Ends a pause, and answers what it was. */
  @DELETE
  @RolesAllowed("operator")
  @Path("{id}")
  @Operation(
      operationId = "resume",
      summary = "Ends a pause, and answers what it was; what rested goes on at once")
  public PauseAnswer resume(@PathParam("id") Long id) {
    Optional<PauseRow> pause = pauses.find(id);
    if (pause.isEmpty() || !desk.resume(id)) {
      throw RequestRefused.notFound("There is no pause " + id + " in force.");
    }
    return PauseAnswer.of(pause.get());
  }

  private PauseScope scope(PauseEntry entry) {
    Optional<Store> store = Optional.ofNullable(entry.store()).flatMap(stores::findByName);
    if (entry.store() != null && store.isEmpty()) {
      throw refused(PauseRefused.Reason.STORE_UNKNOWN);
    }
    Optional<StoreEntity> entity =
        store.flatMap(
            found ->
                Optional.ofNullable(entry.entity())
                    .flatMap(code -> storeEntities.find(found.id(), code)));
    if (entry.entity() != null && entity.isEmpty()) {
      throw refused(PauseRefused.Reason.ENTITY_UNKNOWN);
    }
    return new PauseScope(
        store.map(Store::id).orElse(null),
        entity.map(StoreEntity::id).orElse(null),
        entry.direction());
  }

  private static RequestRefused refused(PauseRefused.Reason reason) {
    return RequestRefused.badField(field(reason), TEXTS.recorded("refused." + reason));
  }

  private static String field(PauseRefused.Reason reason) {
    return switch (reason) {
      case REASON_MISSING, REASON_TOO_LONG -> "reason";
      case ENDS_IN_THE_PAST -> "endsAt";
      case STORE_UNKNOWN -> "store";
      case ENTITY_UNKNOWN -> "entity";
    };
  }
}
