package org.storesync.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Reads the audit trail for tests outside of the server. */
@Path("for-tests/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditTrialResource {

  @Inject private AuditReader reader;

  /** One line in words. */
  public record Told(
      String action,
      String actor,
      String name,
      String address,
      String subject,
      String what,
      String changes) {}

  /** Lines, the newest first. */
  public record Lines(List<Told> items) {}

  @GET
  public Lines about(@QueryParam("subject") String subject, @QueryParam("who") String who) {
    return new Lines(
        reader.page(AuditFilter.all().withSubject(subject).withWho(who)).stream()
            .map(AuditTrialResource::told)
            .toList());
  }

  private static Told told(AuditRow row) {
    return new Told(
        row.action().name(),
        row.actorKind().name(),
        row.actorName(),
        row.address(),
        row.subjectKind().name(),
        row.subjectName(),
        row.changes().stream().map(AuditTrialResource::told).sorted().toList().toString());
  }

  private static String told(FieldChange change) {
    return change.hidden()
        ? change.field() + " hidden"
        : "%s %s>%s".formatted(change.field(), change.before(), change.after());
  }
}
