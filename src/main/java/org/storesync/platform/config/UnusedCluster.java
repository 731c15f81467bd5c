package org.storesync.platform.config;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Closes the port of the server's own cluster. StoreSync does not use it: its nodes meet in the
 * database. But a server started without {@code --nohazelcast} opens it on all addresses, and
 * whoever knocks is let in. The cluster itself stays, with this server as its only member, since
 * the server asks it for settings.
 */
@Singleton
@Startup
public class UnusedCluster {

  private static final Logger LOG = Logger.getLogger(UnusedCluster.class.getName());
  private static final String NAME = "payara/Hazelcast";
  private static final String DOOR = "com.hazelcast.internal.server.Server";

  @PostConstruct
  void closePort() {
    try {
      close(new InitialContext().lookup(NAME));
      LOG.info(
          "The port of the server's own cluster was closed, since nothing uses it. Start the"
              + " server with --nohazelcast, and it is never opened.");
    } catch (NamingException none) {
      LOG.log(Level.FINE, "The server has no cluster", none);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The port of the server's own cluster can't be closed, and whoever reaches it is let in:"
              + " start the server with --nohazelcast.",
          e);
    }
  }

  /** By name, because these classes belong to the server and are not known here. */
  private static void close(Object cluster) throws ReflectiveOperationException {
    Object member = cluster.getClass().getMethod("getOriginal").invoke(cluster);
    Object node = member.getClass().getField("node").get(member);
    Object door = node.getClass().getMethod("getServer").invoke(node);
    Class.forName(DOOR, false, node.getClass().getClassLoader()).getMethod("shutdown").invoke(door);
  }
}
