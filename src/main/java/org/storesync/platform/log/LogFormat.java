package org.storesync.platform.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.config.Node;

/**
 * How the log is written: as the server does it, or with {@code STORESYNC_LOG_FORMAT=json} as one
 * JSON object a line, from the start of the application on. All other settings of the log stay the
 * server's.
 */
@Singleton
@Startup
public class LogFormat {

  private static final Logger LOG = Logger.getLogger(LogFormat.class.getName());
  private static final String JSON = "json";
  private static final String SERVERS_OWN = "text";

  @Inject
  @ConfigProperty(name = "storesync.log.format", defaultValue = SERVERS_OWN)
  private String format;

  @Inject private Node node;

  private final List<Restored> restored = new ArrayList<>();

  private record Restored(Handler handler, Formatter formatter) {}

  @PostConstruct
  void apply() {
    switch (format) {
      case JSON -> writeJson();
      case SERVERS_OWN -> LOG.fine("The log is written as the server does it");
      default ->
          throw new IllegalArgumentException(
              "STORESYNC_LOG_FORMAT is \"%s\". Set it to json or text.".formatted(format));
    }
  }

  private void writeJson() {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      if (handler instanceof ConsoleHandler) {
        restored.add(new Restored(handler, handler.getFormatter()));
        handler.setFormatter(new JsonLines(node.name()));
      }
    }
    if (restored.isEmpty()) {
      LOG.warning(
          "STORESYNC_LOG_FORMAT=json has no effect: this server writes no log to its console.");
    }
  }

  /** The server outlives the application: it gets its own format back. */
  @PreDestroy
  void restore() {
    restored.forEach(before -> before.handler().setFormatter(before.formatter()));
  }
}
