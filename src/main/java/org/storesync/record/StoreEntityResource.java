package org.storesync.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.RequestRefused;
import org.storesync.api.RestApi;
import org.storesync.api.Versions;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.kind.StoreEntityChangedMeanwhile;
import org.storesync.kind.StoreEntityDesk;
import org.storesync.kind.StoreEntityRow;
import org.storesync.store.AddressedStore;

/** The entities of a store with what is in their queues, for programs. */
@Path("stores/{store}/entities")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StoreEntityResource {

  @Inject private AddressedStore addressed;
  @Inject private StoreEntities storeEntities;
  @Inject private StoreEntityDesk desk;
  @Inject private EntityKinds kinds;
  @Inject private RecordCounts recordCounts;

  /** The entities of a store. */
  @GET
  @Operation(operationId = "listEntities", summary = "The entities of a store in sync order")
  @APIResponseSchema(StoreEntityListing.class)
  public Response list(@PathParam("store") String store) {
    long storeId = addressed.get(store).id();
    List<StoreEntityRow> rows = storeEntities.of(storeId);
    Map<Long, Map<SyncStatus, Long>> counts = recordCounts.ofStore(storeId);
    return Response.ok(
            new StoreEntityListing(rows.stream().map(row -> answer(row, counts)).toList(), null))
        .tag(versionOf(rows))
        .build();
  }

  /** One entity of a store. */
  @GET
  @Path("{entity}")
  @Operation(operationId = "getEntity", summary = "One entity of a store")
  @APIResponseSchema(StoreEntityAnswer.class)
  public Response get(@PathParam("store") String store, @PathParam("entity") String entity) {
    return tagged(existing(storeEntities.of(addressed.get(store).id()), entity));
  }

  /** Changes an entity of a store: what is left out stays. */
  @PUT
  @Path("{entity}")
  @RolesAllowed("administrator")
  @Operation(
      operationId = "changeEntity",
      summary =
          "Changes an entity of a store; what is left out stays. The ETag may be that of the entity"
              + " or that of the list")
  @APIResponseSchema(StoreEntityAnswer.class)
  public Response change(
      @PathParam("store") String store,
      @PathParam("entity") String entity,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      StoreEntityEntry entry,
      @Context Request request) {
    long storeId = addressed.get(store).id();
    List<StoreEntityRow> rows = storeEntities.of(storeId);
    StoreEntityRow known = existing(rows, entity);
    Versions.require(request, ifMatch, Versions.of(known.version()), versionOf(rows));
    int maxFailedAttempts =
        Optional.ofNullable(entry.maxFailedAttempts()).orElse(known.maxFailedAttempts());
    if (!StoreEntities.mayFail(maxFailedAttempts)) {
      throw RequestRefused.badField(
          "maxFailedAttempts",
          "A record may fail 1 to %d times.".formatted(StoreEntity.GREATEST_MAX_FAILED_ATTEMPTS));
    }
    try {
      desk.change(
          known.id(),
          Optional.ofNullable(entry.active()).orElse(known.active()),
          maxFailedAttempts,
          known.version());
    } catch (StoreEntityChangedMeanwhile quicker) {
      throw RequestRefused.changedMeanwhile();
    }
    return tagged(existing(storeEntities.of(storeId), entity));
  }

  private static StoreEntityRow existing(List<StoreEntityRow> rows, String code) {
    return rows.stream()
        .filter(row -> row.kind().equals(code))
        .findFirst()
        .orElseThrow(() -> RequestRefused.notFound("The store has no entity " + code + "."));
  }

  private static EntityTag versionOf(List<StoreEntityRow> rows) {
    return Versions.ofAll(rows.stream().map(StoreEntityRow::version).toList());
  }

  private Response tagged(StoreEntityRow row) {
    return Response.ok(answer(row, recordCounts.ofStore(row.storeId())))
        .tag(Versions.of(row.version()))
        .build();
  }

  private StoreEntityAnswer answer(StoreEntityRow row, Map<Long, Map<SyncStatus, Long>> counts) {
    return StoreEntityAnswer.of(
        row,
        kinds.find(row.kind()).orElseThrow().caption(RestApi.LANGUAGE),
        counts.getOrDefault(row.id(), Map.of()));
  }
}
