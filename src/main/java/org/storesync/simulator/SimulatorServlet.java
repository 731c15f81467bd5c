package org.storesync.simulator;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.config.HomeFolder;
import org.storesync.simulator.demo.DemoStart;
import org.storesync.simulator.message.MalformedForm;
import org.storesync.simulator.message.SimulatorAnswer;

/**
 * The door of the simulated marketplace, {@code /simulator}. It has a sign-in of its own, Amazon's;
 * that of the pages does not apply. Closed (404) unless {@code storesync.demo=true}.
 */
@WebServlet(urlPatterns = "/simulator/*", loadOnStartup = 2)
public class SimulatorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Clock clock;
  @Inject private transient HomeFolder home;
  @Inject private transient AnswerWriter writer;

  @Inject
  @ConfigProperty(name = "storesync.demo", defaultValue = "false")
  private boolean open;

  @Inject
  @ConfigProperty(name = "storesync.demo.start")
  private transient Optional<Instant> start;

  @Inject
  @ConfigProperty(name = "storesync.demo.orders.per.day", defaultValue = "10")
  private int ordersPerDay;

  @Inject
  @ConfigProperty(name = "storesync.demo.quota.factor", defaultValue = "1")
  private double quotaFactor;

  @Inject
  @ConfigProperty(name = "storesync.demo.control.key")
  private transient Optional<String> controlKey;

  private transient SimulatedMarketplace marketplace;

  @Override
  public void init() {
    if (open) {
      Instant began = start.orElseGet(() -> new DemoStart(home.path()).kept(clock));
      marketplace =
          new SimulatedMarketplace(
              new DemoSettings(began, ordersPerDay, quotaFactor, controlKey), clock);
    }
  }

  private SimulatorAnswer answer(HttpServletRequest request) throws IOException {
    try {
      return marketplace.answer(RequestReader.read(request));
    } catch (MalformedForm malformed) {
      return marketplace.malformed(malformed);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (open) {
      writer.write(answer(request), response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
