package org.storesync.run;

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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.storesync.api.PageCursor;
import org.storesync.api.PageLimit;
import org.storesync.api.RequestRefused;

/** The runs, for programs. */
@Path("runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RunResource {

  private static final String ORDER = "runs";

  @Inject private RunList list;
  @Inject private RunDesk desk;

  /** A page of runs. */
  @GET
  @Operation(operationId = "listRuns", summary = "Runs, the newest first")
  public RunListing list(
      @QueryParam("kind") RunKind kind,
      @QueryParam("state") RunState state,
      @QueryParam("group") Long group,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(PageLimit.STANDARD) PageLimit limit) {
    RunFilter filter =
        RunFilter.all()
            .withKind(kind)
            .withState(state)
            .withGroup(group)
            .withBefore(
                PageCursor.read(after, ORDER, 1).map(cursor -> cursor.number(0)).orElse(null));
    List<RunRow> rows = list.page(filter, 0, limit.withOneMore());
    return new RunListing(
        rows.stream().limit(limit.entries()).map(RunAnswer::of).toList(),
        PageCursor.next(rows, limit, ORDER, run -> List.of(Long.toString(run.id()))));
  }

  /** One run. */
  @GET
  @Path("{id}")
  @Operation(operationId = "getRun", summary = "One run")
  public RunAnswer get(@PathParam("id") Long id) {
    return answer(id);
  }

  /** Asks the run to stop; of one that has ended nothing is changed. */
  @POST
  @RolesAllowed("operator")
  @Path("{id}/stop")
  @Operation(
      operationId = "stopRun",
      summary = "Asks a run to stop; answers how it is now. One that has ended stays as it is")
  public RunAnswer stop(@PathParam("id") Long id) {
    answer(id);
    desk.stop(id);
    return answer(id);
  }

  private RunAnswer answer(long id) {
    return list.find(id)
        .map(RunAnswer::of)
        .orElseThrow(() -> RequestRefused.notFound("There is no run " + id + "."));
  }
}
