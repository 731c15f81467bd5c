package org.storesync.platform.config;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Hears SIGTERM before the server does: that closes the database and its own door first and asks
 * the application last, when nothing can be handed over any more.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StopSignal {

  private static final Logger LOG = Logger.getLogger(StopSignal.class.getName());
  private static final Signal TERMINATE = new Signal("TERM");

  @Inject private Event<ServerStops> stops;

  private SignalHandler servers;

  @PostConstruct
  void listen() {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try {
      servers = Signal.handle(TERMINATE, signal -> stop(signal, application));
    } catch (IllegalArgumentException signalsAreNotOurs) {
      // With -Xrs: runs are then taken over when their leases run out.
      LOG.log(Level.WARNING, "SIGTERM is not heard: runs are not handed over", signalsAreNotOurs);
    }
  }

  private void stop(Signal signal, ClassLoader application) {
    Thread.currentThread().setContextClassLoader(application);
    try {
      stops.fire(new ServerStops());
    } catch (RuntimeException notHandedOver) {
      LOG.log(Level.WARNING, "Not everything could be handed over", notHandedOver);
    } finally {
      servers.handle(signal);
    }
  }

  @PreDestroy
  void giveBack() {
    if (servers != null) {
      Signal.handle(TERMINATE, servers);
    }
  }
}
