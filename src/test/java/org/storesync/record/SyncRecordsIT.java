package org.storesync.record;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the tables on a record in the database, through the beans of the queue. */
@ArquillianTest
class SyncRecordsIT {

  @Inject private TriedCells tried;

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofDocumentsNotThereYet")
  void preparing_a_document_that_is_not_there_yet(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofPreparedRecords")
  void preparing_a_prepared_record(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofFailedAndAbortedRecords")
  void preparing_a_failed_or_aborted_record(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofProcessedRecords")
  void preparing_a_processed_record(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofSkippedRecords")
  void preparing_a_skipped_record(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofFilteredAndInvalidRecords")
  void preparing_a_filtered_or_invalid_record(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofDeletedAndRemovedRecords")
  void preparing_a_deleted_or_removed_record(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofJudgedRecords")
  void a_rule_keeps_it_out(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofUnreadableRecords")
  void its_document_can_not_be_read(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofOlderContent")
  void older_content(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofContentWithoutTime")
  void content_without_a_modification_time(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofRecordsInTheQueue")
  void processing_a_record_in_the_queue(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofForcedSync")
  void a_forced_sync(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofRuledOutSync")
  void a_forced_sync_that_a_rule_refuses(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofSetAsPrepared")
  void set_as_prepared(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofSkip")
  void skip(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofSetAsProcessed")
  void set_as_processed(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofDelete")
  void delete(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofGoneDocuments")
  void its_source_document_is_gone(RecordCells.Cell cell) {
    tried.once(cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.storesync.record.RecordCells#ofChangesWhileProcessed")
  void a_change_while_it_is_processed(RecordCells.Cell cell) {
    tried.once(cell);
  }
}
