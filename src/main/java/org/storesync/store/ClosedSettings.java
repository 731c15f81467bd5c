package org.storesync.store;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.storesync.platform.secret.EncryptedText;

/** Settings by connector and key, as one closed JSON text. */
@Converter
public class ClosedSettings
    implements AttributeConverter<Map<String, Map<String, String>>, byte[]> {

  private static final Jsonb JSON = JsonbBuilder.create();
  private static final Type TYPE =
      new LinkedHashMap<String, LinkedHashMap<String, String>>() {
        private static final long serialVersionUID = 1L;
      }.getClass().getGenericSuperclass();

  private final EncryptedText closed = new EncryptedText();

  @Override
  public byte[] convertToDatabaseColumn(Map<String, Map<String, String>> settings) {
    return closed.convertToDatabaseColumn(JSON.toJson(settings, TYPE));
  }

  @Override
  public Map<String, Map<String, String>> convertToEntityAttribute(byte[] column) {
    return JSON.fromJson(closed.convertToEntityAttribute(column), TYPE);
  }
}
