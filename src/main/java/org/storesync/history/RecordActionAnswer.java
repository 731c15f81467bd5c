package org.storesync.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of an action.
 *
 * @param results one for each id, in the order of the request
 */
@Schema(requiredProperties = "results")
public record RecordActionAnswer(List<RecordResult> results) {

  /** How it ended for one record. */
  public enum Outcome {
    DONE,
    /** It is processed by the run that is named. */
    STARTED,
    /** It was left as it is; the message says why. */
    REFUSED,
    NOT_FOUND
  }

  /**
   * What came of an action for one record.
   *
   * @param run the run that does it; null if none is needed
   * @param message why it was refused; null otherwise
   */
  @Schema(requiredProperties = "outcome")
  public record RecordResult(long id, Outcome outcome, Long run, String message) {

    static RecordResult done(long id) {
      return new RecordResult(id, Outcome.DONE, null, null);
    }

    static RecordResult started(long id, long run) {
      return new RecordResult(id, Outcome.STARTED, run, null);
    }

    static RecordResult refused(long id, String message) {
      return new RecordResult(id, Outcome.REFUSED, null, message);
    }

    static RecordResult notFound(long id) {
      return new RecordResult(id, Outcome.NOT_FOUND, null, "There is no record " + id + ".");
    }
  }
}
