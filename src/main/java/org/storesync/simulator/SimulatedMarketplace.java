package org.storesync.simulator;

import java.time.Clock;
import org.storesync.simulator.account.SellerAccounts;
import org.storesync.simulator.api.LoginEndpoint;
import org.storesync.simulator.api.OrdersEndpoint;
import org.storesync.simulator.api.RequestIds;
import org.storesync.simulator.control.ControlEndpoint;
import org.storesync.simulator.demo.DemoOrders;
import org.storesync.simulator.demo.DemoProfile;
import org.storesync.simulator.message.MalformedForm;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

/** The whole simulated marketplace without a server: a request in, an answer out. */
public class SimulatedMarketplace {

  private final LoginEndpoint login;
  private final OrdersEndpoint orders;
  private final ControlEndpoint control;

  public SimulatedMarketplace(DemoSettings settings, Clock clock) {
    SellerAccounts accounts =
        new SellerAccounts(
            seller -> new DemoOrders(profile(seller, settings)), settings.quotaFactor(), clock);
    RequestIds ids = new RequestIds(clock);
    login = new LoginEndpoint(accounts, ids, clock);
    orders = new OrdersEndpoint(accounts, ids, clock);
    control =
        new ControlEndpoint(accounts, profile("usual", settings), settings.controlKey(), clock);
  }

  /** Like Amazon's gateway it answers a path that it does not have as if a token were missing. */
  public SimulatorAnswer answer(SimulatorRequest request) {
    if (request.is("POST", "/auth/o2/token")) {
      return login.answer(request);
    }
    if (OrdersEndpoint.serves(request)) {
      return orders.answer(request);
    }
    return request.path().startsWith(ControlEndpoint.PATH)
        ? control.answer(request)
        : orders.denied();
  }

  /** The answer to a request that can't even be read. */
  public SimulatorAnswer malformed(MalformedForm problem) {
    return orders.unreadable(problem.getMessage());
  }

  private static DemoProfile profile(String seller, DemoSettings settings) {
    return DemoProfile.usual(seller, settings.start(), settings.ordersPerDay());
  }
}
