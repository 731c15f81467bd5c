package org.storesync.store;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Connectors;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;
import org.storesync.platform.text.RoomTexts;

/** Tries both sides of a store as it is stored. No transaction: the systems are called. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectionTest {

  private static final RoomTexts TEXTS = RoomTexts.of(ConnectionTest.class);

  @Inject private Stores stores;
  @Inject private Connectors connectors;
  @Inject private AuditTrail audit;

  /**
   * The checks of the marketplace, then those of the back office.
   *
   * @param language of the checks
   */
  @RolesAllowed("administrator")
  public List<ConnectionReport> run(long storeId, Locale language) {
    Store store =
        stores
            .find(storeId)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no store number " + storeId + "."));
    List<ConnectionReport> reports = new ArrayList<>();
    for (Side side : Side.values()) {
      reports.add(report(store, side, language));
    }
    writeDown(store, reports);
    return reports;
  }

  private void writeDown(Store store, List<ConnectionReport> reports) {
    AuditChanges results = AuditChanges.none();
    reports.forEach(
        report ->
            results.given(store.system(report.side()), isPassed(report) ? "passed" : "failed"));
    audit.record(
        AuditAction.CONNECTION_TESTED,
        AuditSubject.of(AuditSubject.Kind.STORE, store.id(), store.name()),
        results);
  }

  private static boolean isPassed(ConnectionReport report) {
    return report.checks().stream()
        .allMatch(check -> check.result() == ConnectionCheck.Result.PASSED);
  }

  private ConnectionReport report(Store store, Side side, Locale language) {
    return connectors
        .find(store.system(side))
        .map(
            connector ->
                new ConnectionReport(
                    side,
                    connector.caption(language),
                    checks(connector, store.access(side), language)))
        .orElseGet(() -> missing(store.system(side), side, language));
  }

  private static List<ConnectionCheck> checks(
      Connector connector, StoreAccess access, Locale language) {
    try {
      return List.copyOf(connector.test(language, access));
    } catch (ConnectorFailure failure) {
      return List.of(
          ConnectionCheck.failed(
              TEXTS.text(language, "check.connection"),
              failure.getMessage(),
              TEXTS.text(language, "check.connection.remedy")));
    }
  }

  private static ConnectionReport missing(String system, Side side, Locale language) {
    return new ConnectionReport(
        side,
        system,
        List.of(
            ConnectionCheck.failed(
                TEXTS.text(language, "check.connector"),
                TEXTS.text(language, "check.connector.missing", system),
                TEXTS.text(language, "check.connector.remedy"))));
  }
}
