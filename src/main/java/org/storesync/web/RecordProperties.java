package org.storesync.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets a page write {@code #{row.name}} for a component of a record. Expression Language 5 reads
 * only {@code getName()}; from version 6 on this class can go.
 */
public class RecordProperties extends ELResolver {

  private final Map<Class<?>, Map<String, Method>> accessors = new ConcurrentHashMap<>();

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return accessor.invoke(base);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new ELException("%s of %s".formatted(property, base.getClass().getName()), e);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    return accessor.getReturnType();
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (accessor(base, property) != null) {
      throw new PropertyNotWritableException(
          "%s is a record: %s can't be set".formatted(base.getClass().getName(), property));
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    if (accessor(base, property) == null) {
      return false;
    }
    context.setPropertyResolved(base, property);
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? Object.class : null;
  }

  private Method accessor(Object base, Object property) {
    return base instanceof Record
        ? accessors
            .computeIfAbsent(base.getClass(), RecordProperties::accessorsOf)
            .get(String.valueOf(property))
        : null;
  }

  private static Map<String, Method> accessorsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getAccessor)
        .filter(accessor -> Modifier.isPublic(type.getModifiers()))
        .collect(Collectors.toMap(Method::getName, Function.identity()));
  }
}
