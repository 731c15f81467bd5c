package org.storesync.connector.amazon;

import org.storesync.record.QueueDoor;

class OrdersThatRequeue {
  QueueDoor queue;
}
