package org.storesync.connector.local;

public class LocalWarehouse {}
