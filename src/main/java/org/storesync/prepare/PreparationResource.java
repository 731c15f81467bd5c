package org.storesync.prepare;

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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.ApiAddress;
import org.storesync.api.FieldError;
import org.storesync.api.RequestRefused;
import org.storesync.api.RestApi;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.run.StartedRuns;
import org.storesync.run.Starter;
import org.storesync.store.AddressedStore;
import org.storesync.store.Store;

/** Starts preparations, for programs. */
@Path("stores/{store}/preparations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreparationResource {

  @Inject private AddressedStore addressed;
  @Inject private StoreEntities storeEntities;
  @Inject private PrepareDesk desk;

  /** Starts one run for each entity. */
  @POST
  @RolesAllowed("operator")
  @Operation(
      operationId = "prepare",
      summary =
          "Prepares entities of a store, one run each; where the same is at work already, names"
              + " that run")
  @APIResponseSchema(value = StartedRuns.class, responseCode = "202")
  @APIResponse(responseCode = "409", description = "The store or an entity is inactive")
  public Response start(
      @PathParam("store") String name,
      PreparationEntry entry,
      @Context UriInfo here,
      @Context SecurityContext caller) {
    Store store = addressed.get(name);
    checkRange(entry);
    List<Long> ids = entityIds(store, entry.entities());
    PrepareRequest request =
        new PrepareRequest(
            store.id(),
            ids,
            entry.modeOrStandard(),
            entry.range(),
            Boolean.TRUE.equals(entry.thenProcess()));
    try {
      List<Long> runs =
          desk.start(
              request,
              Starter.person(caller.getUserPrincipal().getName()),
              RestApi.LANGUAGE,
              ZoneOffset.UTC);
      return Response.accepted(StartedRuns.of(runs))
          .location(ApiAddress.of(here, "runs", runs.get(0).toString()))
          .build();
    } catch (PrepareRefused refused) {
      throw refused.isAboutRange()
          ? RequestRefused.badField(entry.from() == null ? "to" : "from", refused.getMessage())
          : RequestRefused.conflict(refused.getMessage());
    }
  }

  private static void checkRange(PreparationEntry entry) {
    List<FieldError> errors = new ArrayList<>();
    if (entry.modeOrStandard() == PrepareMode.INCREMENTAL) {
      String message = "INCREMENTAL reads from the baseline to now and takes no range.";
      if (entry.from() != null) {
        errors.add(new FieldError("from", message));
      }
      if (entry.to() != null) {
        errors.add(new FieldError("to", message));
      }
    }
    if (!errors.isEmpty()) {
      throw RequestRefused.badFields(errors);
    }
  }

  private List<Long> entityIds(Store store, List<String> codes) {
    List<StoreEntityRow> rows = storeEntities.of(store.id());
    if (codes == null) {
      List<Long> active =
          rows.stream().filter(StoreEntityRow::active).map(StoreEntityRow::id).toList();
      if (active.isEmpty()) {
        throw RequestRefused.conflict("Store " + store.name() + " has no active entity.");
      }
      return active;
    }
    if (codes.isEmpty()) {
      throw RequestRefused.badField("entities", "Name at least one, or leave it out for all.");
    }
    Map<String, Long> known =
        rows.stream().collect(Collectors.toMap(StoreEntityRow::kind, StoreEntityRow::id));
    List<FieldError> errors = new ArrayList<>();
    for (int place = 0; place < codes.size() && errors.size() < 100; place++) {
      if (!known.containsKey(codes.get(place))) {
        errors.add(
            new FieldError("entities[" + place + "]", "The store has no entity of this code."));
      }
    }
    if (!errors.isEmpty()) {
      throw RequestRefused.badFields(errors);
    }
    return codes.stream().map(known::get).distinct().toList();
  }
}
