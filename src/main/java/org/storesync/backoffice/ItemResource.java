package org.storesync.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.FieldError;
import org.storesync.api.PageCursor;
import org.storesync.api.PageLimit;
import org.storesync.api.RequestRefused;
import org.storesync.api.RestApi;

/** The items, for programs. */
@Path("items")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ItemResource {

  private static final String ORDER = "items";

  @Inject private Items items;
  @Inject private ItemDesk desk;

  /** A page of items. */
  @GET
  @Operation(operationId = "listItems", summary = "Items by item id")
  public ItemListing list(
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(PageLimit.STANDARD) PageLimit limit) {
    List<ItemRow> rows =
        items.after(
            PageCursor.read(after, ORDER, 1).map(cursor -> cursor.keys().get(0)),
            limit.withOneMore());
    return new ItemListing(
        rows.stream().limit(limit.entries()).map(ItemAnswer::of).toList(),
        PageCursor.next(rows, limit, ORDER, item -> List.of(item.itemId())));
  }

  /** Adds an item. */
  @POST
  @RolesAllowed("operator")
  @Operation(operationId = "createItem", summary = "Adds an item")
  @APIResponseSchema(value = ItemAnswer.class, responseCode = "201")
  @APIResponse(
      responseCode = "409",
      description = "There is an item of that id or with that cross-reference")
  public Response create(ItemEntry entry) {
    refuseWithoutType(entry);
    List<ItemProblem> problems = desk.saveOrRefuse(entry.edit());
    if (!problems.isEmpty()) {
      throw refused(problems);
    }
    ItemRow added = items.findByItemId(entry.itemId()).map(items::row).orElseThrow();
    return Response.status(Response.Status.CREATED).entity(ItemAnswer.of(added)).build();
  }

  private static void refuseWithoutType(ItemEntry entry) {
    List<FieldError> errors = new ArrayList<>();
    for (int place = 0; place < entry.references().size(); place++) {
      if (entry.references().get(place).type() == null) {
        errors.add(
            new FieldError("crossReferences[" + place + "].type", "It must be SKU or ASIN."));
      }
    }
    if (!errors.isEmpty()) {
      throw RequestRefused.badFields(errors);
    }
  }

  private static RequestRefused refused(List<ItemProblem> problems) {
    if (problems.stream().allMatch(ItemProblem::isConflict)) {
      ItemProblem first = problems.get(0);
      return RequestRefused.conflict(first.field(), first.problem().text(RestApi.LANGUAGE));
    }
    return RequestRefused.badFields(
        problems.stream()
            .map(found -> new FieldError(found.field(), found.problem().text(RestApi.LANGUAGE)))
            .toList());
  }
}
