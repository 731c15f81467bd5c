package org.storesync.store;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.ApiAddress;
import org.storesync.api.PageCursor;
import org.storesync.api.PageLimit;
import org.storesync.api.RequestRefused;
import org.storesync.api.RestApi;
import org.storesync.api.Versions;
import org.storesync.connector.Side;

/** The stores, for programs. */
@Path("stores")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StoreResource {

  private static final String ORDER = "stores";

  @Inject private Stores stores;
  @Inject private AddressedStore addressed;
  @Inject private StoreDesk desk;
  @Inject private ConnectionTest connectionTest;
  @Inject private NewStoreSystems systems;

  /** A page of stores. */
  @GET
  @Operation(operationId = "listStores", summary = "Stores by name")
  @APIResponseSchema(StoreListing.class)
  public Response list(
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(PageLimit.STANDARD) PageLimit limit) {
    List<StoreDetails> found =
        stores.detailsAfter(
            PageCursor.read(after, ORDER, 1).map(cursor -> cursor.keys().get(0)),
            limit.withOneMore());
    List<StoreDetails> shown = found.stream().limit(limit.entries()).toList();
    return Response.ok(
            new StoreListing(
                shown.stream().map(this::answer).toList(),
                PageCursor.next(found, limit, ORDER, store -> List.of(store.name()))))
        .tag(Versions.ofAll(shown.stream().map(StoreDetails::version).toList()))
        .build();
  }

  /** Makes a store. */
  @POST
  @RolesAllowed("administrator")
  @Operation(
      operationId = "createStore",
      summary = "Makes a store; it connects the same systems as the default one")
  @APIResponseSchema(value = StoreAnswer.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "There is a store of that name")
  public Response create(StoreEntry entry, @Context UriInfo here) {
    StoreIdentity identity = systems.identity(entry.name() == null ? "" : entry.name());
    String name =
        done(desk.create(identity, entry.form(), entry.standing(), RestApi.LANGUAGE), entry);
    return tagged(Response.created(ApiAddress.of(here, "stores", name)), addressed.details(name))
        .build();
  }

  /** One store. */
  @GET
  @Path("{store}")
  @Operation(operationId = "getStore", summary = "One store")
  @APIResponseSchema(StoreAnswer.class)
  public Response get(@PathParam("store") String name) {
    return tagged(Response.ok(), addressed.details(name)).build();
  }

  /** Changes a store: what is left out stays. */
  @PUT
  @RolesAllowed("administrator")
  @Path("{store}")
  @Operation(operationId = "changeStore", summary = "Changes a store; what is left out stays")
  @APIResponseSchema(StoreAnswer.class)
  public Response change(
      @PathParam("store") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      StoreEntry entry,
      @Context Request request) {
    StoreDetails known = addressed.details(name);
    Versions.require(request, ifMatch, Versions.of(known.version()));
    if (entry.name() != null && !StoreRules.name(entry.name()).equals(known.name())) {
      throw RequestRefused.badField(StoreIdentity.NAME, "The name of a store can't be changed.");
    }
    try {
      done(
          desk.change(
              known.id(),
              known.version(),
              entry.formFor(known),
              entry.standing(),
              RestApi.LANGUAGE),
          entry);
    } catch (StoreChangedMeanwhile quicker) {
      throw RequestRefused.changedMeanwhile();
    }
    return tagged(Response.ok(), addressed.details(name)).build();
  }

  /** Tries both sides of the store as it is stored. */
  @POST
  @RolesAllowed("administrator")
  @Path("{store}/connection-test")
  @Operation(
      operationId = "testConnection",
      summary = "Tries both sides of the store as it is stored")
  public ConnectionAnswer testConnection(@PathParam("store") String name) {
    return ConnectionAnswer.of(connectionTest.run(addressed.get(name).id(), RestApi.LANGUAGE));
  }

  private Response.ResponseBuilder tagged(Response.ResponseBuilder answer, StoreDetails store) {
    return answer.entity(answer(store)).tag(Versions.of(store.version()));
  }

  private StoreAnswer answer(StoreDetails store) {
    return StoreAnswer.of(store, stores.earliestOrderDate(store.id()));
  }

  /** The name of the store if the deed is done. */
  private String done(StoreChange change, StoreEntry entry) {
    if (change instanceof StoreChange.Done done) {
      return done.name();
    }
    Map<String, String> problems = new LinkedHashMap<>();
    ((StoreChange.Refused) change)
        .problems()
        .forEach((field, problem) -> problems.put(fieldOfPrograms(field), problem));
    Optional<String> taken = Optional.ofNullable(problems.get(StoreIdentity.NAME));
    if (taken.isPresent()
        && problems.size() == 1
        && Optional.ofNullable(entry.name()).flatMap(stores::findByName).isPresent()) {
      throw RequestRefused.conflict(StoreIdentity.NAME, taken.get());
    }
    throw RequestRefused.badFields(problems);
  }

  private static String fieldOfPrograms(String field) {
    return field.equals(StoreForm.ORDER_TIME_ZONE)
        ? "timeZone"
        : field.replace(StoreForm.field(Side.MARKETPLACE, ""), "");
  }
}
