package org.storesync.kind;

import org.storesync.kind.salesorder.SalesOrder;

class ListOfKinds {
  Class<?> first() {
    return SalesOrder.class;
  }
}
