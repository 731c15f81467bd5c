package org.storesync.platform.quota;

/**
 * A call that wants to be counted.
 *
 * @param quota what it is counted against
 * @param caller for whom it is made, as people know it: the name of a store
 * @param unattended whether no person waits for it: it gives way to those who do
 */
public record QuotaRequest(Quota quota, String caller, boolean unattended) {}
