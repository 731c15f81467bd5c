package org.storesync.process;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.ApiAddress;
import org.storesync.api.RequestRefused;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunDesk;
import org.storesync.run.StartedRuns;
import org.storesync.store.AddressedStore;
import org.storesync.store.Store;

/** Starts processing, for programs. */
@Path("stores/{store}/processings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProcessingResource {

  private static final int MOST_IDS = 1_000;

  @Inject private AddressedStore addressed;
  @Inject private StoreEntities storeEntities;
  @Inject private SyncRecordList records;
  @Inject private RunDesk desk;

  /** Starts one run. */
  @POST
  @RolesAllowed("operator")
  @Operation(
      operationId = "process",
      summary = "Processes what is ready: all of a store, one entity, or the records named")
  @APIResponseSchema(value = StartedRuns.class, responseCode = "202")
  @APIResponse(responseCode = "409", description = "The store or the entity is inactive")
  public Response start(
      @PathParam("store") String name, ProcessingEntry entry, @Context UriInfo here) {
    Store store = addressed.get(name);
    Optional<StoreEntityRow> entity =
        Optional.ofNullable(entry.entity()).map(code -> entity(store, code));
    if (!store.active()) {
      throw RequestRefused.conflict("Store " + store.name() + " is inactive. Activate it first.");
    }
    if (entity.isPresent() && !entity.get().active()) {
      throw RequestRefused.conflict(
          "entity", "Entity " + entry.entity() + " is inactive. Activate it first.");
    }
    if (entry.limit() != null && entry.limit() < 1) {
      throw RequestRefused.badField("limit", "It must be at least 1.");
    }
    RecordFilter filter =
        chosen(store, entity.map(StoreEntityRow::id), entry.recordIds())
            .withStatuses(SyncStatus.readyToProcess());
    long run =
        desk.process(
            store.id(),
            entity.map(StoreEntityRow::id),
            filter,
            Optional.ofNullable(entry.limit()),
            false);
    return Response.accepted(StartedRuns.of(List.of(run)))
        .location(ApiAddress.of(here, "runs", Long.toString(run)))
        .build();
  }

  private StoreEntityRow entity(Store store, String code) {
    return storeEntities.of(store.id()).stream()
        .filter(row -> row.kind().equals(code))
        .findFirst()
        .orElseThrow(
            () -> RequestRefused.badField("entity", "The store has no entity of this code."));
  }

  private RecordFilter chosen(Store store, Optional<Long> entityId, List<Long> recordIds) {
    if (recordIds == null) {
      return RecordFilter.all();
    }
    List<Long> distinct = recordIds.stream().distinct().toList();
    if (distinct.isEmpty() || distinct.size() > MOST_IDS) {
      throw RequestRefused.badField(
          "recordIds", "Name 1 to %d records, or leave it out for all.".formatted(MOST_IDS));
    }
    RecordFilter named = RecordFilter.of(distinct);
    RecordFilter there = named.withStore(store.id()).withStoreEntity(entityId.orElse(null));
    if (records.count(there).counted() < distinct.size()) {
      throw RequestRefused.badField(
          "recordIds", "Not all of these are records of this store and entity.");
    }
    return named;
  }
}
