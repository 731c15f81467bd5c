package org.storesync.simulator;

import org.storesync.kind.salesorder.SalesOrder;

class SimulatedOrderOfOurs {
  SalesOrder shared;
}
