package org.storesync.backoffice;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.storesync.platform.secret.EncryptedText;

/** An order's address as one closed JSON text: personal data never stands open in the database. */
@Converter
public class ClosedAddress implements AttributeConverter<OrderAddress, byte[]> {

  private static final Jsonb JSON = JsonbBuilder.create();

  private final EncryptedText closed = new EncryptedText();

  @Override
  public byte[] convertToDatabaseColumn(OrderAddress address) {
    return address == null ? null : closed.convertToDatabaseColumn(JSON.toJson(address));
  }

  @Override
  public OrderAddress convertToEntityAttribute(byte[] column) {
    return column == null
        ? null
        : JSON.fromJson(closed.convertToEntityAttribute(column), OrderAddress.class);
  }
}
