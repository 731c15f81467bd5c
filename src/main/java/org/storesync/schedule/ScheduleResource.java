package org.storesync.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.storesync.api.PageCursor;
import org.storesync.api.PageLimit;
import org.storesync.api.RequestRefused;
import org.storesync.api.RestApi;
import org.storesync.api.Versions;

/** The schedules, for programs. */
@Path("schedules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleResource {

  private static final String ORDER = "schedules";
  private static final String EXECUTIONS = "executions";

  @Inject private SyncSchedules schedules;
  @Inject private ScheduleRuns executions;
  @Inject private ScheduleDefinitions definitions;
  @Inject private ScheduleDesk desk;

  /** A page of schedules. */
  @GET
  @Operation(operationId = "listSchedules", summary = "Schedules, the oldest first")
  public ScheduleListing list(
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(PageLimit.STANDARD) PageLimit limit) {
    List<SyncSchedule> found =
        schedules.after(
            PageCursor.read(after, ORDER, 1).map(cursor -> cursor.number(0)).orElse(0L),
            limit.withOneMore());
    return new ScheduleListing(
        found.stream().limit(limit.entries()).map(definitions::answer).toList(),
        PageCursor.next(found, limit, ORDER, schedule -> List.of(Long.toString(schedule.id()))));
  }

  /** Makes a schedule. */
  @POST
  @RolesAllowed("operator")
  @Operation(operationId = "createSchedule", summary = "Makes a schedule")
  @APIResponseSchema(value = ScheduleAnswer.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "There is a schedule of that name")
  public Response create(ScheduleDefinition definition, @Context UriInfo here) {
    long id = done(desk.create(definitions.draft(definition), RestApi.LANGUAGE), definition);
    return tagged(
            Response.created(here.getAbsolutePathBuilder().path("{id}").build(Long.toString(id))),
            found(id))
        .build();
  }

  /** One schedule. */
  @GET
  @Path("{id}")
  @Operation(operationId = "getSchedule", summary = "One schedule")
  @APIResponseSchema(ScheduleAnswer.class)
  public Response get(@PathParam("id") Long id) {
    return tagged(Response.ok(), found(id)).build();
  }

  /** Changes a schedule: what is left out is as a new one has it. */
  @PUT
  @RolesAllowed("operator")
  @Path("{id}")
  @Operation(
      operationId = "changeSchedule",
      summary = "Changes a schedule; what is left out is as a new one has it")
  @APIResponseSchema(ScheduleAnswer.class)
  @APIResponse(responseCode = "409", description = "There is a schedule of that name")
  public Response change(
      @PathParam("id") Long id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ScheduleDefinition definition,
      @Context Request request) {
    int revision = required(id, ifMatch, request);
    try {
      done(desk.change(id, revision, definitions.draft(definition), RestApi.LANGUAGE), definition);
    } catch (ScheduleChangedMeanwhile quicker) {
      throw RequestRefused.changedMeanwhile();
    }
    return tagged(Response.ok(), found(id)).build();
  }

  /** Removes a schedule with its history, and answers what it was; its runs stay. */
  @DELETE
  @RolesAllowed("operator")
  @Path("{id}")
  @Operation(
      operationId = "deleteSchedule",
      summary = "Removes a schedule with its history, and answers what it was; its runs stay")
  public ScheduleAnswer delete(
      @PathParam("id") Long id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Context Request request) {
    int revision = required(id, ifMatch, request);
    ScheduleAnswer last = definitions.answer(found(id));
    try {
      desk.delete(id, revision);
    } catch (ScheduleChangedMeanwhile quicker) {
      throw RequestRefused.changedMeanwhile();
    }
    return last;
  }

  /** A page of executions. */
  @GET
  @Path("{id}/executions")
  @Operation(
      operationId = "listExecutions",
      summary = "The executions of a schedule, the newest first")
  public ExecutionListing executions(
      @PathParam("id") Long id,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(PageLimit.STANDARD) PageLimit limit) {
    List<ScheduleRunRow> rows =
        executions.before(
            found(id).id(),
            PageCursor.read(after, EXECUTIONS, 1)
                .map(cursor -> cursor.number(0))
                .orElse(Long.MAX_VALUE),
            limit.withOneMore());
    return new ExecutionListing(
        rows.stream().limit(limit.entries()).map(ExecutionAnswer::of).toList(),
        PageCursor.next(rows, limit, EXECUTIONS, row -> List.of(Long.toString(row.id()))));
  }

  private int required(long id, String ifMatch, Request request) {
    int revision = found(id).revision();
    Versions.require(request, ifMatch, Versions.of(revision));
    return revision;
  }

  private SyncSchedule found(long id) {
    return schedules
        .find(id)
        .orElseThrow(() -> RequestRefused.notFound("There is no schedule " + id + "."));
  }

  private Response.ResponseBuilder tagged(Response.ResponseBuilder answer, SyncSchedule schedule) {
    return answer.entity(definitions.answer(schedule)).tag(Versions.of(schedule.revision()));
  }

  /** The number of the schedule if the deed is done. */
  private long done(ScheduleChange change, ScheduleDefinition sent) {
    if (change instanceof ScheduleChange.Done done) {
      return done.scheduleId();
    }
    Map<String, String> problems = new LinkedHashMap<>();
    ((ScheduleChange.Refused) change)
        .problems()
        .forEach((field, problem) -> problems.put(fieldOfPrograms(field), problem));
    if (problems.size() == 1 && problems.containsKey("name") && schedules.isThere(sent.name())) {
      throw RequestRefused.conflict("name", problems.get("name"));
    }
    throw RequestRefused.badFields(problems);
  }

  private static String fieldOfPrograms(String field) {
    return switch (field) {
      case "zone" -> "timeZone";
      case "window" -> "windowTo";
      case "range" -> "to";
      default -> field;
    };
  }
}
