package org.storesync.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.storesync.platform.text.SpreadsheetCell;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordOrder;
import org.storesync.record.RecordPlace;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;

/**
 * Writes records as a file for spreadsheets. They are read a thousand at a time and written as they
 * come, so that it takes the same memory however many there are.
 */
@ApplicationScoped
public class SyncRecordFile {

  static final int READ_AT_ONCE = 1_000;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "id",
              "store",
              "entity",
              "externalId",
              "localId",
              "status",
              "description",
              "lastMessage",
              "lastOperation",
              "attempts",
              "lastAttempt",
              "externallyModified",
              "locallyModified")
          .get();

  @Inject private SyncRecordList list;

  /** Writes all records that the filter lets through, by their numbers. */
  public void write(RecordFilter filter, OutputStream file) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(new OutputStreamWriter(file, StandardCharsets.UTF_8), FORMAT);
    List<SyncRecordRow> rows = list.after(filter, RecordOrder.ID, Optional.empty(), READ_AT_ONCE);
    while (!rows.isEmpty()) {
      for (SyncRecordRow row : rows) {
        printer.printRecord(cells(SyncRecordAnswer.of(row)));
      }
      printer.flush();
      RecordPlace last = RecordPlace.after(rows.get(rows.size() - 1), RecordOrder.ID);
      rows =
          rows.size() < READ_AT_ONCE
              ? List.of()
              : list.after(filter, RecordOrder.ID, Optional.of(last), READ_AT_ONCE);
    }
    printer.flush();
  }

  private static List<String> cells(SyncRecordAnswer row) {
    return Stream.of(
            row.id(),
            row.store(),
            row.entity(),
            row.externalId(),
            row.localId(),
            row.status(),
            row.description(),
            row.lastMessage(),
            row.lastOperation(),
            row.attempts(),
            row.lastAttempt(),
            row.externallyModified(),
            row.locallyModified())
        .map(SpreadsheetCell::harmless)
        .toList();
  }
}
