package org.storesync.api;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads parameters of addresses. One that can't be what it should be is answered with its name and
 * the reason; the platform would say that there is no such address.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

  private record Reader<T>(String name, Class<T> type) implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      // An empty parameter is one that a form left blank.
      if (text == null || text.isEmpty() && type != String.class) {
        return null;
      }
      try {
        return type.cast(TextValue.read(type, text));
      } catch (UnreadableValue wrong) {
        throw RequestRefused.badField(name, wrong.getMessage());
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    String name = name(annotations);
    return name != null && TextValue.canRead(type) ? new Reader<>(name, type) : null;
  }

  private static String name(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof QueryParam query) {
        return query.value();
      }
      if (annotation instanceof PathParam path) {
        return path.value();
      }
    }
    return null;
  }
}
