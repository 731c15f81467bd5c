package org.storesync.backoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.storesync.api.PageCursor;
import org.storesync.api.PageLimit;
import org.storesync.api.RequestRefused;

/** The sales orders of our books, for programs. */
@Path("sales-orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SalesOrderResource {

  private static final String ORDER = "sales-orders";

  @Inject private SalesOrders salesOrders;
  @Inject private SalesOrderDesk desk;

  /** A page of orders. */
  @GET
  @Operation(
      operationId = "listSalesOrders",
      summary = "Sales orders, the newest of our books first; amazonOrderId is a beginning")
  public SalesOrderListing list(
      @QueryParam("amazonOrderId") String amazonOrderId,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(PageLimit.STANDARD) PageLimit limit) {
    OrderFilter filter =
        amazonOrderId == null ? OrderFilter.ALL : OrderFilter.ofAmazonOrderId(amazonOrderId);
    List<OrderEntry> found =
        salesOrders.before(
            filter,
            PageCursor.read(after, ORDER, 1).map(cursor -> cursor.number(0)),
            limit.withOneMore());
    return new SalesOrderListing(
        found.stream()
            .limit(limit.entries())
            .map(entry -> SalesOrderAnswer.of(entry.order()))
            .toList(),
        PageCursor.next(found, limit, ORDER, entry -> List.of(Long.toString(entry.id()))));
  }

  /** One order with its lines; buyer and address for whom they may be shown to. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "getSalesOrder",
      summary = "One sales order with its lines; buyer and address for operators only")
  public SalesOrderDetails get(@PathParam("id") String id, @Context SecurityContext caller) {
    OrderView order =
        salesOrders
            .view(id)
            .orElseThrow(() -> RequestRefused.notFound("There is no sales order " + id + "."));
    return SalesOrderDetails.of(
        order, caller.isUserInRole("operator") ? desk.parties(id) : Optional.empty());
  }
}
