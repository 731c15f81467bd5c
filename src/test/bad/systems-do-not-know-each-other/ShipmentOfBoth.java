package org.storesync.connector.amazon;

import org.storesync.connector.local.LocalWarehouse;

class ShipmentOfBoth {
  LocalWarehouse warehouse;
}
