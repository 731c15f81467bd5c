package org.storesync.home;

import org.storesync.platform.http.SomeDoor;

class NewsOfAmazon {
  SomeDoor door;
}
