package org.storesync.backoffice;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.storesync.platform.secret.EncryptedText;

/** An order's buyer as one closed JSON text: personal data never stands open in the database. */
@Converter
public class ClosedBuyer implements AttributeConverter<OrderBuyer, byte[]> {

  private static final Jsonb JSON = JsonbBuilder.create();

  private final EncryptedText closed = new EncryptedText();

  @Override
  public byte[] convertToDatabaseColumn(OrderBuyer buyer) {
    return buyer == null ? null : closed.convertToDatabaseColumn(JSON.toJson(buyer));
  }

  @Override
  public OrderBuyer convertToEntityAttribute(byte[] column) {
    return column == null
        ? null
        : JSON.fromJson(closed.convertToEntityAttribute(column), OrderBuyer.class);
  }
}
