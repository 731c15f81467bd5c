package org.storesync.kind.salesorder;

import org.storesync.connector.amazon.AmazonStatus;

class OrderFromAmazon {
  AmazonStatus status;
}
