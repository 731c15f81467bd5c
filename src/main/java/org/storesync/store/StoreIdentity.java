package org.storesync.store;

/**
 * What is settled when a store is made and never changes: everything that was synchronized hangs on
 * it.
 *
 * @param name 1 to 100 characters without slash and control characters; unique, whatever the case
 * @param marketplaceSystem key of a connector on the marketplace's side
 * @param backOfficeSystem key of a connector on the back office's side
 */
public record StoreIdentity(String name, String marketplaceSystem, String backOfficeSystem) {

  /** Field name of the store's name among the problems of a {@link StoreChange.Refused}. */
  public static final String NAME = "name";

  public static final String MARKETPLACE_SYSTEM = "marketplaceSystem";
  public static final String BACK_OFFICE_SYSTEM = "backOfficeSystem";
}
