package org.storesync.record;

/**
 * The orders in which programs can read through records of any number. Each has an index; records
 * that have no value come last, and the record number is the last key.
 */
public enum RecordOrder {
  ID("id", RecordSort.Column.NUMBER, true),
  ID_DOWN("-id", RecordSort.Column.NUMBER, false),
  EXTERNAL_ID("externalId", RecordSort.Column.EXTERNAL_ID, true),
  EXTERNAL_ID_DOWN("-externalId", RecordSort.Column.EXTERNAL_ID, false),
  LOCAL_ID("localId", RecordSort.Column.LOCAL_ID, true),
  LOCAL_ID_DOWN("-localId", RecordSort.Column.LOCAL_ID, false),
  STATUS("status", RecordSort.Column.STATUS, true),
  STATUS_DOWN("-status", RecordSort.Column.STATUS, false),
  LAST_ATTEMPT("lastAttempt", RecordSort.Column.LAST_ATTEMPT, true),
  LAST_ATTEMPT_DOWN("-lastAttempt", RecordSort.Column.LAST_ATTEMPT, false),
  EXTERNALLY_MODIFIED("externallyModified", RecordSort.Column.EXTERNALLY_MODIFIED, true),
  EXTERNALLY_MODIFIED_DOWN("-externallyModified", RecordSort.Column.EXTERNALLY_MODIFIED, false);

  private final String name;
  private final RecordSort.Column column;
  private final boolean ascending;

  RecordOrder(String name, RecordSort.Column column, boolean ascending) {
    this.name = name;
    this.column = column;
    this.ascending = ascending;
  }

  RecordSort.Column column() {
    return column;
  }

  RecordSort sort() {
    return new RecordSort(column, ascending);
  }

  boolean ascending() {
    return ascending;
  }

  /** The value of this order's column; null if the record has none. */
  Object valueOf(SyncRecordRow row) {
    return switch (column) {
      case NUMBER -> row.id();
      case EXTERNAL_ID -> row.externalId();
      case LOCAL_ID -> row.localId();
      case STATUS -> row.status();
      case LAST_ATTEMPT -> row.lastAttempt();
      case EXTERNALLY_MODIFIED -> row.externallyModified();
      case LATEST_SHIP_DATE -> row.latestShipDate();
    };
  }

  /** As programs name it: the field, with a minus if it goes down. */
  @Override
  public String toString() {
    return name;
  }
}
