package org.storesync.process;

import org.storesync.kind.salesorder.SalesOrder;

class ProcessorOfOrders {
  void process(SalesOrder order) {}
}
