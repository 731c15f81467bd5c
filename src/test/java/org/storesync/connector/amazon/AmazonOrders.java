package org.storesync.connector.amazon;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Orders as Amazon sends them, invented. */
final class AmazonOrders {

  private AmazonOrders() {}

  /** Two lines with tax: 2 x 10.00 + 1.60, and 5.00 + 0.40. */
  static String withTwoLines(int number) {
    return """
        {"orderId":"114-0000000-%07d","createdTime":"2026-11-20T10:00:00Z",
         "lastUpdatedTime":"2026-11-20T11:00:00.123Z",
         "salesChannel":{"channelName":"AMAZON","marketplaceId":"ATVPDKIKX0DER","marketplaceName":"Amazon.com"},
         "proceeds":{"grandTotal":{"amount":"27.00","currencyCode":"USD"}},
         "fulfillment":{"fulfillmentStatus":"UNSHIPPED","fulfilledBy":"MERCHANT","fulfillmentServiceLevel":"STANDARD"},
         "orderItems":[
          {"orderItemId":"1","quantityOrdered":2,"product":{"asin":"B000000001","sellerSku":"SKU-1","title":"Cup",
            "price":{"unitPrice":{"amount":"10.00","currencyCode":"USD"}}},
           "proceeds":{"proceedsTotal":{"amount":"21.60","currencyCode":"USD"},"breakdowns":[
            {"type":"ITEM","subtotal":{"amount":"20.00","currencyCode":"USD"}},
            {"type":"TAX","subtotal":{"amount":"1.60","currencyCode":"USD"}}]}},
          {"orderItemId":"2","quantityOrdered":1,"product":{"asin":"B000000002","sellerSku":"SKU-2","title":"Spoon"},
           "proceeds":{"proceedsTotal":{"amount":"5.40","currencyCode":"USD"},"breakdowns":[
            {"type":"ITEM","subtotal":{"amount":"5.00","currencyCode":"USD"}},
            {"type":"TAX","subtotal":{"amount":"0.40","currencyCode":"USD"}}]}}]}
        """
        .formatted(number);
  }

  static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}
