package org.storesync.platform.config;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Closes the server's own cluster. StoreSync does not use it: its nodes meet in the database. But a
 * server started without {@code --nohazelcast} opens a port for it on all addresses, at which
 * whoever knocks is let in.
 */
@Singleton
@Startup
public class UnusedCluster {

  private static final Logger LOG = Logger.getLogger(UnusedCluster.class.getName());
  private static final String NAME = "payara/Hazelcast";

  @PostConstruct
  void close() {
    try {
      Object cluster = new InitialContext().lookup(NAME);
      // Its classes belong to the server and are not known here.
      cluster.getClass().getMethod("shutdown").invoke(cluster);
      LOG.info("The server's own cluster is not used and was closed; --nohazelcast avoids it.");
    } catch (NamingException none) {
      LOG.log(Level.FINE, "The server has no cluster", none);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The server's own cluster can't be closed: start the server with --nohazelcast", e);
    }
  }
}
