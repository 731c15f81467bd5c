package org.storesync.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Where an operator changes items: {@link ItemChanges} behind the role. */
@Stateless
@RolesAllowed("operator")
public class ItemDesk {

  @Inject private ItemChanges changes;

  /** See {@link ItemChanges#save}. */
  public List<Problem> save(ItemEdit edit) {
    return changes.save(edit);
  }

  /** See {@link ItemChanges#saveOrRefuse}. */
  public List<ItemProblem> saveOrRefuse(ItemEdit edit) {
    return changes.saveOrRefuse(edit);
  }

  /** See {@link ItemChanges#importFile}. */
  public ItemImport importFile(byte[] content) {
    return changes.importFile(content);
  }
}
