package org.storesync.connector;

/** How the writing of one document ended. */
public sealed interface SaveOutcome {

  /**
   * It stands at the destination.
   *
   * @param id its id there
   */
  record Saved(DocumentId id, SaveEffect effect) implements SaveOutcome {}

  /** It was not written, and why. */
  record NotSaved(ConnectorFailure failure) implements SaveOutcome {}
}
