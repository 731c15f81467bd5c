package org.storesync.prepare;

import java.io.Serializable;
import org.storesync.kind.StoreEntityRow;
import org.storesync.run.RunRow;

/**
 * A row of the page Prepare Data: one active entity of the store.
 *
 * @param ready how many records are Prepared or Failed
 * @param run the run at work, or the one that this page has seen end; may be null
 * @param preview what preparing would do if it is not what was picked; may be null
 */
public record PrepareRow(
    StoreEntityRow entity,
    String caption,
    long ready,
    long processed,
    long total,
    RunRow run,
    PreparePreview preview)
    implements Serializable {

  public long id() {
    return entity.id();
  }

  public boolean atWork() {
    return run != null && run.active();
  }
}
