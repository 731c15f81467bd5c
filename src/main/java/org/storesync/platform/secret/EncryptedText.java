package org.storesync.platform.secret;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Keeps a text closed in its column ({@code bytea}): {@code @Convert(converter =
 * EncryptedText.class)}. For secrets, stored payloads and buyers' personal data. A closed column
 * can't be searched or sorted.
 */
@Converter
public class EncryptedText implements AttributeConverter<String, byte[]> {

  // Found once: looking it up for every value would cost more than closing the value.
  private volatile SecretBox box;

  @Override
  public byte[] convertToDatabaseColumn(String text) {
    return text == null ? null : box().close(text);
  }

  @Override
  public String convertToEntityAttribute(byte[] column) {
    return column == null ? null : box().open(column);
  }

  private SecretBox box() {
    if (box == null) {
      box = CDI.current().select(SecretBox.class).get();
    }
    return box;
  }
}
