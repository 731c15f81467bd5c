package org.storesync.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the audit trail for tests. */
@ApplicationScoped
public class AuditReader {

  @Inject private AuditLines lines;
  @Inject private AuditFile file;

  /** The newest lines about what has this in its name, the newest first. */
  public List<AuditRow> about(String subject) {
    return lines.page(AuditFilter.all().withSubject(subject), 0, 50);
  }

  public List<AuditRow> page(AuditFilter filter) {
    return lines.page(filter, 0, 50);
  }

  public String csv(AuditFilter filter) {
    StringWriter text = new StringWriter();
    try {
      file.write(filter, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
