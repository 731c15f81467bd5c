package org.storesync.platform.config;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * This server among several on one database: setting {@code STORESYNC_NODE}, by default the host's
 * name and the number of the process.
 */
@ApplicationScoped
public class Node {

  private static final int MAX_LENGTH = 100;

  private String name;

  @PostConstruct
  void find() {
    String found =
        ConfigProvider.getConfig()
            .getOptionalValue("storesync.node", String.class)
            .filter(configured -> !configured.isBlank())
            .orElseGet(() -> host() + "-" + ProcessHandle.current().pid());
    name = found.length() > MAX_LENGTH ? found.substring(0, MAX_LENGTH) : found;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A container without a name of its own: the process number still tells nodes apart.
      return "node";
    }
  }

  public String name() {
    return name;
  }
}
