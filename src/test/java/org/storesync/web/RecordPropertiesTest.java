package org.storesync.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;
import org.storesync.platform.table.TableSort;

class RecordPropertiesTest {

  private final RecordProperties properties = new RecordProperties();
  private final ELContext context =
      new ELContext() {
        @Override
        public ELResolver getELResolver() {
          return properties;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
          throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
          throw new UnsupportedOperationException();
        }
      };
  private final TableSort row = new TableSort("name", true);

  @Test
  void a_component_of_a_record_is_read_by_its_name() {
    assertThat(properties.getValue(context, row, "field")).isEqualTo("name");
    assertThat(context.isPropertyResolved()).isTrue();
  }

  @Test
  void what_is_no_component_is_left_to_others() {
    assertThat(properties.getValue(context, row, "other")).isNull();
    assertThat(properties.getValue(context, "a text", "length")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void a_record_is_never_changed() {
    assertThatThrownBy(() -> properties.setValue(context, row, "field", "x"))
        .isInstanceOf(PropertyNotWritableException.class);
  }
}
