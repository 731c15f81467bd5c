package org.storesync.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.FieldError;
import org.storesync.api.PageCursor;
import org.storesync.api.PageLimit;
import org.storesync.api.RequestRefused;
import org.storesync.api.RestApi;
import org.storesync.kind.EntityKinds;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordOrder;
import org.storesync.record.RecordPlace;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** The synchronization records, for programs. */
@Path("sync-records")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SyncRecordResource {

  private static final String CSV = "text/csv";

  @Inject private Stores stores;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecordList list;
  @Inject private SyncRecordFile file;
  @Inject private RecordActionDesk desk;

  /** A page of records. */
  @GET
  @Operation(
      operationId = "listSyncRecords",
      summary =
          "Records; externalId is a beginning, message a part of the last message, whatever the"
              + " case. sort names a field, with a minus to go down; records without a value come"
              + " last")
  public SyncRecordListing list(
      @QueryParam("store") String store,
      @QueryParam("entity") String entity,
      @QueryParam("status") SyncStatus status,
      @QueryParam("externalId") String externalId,
      @QueryParam("message") String message,
      @QueryParam("sort") RecordOrder sort,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(PageLimit.STANDARD) PageLimit limit) {
    RecordOrder order = sort == null ? RecordOrder.ID : sort;
    List<SyncRecordRow> rows =
        list.after(
            filter(store, entity, status, externalId, message),
            order,
            PageCursor.read(after, order.toString(), 2).map(cursor -> place(cursor, order)),
            limit.withOneMore());
    return new SyncRecordListing(
        rows.stream().limit(limit.entries()).map(SyncRecordAnswer::of).toList(),
        PageCursor.next(rows, limit, order.toString(), row -> keys(row, order)));
  }

  private static RecordPlace place(PageCursor cursor, RecordOrder order) {
    // Texts of records may be anything; the mark before them tells an empty one from none.
    String value = cursor.keys().get(1);
    return RecordPlace.of(
            value.isEmpty() ? Optional.empty() : Optional.of(value.substring(1)),
            cursor.number(0),
            order)
        .orElseThrow(PageCursor::notOurs);
  }

  private static List<String> keys(SyncRecordRow row, RecordOrder order) {
    RecordPlace place = RecordPlace.after(row, order);
    return List.of(Long.toString(place.id()), place.text().map(value -> "=" + value).orElse(""));
  }

  /** All records as a file. */
  @GET
  @Path("export")
  @Produces(CSV)
  @Operation(
      operationId = "exportSyncRecords",
      summary = "Any number of records as a file for spreadsheets, by their numbers")
  @APIResponseSchema(String.class)
  public Response export(
      @QueryParam("store") String store,
      @QueryParam("entity") String entity,
      @QueryParam("status") SyncStatus status,
      @QueryParam("externalId") String externalId,
      @QueryParam("message") String message) {
    RecordFilter filter = filter(store, entity, status, externalId, message);
    StreamingOutput output = body -> file.write(filter, body);
    return Response.ok(output, CSV + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sync-records.csv\"")
        .build();
  }

  private RecordFilter filter(
      String store, String entity, SyncStatus status, String externalId, String message) {
    List<FieldError> errors = new ArrayList<>();
    Optional<Store> found = Optional.ofNullable(store).flatMap(stores::findByName);
    if (store != null && found.isEmpty()) {
      errors.add(new FieldError("store", "There is no store of this name."));
    }
    if (entity != null && kinds.find(entity).isEmpty()) {
      errors.add(new FieldError("entity", "There is no entity of this code."));
    }
    if (!errors.isEmpty()) {
      throw RequestRefused.badFields(errors);
    }
    return RecordFilter.all()
        .withStore(found.map(Store::id).orElse(null))
        .withKind(entity)
        .withStatuses(status == null ? Set.of() : Set.of(status))
        .withTexts(externalId, null, null, message);
  }

  /** One record with its log of attempts. */
  @GET
  @Path("{id}")
  @Operation(operationId = "getSyncRecord", summary = "One record with its log of attempts")
  public SyncRecordDetails get(@PathParam("id") Long id) {
    return list.find(id)
        .map(row -> SyncRecordDetails.of(row, list.attempts(id, SyncRecordDetails.MOST_ATTEMPTS)))
        .orElseThrow(() -> RequestRefused.notFound("There is no record " + id + "."));
  }

  /** Does something with records. */
  @POST
  @Path("actions")
  @RolesAllowed("operator")
  @Operation(
      operationId = "actOnSyncRecords",
      summary = "Does something with the records named; answers of each what came of it")
  public RecordActionAnswer act(RecordActionEntry entry) {
    List<FieldError> errors = new ArrayList<>();
    if (entry.action() == null) {
      errors.add(new FieldError("action", "Say what is to be done."));
    }
    int count = entry.ids() == null ? 0 : entry.ids().size();
    if (count < 1 || count > RecordActionEntry.MOST_IDS) {
      errors.add(
          new FieldError("ids", "Name 1 to %d records.".formatted(RecordActionEntry.MOST_IDS)));
    }
    if (!errors.isEmpty()) {
      throw RequestRefused.badFields(errors);
    }
    return new RecordActionAnswer(desk.perform(entry.action(), entry.ids(), RestApi.LANGUAGE));
  }
}
