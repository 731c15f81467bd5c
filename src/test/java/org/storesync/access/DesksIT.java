package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever gets past the pages still meets the desks. All of them are tried, whatever room they are
 * in, so that one that comes later is tried too. Nothing is ever done: the container refuses before
 * a method begins.
 */
@ArquillianTest
class DesksIT {

  private static final String SOMEBODY = "somebody-at-the-desks";
  private static final String PASSWORD = "four-drawers-and-a-lamp";

  @Inject private BeanManager beans;
  @Inject private TestUsers users;
  @Inject private SecurityContext security;
  @Inject private HttpServletRequest request;
  @Inject private CallerRoles caller;

  @AfterEach
  void nobody_is_signed_in_any_more() throws Exception {
    request.logout();
    SignedInUser.end(request);
    users.remove(SOMEBODY);
  }

  private void signIn(Role role) {
    users.add(SOMEBODY, PASSWORD, role);
    AuthenticationStatus status =
        security.authenticate(
            request,
            mute(),
            AuthenticationParameters.withParams()
                .credential(new UsernamePasswordCredential(SOMEBODY, PASSWORD)));
    assertThat(status).isEqualTo(AuthenticationStatus.SUCCESS);
  }

  /** A test has no answer of its own to write. */
  private static HttpServletResponse mute() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            DesksIT.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> DeskMethod.nothing(method.getReturnType()));
  }

  /** One method of a desk, ready to be called without its arguments. */
  private record DeskMethod(Object desk, Method method) {

    Set<String> allowed() {
      return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
          .or(
              () ->
                  Optional.ofNullable(method.getDeclaringClass().getAnnotation(RolesAllowed.class)))
          .map(roles -> Set.of(roles.value()))
          .orElse(Set.of());
    }

    void call() throws Exception {
      try {
        method.invoke(
            desk, Arrays.stream(method.getParameterTypes()).map(DeskMethod::nothing).toArray());
      } catch (InvocationTargetException e) {
        throw (Exception) e.getCause();
      }
    }

    /** Reflection wants a number where a parameter is one. */
    private static Object nothing(Class<?> type) {
      if (type == boolean.class) {
        return false;
      }
      if (type == int.class) {
        return 0;
      }
      return type == long.class ? 0L : null;
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
  }

  private List<DeskMethod> methods() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .filter(bean -> bean.getBeanClass().getName().startsWith("org.storesync."))
        .filter(bean -> bean.getBeanClass().getSimpleName().endsWith("Desk"))
        .flatMap(this::methods)
        .toList();
  }

  private Stream<DeskMethod> methods(Bean<?> bean) {
    Class<?> type = bean.getBeanClass();
    Object desk = beans.getReference(bean, type, beans.createCreationalContext(bean));
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(method -> new DeskMethod(desk, method));
  }

  @Test
  void a_viewer_is_refused_by_every_method_of_every_desk() {
    List<DeskMethod> methods = methods();
    signIn(Role.VIEWER);

    assertThat(methods)
        .extracting(DeskMethod::toString)
        .contains("RunDesk.process", "StoreDesk.create", "SyncRecordDesk.perform");
    assertSoftly(
        softly ->
            methods.forEach(
                method ->
                    softly
                        .assertThatThrownBy(method::call)
                        .as(method.toString())
                        .isInstanceOf(EJBAccessException.class)));
  }

  @Test
  void an_operator_is_refused_by_every_method_for_administrators() {
    List<DeskMethod> methods =
        methods().stream().filter(method -> !method.allowed().contains("operator")).toList();
    signIn(Role.OPERATOR);

    assertThat(methods)
        .extracting(DeskMethod::toString)
        .contains("StoreDesk.create", "StoreEntityDesk.change");
    assertSoftly(
        softly ->
            methods.forEach(
                method ->
                    softly
                        .assertThatThrownBy(method::call)
                        .as(method.toString())
                        .isInstanceOf(EJBAccessException.class)));
  }

  @Test
  void who_signs_in_has_the_role_and_those_below_it() {
    assertThat(caller.roles()).isEmpty();

    signIn(Role.OPERATOR);

    assertThat(caller.roles()).containsExactly(Role.VIEWER, Role.OPERATOR);
  }
}
