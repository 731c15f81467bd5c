package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.storesync.connector.Side;
import org.storesync.platform.database.DatabaseInstant;

/** The systems that no longer let a store in, until they answer it again. */
@Stateless
public class SignInRefusals {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * A run was refused.
   *
   * @param reason a sentence for people
   */
  public void note(long storeId, Side side, String reason) {
    int known =
        entities
            .createNativeQuery(
                "update sign_in_refusal set refusals = refusals + 1, reason = ?3"
                    + " where store_id = ?1 and side = ?2")
            .setParameter(1, storeId)
            .setParameter(2, side.name())
            .setParameter(3, reason)
            .executeUpdate();
    if (known == 0) {
      entities
          .createNativeQuery(
              "insert into sign_in_refusal (store_id, side, since, refusals, reason)"
                  + " values (?1, ?2, ?3, 1, ?4) on conflict do nothing")
          .setParameter(1, storeId)
          .setParameter(2, side.name())
          .setParameter(3, DatabaseInstant.parameter(clock.instant()))
          .setParameter(4, reason)
          .executeUpdate();
    }
  }

  /** The system answers the store: it lets it in. */
  public void noteSuccess(long storeId, Side side) {
    entities
        .createNativeQuery("delete from sign_in_refusal where store_id = ?1 and side = ?2")
        .setParameter(1, storeId)
        .setParameter(2, side.name())
        .executeUpdate();
  }

  /** All that stand, of active stores. */
  @SuppressWarnings("unchecked")
  public List<SignInRefusal> all() {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select r.store_id, r.side, r.since, r.refusals, r.reason from sign_in_refusal r"
                    + " join store s on s.id = r.store_id where s.active"
                    + " order by r.store_id, r.side")
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new SignInRefusal(
                    ((Number) row[0]).longValue(),
                    Side.valueOf((String) row[1]),
                    DatabaseInstant.read(row[2]),
                    ((Number) row[3]).intValue(),
                    (String) row[4]))
        .toList();
  }
}
