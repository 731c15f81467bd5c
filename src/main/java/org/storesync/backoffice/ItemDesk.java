package org.storesync.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Where people change items: {@link ItemActions} behind the role. */
@Stateless
@RolesAllowed("operator")
public class ItemDesk {

  @Inject private ItemActions actions;

  /** See {@link ItemActions#save}. */
  public List<Problem> save(ItemEdit edit) {
    return actions.save(edit);
  }

  /** See {@link ItemActions#importFile}. */
  public ItemImport importFile(byte[] content) {
    return actions.importFile(content);
  }
}
