package org.storesync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InstantConverterTest {

  private static final Instant INSTANT = Instant.parse("2026-11-24T12:34:56.789012Z");

  private final InstantConverter converter = new InstantConverter();

  @Test
  void an_instant_is_stored_in_utc_and_comes_back_the_same_from_any_offset() {
    assertThat(converter.convertToDatabaseColumn(INSTANT).getOffset()).isEqualTo(ZoneOffset.UTC);
    assertThat(converter.convertToEntityAttribute(INSTANT.atOffset(ZoneOffset.ofHours(-8))))
        .isEqualTo(INSTANT);
  }

  @Test
  void no_instant_is_no_value() {
    assertThat(converter.convertToDatabaseColumn(null)).isNull();
    assertThat(converter.convertToEntityAttribute(null)).isNull();
  }
}
