package org.storesync.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.storesync.platform.text.SpreadsheetCell;

/**
 * Writes audit lines as CSV, read in pieces, so that any number of them needs little memory. The
 * words are those of the database, the same in every language; cells can't be run as formulas.
 */
@ApplicationScoped
public class AuditFile {

  private static final int PIECE = 1000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "time",
              "actor_kind",
              "actor",
              "address",
              "action",
              "subject_kind",
              "subject_id",
              "subject",
              "changes")
          .get();

  @Inject private AuditLines lines;

  void write(AuditFilter filter, Writer writer) throws IOException {
    try (CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
      Optional<AuditRow> last = Optional.empty();
      List<AuditRow> piece;
      do {
        piece = lines.after(filter, last, PIECE);
        for (AuditRow row : piece) {
          print(row, printer);
          last = Optional.of(row);
        }
      } while (piece.size() == PIECE);
    }
  }

  private static void print(AuditRow row, CSVPrinter printer) throws IOException {
    printer.printRecord(
        row.recordedAt(),
        row.actorKind(),
        SpreadsheetCell.harmless(row.actorName()),
        SpreadsheetCell.harmless(row.address()),
        row.action(),
        row.subjectKind(),
        SpreadsheetCell.harmless(row.subjectId()),
        SpreadsheetCell.harmless(row.subjectName()),
        SpreadsheetCell.harmless(inOneCell(row.changes())));
  }

  private static String inOneCell(List<FieldChange> changes) {
    return changes.stream().map(AuditFile::inWords).collect(Collectors.joining("; "));
  }

  private static String inWords(FieldChange change) {
    if (change.hidden()) {
      return change.field() + ": changed";
    }
    return change.before() == null
        ? change.field() + ": " + change.after()
        : "%s: %s -> %s"
            .formatted(
                change.field(), change.before(), change.after() == null ? "" : change.after());
  }
}
