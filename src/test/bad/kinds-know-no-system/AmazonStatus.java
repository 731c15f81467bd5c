package org.storesync.connector.amazon;

public enum AmazonStatus {
  SHIPPED
}
