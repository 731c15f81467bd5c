package org.storesync.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.storesync.alert.LetterCarrier;
import org.storesync.connector.EntitySource;
import org.storesync.connector.EntityTarget;

/** The sixteen rules of who may import whom. No exception by class name. */
final class ImportRules {

  private static final String ROOT = "org.storesync";

  /** What moves the records: knows ports only. */
  private static final String[] ENGINE =
      rooms("record", "run", "prepare", "process", "schedule", "history");

  private static final String EACH_KIND = ROOT + ".kind.*..";
  private static final String EACH_SYSTEM = ROOT + ".connector.*..";
  private static final String SIMULATOR = ROOT + ".simulator..";
  private static final String PLATFORM = ROOT + ".platform..";
  private static final String DOOR = ROOT + ".platform.http..";
  private static final String ALERTS = ROOT + ".alert..";
  private static final String WEB = ROOT + ".web..";
  private static final String API = ROOT + ".api..";

  /** Rooms may be empty while they are being built: the bad examples prove that a rule bites. */
  private static ImportRule rule(String name, ArchRule check, String because) {
    return new ImportRule(name, check.allowEmptyShould(true).because(because));
  }

  static final List<ImportRule> ALL =
      List.of(
          rule(
              "Packages form a DAG",
              slices().matching(ROOT + ".(**)").should().beFreeOfCycles(),
              "data flows one way, and who changes a room must know who feels it"),
          rule(
              "The engine knows no kind and no system",
              noClasses()
                  .that(resideInAnyPackage(ENGINE))
                  .should()
                  .dependOnClassesThat(resideInAnyPackage(EACH_KIND, EACH_SYSTEM, SIMULATOR)),
              "a new kind or system must not change a line of the engine"),
          rule(
              "Ports know no kind and no system",
              noClasses()
                  .that(resideInAnyPackage(ROOT + ".kind", ROOT + ".connector", ROOT + ".store"))
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage(EACH_KIND, EACH_SYSTEM, ROOT + ".store.*..")),
              "kinds and systems are found by type, never named where they are asked for"),
          rule(
              "Kinds know no system",
              noClasses()
                  .that(resideInAPackage(EACH_KIND))
                  .should()
                  .dependOnClassesThat(resideInAPackage(EACH_SYSTEM)),
              "what a sales order is does not depend on who sells"),
          rule(
              "Systems do not know each other",
              slices().matching(ROOT + ".connector.(*)..").should().notDependOnEachOther(),
              "a marketplace can be paired with any back office"),
          rule(
              "Systems do not know the engine",
              noClasses()
                  .that(resideInAPackage(EACH_SYSTEM))
                  .should()
                  .dependOnClassesThat(resideInAnyPackage(ENGINE)),
              "a connector answers when it is called and decides nothing about the queue"),
          rule(
              "The simulator stands alone",
              noClasses()
                  .that(resideInAPackage(SIMULATOR))
                  .should()
                  .dependOnClassesThat(
                      are(ours()).and(are(not(resideInAnyPackage(SIMULATOR, PLATFORM))))),
              "simulator and connector must not be wrong together: they share no class"),
          rule(
              "Nobody knows the simulator",
              noClasses()
                  .that(are(not(resideInAPackage(SIMULATOR))))
                  .should()
                  .dependOnClassesThat(resideInAPackage(SIMULATOR)),
              "it is reached over HTTP, like the marketplace it stands for"),
          rule(
              "Only pages know Faces",
              noClasses()
                  .that(are(not(pages())).and(are(not(resideInAPackage(WEB)))))
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..")),
              "what works must work without a browser: in a timer, in a test, by REST"),
          rule(
              "Only resources know the server side of REST",
              noClasses()
                  .that(are(not(resources())).and(are(not(resideInAPackage(API)))))
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage("jakarta.ws.rs..", "org.glassfish.jersey..")),
              "what works must work without HTTP: in a timer, in a test, by a page"),
          rule(
              "Pages stay thin",
              noClasses()
                  .that(are(pages()))
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage("jakarta.persistence..", EACH_SYSTEM, DOOR)
                          .or(named("org.primefaces.model.JPALazyDataModel"))),
              "a page loads, holds and delegates; queries belong to the room's repository"),
          rule(
              "One door to the network",
              noClasses()
                  .that(are(not(resideInAPackage(DOOR))))
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage(
                              "java.net.http..",
                              "jakarta.ws.rs.client..",
                              "org.eclipse.microprofile.rest.client..",
                              "org.glassfish.jersey.client..",
                              "org.apache.http..",
                              "org.apache.hc..",
                              "okhttp3..")
                          .or(
                              belongToAnyOf(
                                  HttpURLConnection.class, URLConnection.class, Socket.class)))
                  .orShould()
                  .callMethod(URL.class, "openStream"),
              "time-outs, quotas, logging and the refusal inside transactions live in one place"),
          rule(
              "Only systems and alerts use the door",
              noClasses()
                  .that(are(not(resideInAnyPackage(EACH_SYSTEM, ALERTS, DOOR))))
                  .should()
                  .dependOnClassesThat(resideInAPackage(DOOR)),
              "whoever else needs something from outside asks a port"),
          rule(
              "Whoever calls a remote port holds no transaction",
              classes()
                  .that(are(enterpriseBeans()).and(are(usersOfRemotePorts())))
                  .should(runWithoutTransaction()),
              "a slow marketplace must not hold connections and locks of the database; who commits"
                  + " a chunk with its outcomes asks for a TransactionalTarget"),
          rule(
              "Time comes from the clock",
              classes()
                  .that(are(not(resideInAPackage(ROOT + ".platform.time.."))))
                  .should(notReadThePresent()),
              "a test can then set the time, and all nodes mean the same by it"),
          rule(
              "The entity manager lives in stateless beans",
              noClasses()
                  .that(are(not(statelessBeans())))
                  .should()
                  .dependOnClassesThat(
                      belongToAnyOf(EntityManager.class, EntityManagerFactory.class)),
              "a room's queries are found in its plural noun, each call in a transaction"));

  private ImportRules() {}

  private static String[] rooms(String... names) {
    String[] packages = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      packages[i] = ROOT + "." + names[i] + "..";
    }
    return packages;
  }

  private static <T> DescribedPredicate<T> not(DescribedPredicate<T> predicate) {
    return DescribedPredicate.not(predicate);
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(ROOT + "..");
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return describe(name, candidate -> candidate.getName().equals(name));
  }

  /** A nested class belongs to the one around it. */
  private static JavaClass outermost(JavaClass member) {
    return member.getEnclosingClass().map(ImportRules::outermost).orElse(member);
  }

  private static DescribedPredicate<JavaClass> pages() {
    return describe("pages", member -> outermost(member).getSimpleName().endsWith("Page"));
  }

  private static DescribedPredicate<JavaClass> resources() {
    return describe("resources", member -> outermost(member).getSimpleName().endsWith("Resource"));
  }

  private static DescribedPredicate<JavaClass> statelessBeans() {
    return describe(
        "stateless beans", member -> outermost(member).isAnnotatedWith(Stateless.class));
  }

  private static DescribedPredicate<JavaClass> enterpriseBeans() {
    return describe(
        "enterprise beans",
        member ->
            member.isAnnotatedWith(Stateless.class)
                || member.isAnnotatedWith(Stateful.class)
                || member.isAnnotatedWith(Singleton.class));
  }

  private static DescribedPredicate<JavaClass> usersOfRemotePorts() {
    return describe(
        "users of remote ports",
        member ->
            member.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .anyMatch(
                    target ->
                        target.isEquivalentTo(EntitySource.class)
                            || target.isEquivalentTo(EntityTarget.class)
                            || target.isEquivalentTo(LetterCarrier.class)));
  }

  private static ArchCondition<JavaClass> runWithoutTransaction() {
    return new ArchCondition<>("run without a transaction (NOT_SUPPORTED)") {
      @Override
      public void check(JavaClass bean, ConditionEvents events) {
        if (!isNotSupported(bean)) {
          events.add(
              SimpleConditionEvent.violated(
                  bean, bean.getName() + " is not NOT_SUPPORTED as a whole"));
        }
        for (JavaMember method : bean.getMethods()) {
          if (method.isAnnotatedWith(TransactionAttribute.class) && !isNotSupported(method)
              || method.isAnnotatedWith(Transactional.class)) {
            events.add(
                SimpleConditionEvent.violated(
                    method, method.getFullName() + " holds a transaction"));
          }
        }
      }
    };
  }

  private static boolean isNotSupported(HasAnnotations<?> bean) {
    // Read without reflection, so that the class need not be loaded.
    return bean.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().isEquivalentTo(TransactionAttribute.class))
        .flatMap(annotation -> annotation.get("value").stream())
        .map(value -> ((JavaEnumConstant) value).name())
        .anyMatch(TransactionAttributeType.NOT_SUPPORTED.name()::equals);
  }

  private static ArchCondition<JavaClass> notReadThePresent() {
    return new ArchCondition<>("not read the present") {
      @Override
      public void check(JavaClass member, ConditionEvents events) {
        Stream.<JavaCodeUnitAccess<?>>concat(
                member.getCodeUnitCallsFromSelf().stream(),
                member.getCodeUnitReferencesFromSelf().stream())
            .filter(access -> readsThePresent(access.getTarget()))
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.violated(access, access.getDescription())));
      }
    };
  }

  /** {@code now(clock)} is the clock's time; {@code nanoTime} measures and tells no time. */
  private static boolean readsThePresent(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    String method = target.getName();
    List<JavaClass> parameters = target.getRawParameterTypes();
    if (owner.getPackageName().equals("java.time") && method.equals("now")) {
      return parameters.stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return Set.of(
              "system",
              "systemUTC",
              "systemDefaultZone",
              "tickMillis",
              "tickSeconds",
              "tickMinutes")
          .contains(method);
    }
    if (owner.isEquivalentTo(System.class)) {
      return method.equals("currentTimeMillis");
    }
    return owner.isEquivalentTo(Date.class)
        && method.equals(JavaConstructor.CONSTRUCTOR_NAME)
        && parameters.isEmpty();
  }
}
