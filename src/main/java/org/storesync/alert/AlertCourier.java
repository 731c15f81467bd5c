package org.storesync.alert;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.storesync.platform.text.RoomTexts;

/** Sends the letters that are due, one after the other, outside of any transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertCourier {

  private static final Logger LOG = Logger.getLogger(AlertCourier.class.getName());
  private static final RoomTexts TEXTS = RoomTexts.of(AlertCourier.class);

  @Inject private AlertDeliveries deliveries;
  @Inject @Any private Instance<LetterCarrier> carriers;

  /** Tries every letter that is due, once. */
  public void sendDue() {
    deliveries.due().forEach(id -> deliveries.beginTry(id).ifPresent(this::send));
  }

  private void send(AlertDelivery delivery) {
    try {
      carrier(delivery.channel()).carry(delivery.id(), delivery.letter());
    } catch (LetterRefused refused) {
      LOG.log(
          Level.WARNING,
          "Letter {0} about alerts did not arrive: {1}",
          new Object[] {Long.toString(delivery.id()), refused.getMessage()});
      deliveries.failed(delivery.id(), refused.getMessage());
      return;
    } catch (RuntimeException unexpected) {
      // It must keep no other letter back, and be given up in time.
      LOG.log(Level.SEVERE, "Letter " + delivery.id() + " could not be sent", unexpected);
      deliveries.failed(delivery.id(), TEXTS.recorded("letterFailed"));
      return;
    }
    deliveries.sent(delivery.id());
  }

  private LetterCarrier carrier(String channel) throws LetterRefused {
    return carriers.stream()
        .filter(carrier -> carrier.channel().equals(channel))
        .findFirst()
        .orElseThrow(() -> new LetterRefused(TEXTS.recorded("noCarrier", channel), null));
  }
}
