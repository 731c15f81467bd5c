package org.storesync.record;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a person types to narrow a list of records down; also as the parameters of an address. */
public class RecordTextFilters implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Where no index knows what is somewhere within a text, each record has to be read. */
  private static final int SEARCHED = 50_000;

  /** Tells whether an index finds all messages that have something: a {@link MessageIndex}. */
  public interface Index extends Serializable {

    /**
     * @param part as a person typed it
     * @param many how many are too many for it
     */
    boolean finds(String part, int many);
  }

  private static final String EXTERNAL_ID = "externalId";
  private static final String LOCAL_ID = "localId";
  private static final String DESCRIPTION = "description";
  private static final String MESSAGE = "message";

  private final Index messages;
  private String externalId = "";
  private String localId = "";
  private String description = "";
  private String message = "";
  private boolean messageIndexed;

  public RecordTextFilters(Index messages) {
    this.messages = messages;
  }

  /**
   * Takes what an address asks for.
   *
   * @param parameters value by name; null for one that is not given
   */
  public void read(UnaryOperator<String> parameters) {
    externalId = orEmpty(parameters.apply(EXTERNAL_ID));
    localId = orEmpty(parameters.apply(LOCAL_ID));
    description = orEmpty(parameters.apply(DESCRIPTION));
    setMessage(parameters.apply(MESSAGE));
  }

  /** What {@link #read} takes; blank for what is not given. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(EXTERNAL_ID, externalId);
    parameters.put(LOCAL_ID, localId);
    parameters.put(DESCRIPTION, description);
    parameters.put(MESSAGE, message);
    return parameters;
  }

  /** The filter, narrowed down further. */
  public RecordFilter narrow(RecordFilter filter) {
    return filter
        .withTexts(externalId, localId, description, message)
        .withNewest(isOnlyInNewest() ? SEARCHED : null);
  }

  /**
   * Whether something may stand anywhere in a text and is looked for in the newest records only.
   */
  public boolean isOnlyInNewest() {
    return !description.isBlank() || !message.isBlank() && !messageIndexed;
  }

  /** In how many records that is looked for: the newest of those that all else lets pass. */
  public int getSearched() {
    return SEARCHED;
  }

  /** Whether anything was typed. */
  public boolean isGiven() {
    return parameters().values().stream().anyMatch(value -> !value.isBlank());
  }

  public void clear() {
    read(name -> null);
  }

  private static String orEmpty(String typed) {
    return typed == null ? "" : typed.strip();
  }

  public String getExternalId() {
    return externalId;
  }

  public void setExternalId(String externalId) {
    this.externalId = orEmpty(externalId);
  }

  public String getLocalId() {
    return localId;
  }

  public void setLocalId(String localId) {
    this.localId = orEmpty(localId);
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = orEmpty(description);
  }

  public String getMessage() {
    return message;
  }

  /** Asks the index once, so that all pages of a list are looked for in the same way. */
  public void setMessage(String typed) {
    String part = orEmpty(typed);
    if (!part.equals(message)) {
      messageIndexed = !part.isEmpty() && messages.finds(part, SEARCHED);
      message = part;
    }
  }
}
