package org.storesync.connector.amazon;

import java.net.http.HttpClient;

class OwnClient {
  HttpClient client = HttpClient.newHttpClient();
}
