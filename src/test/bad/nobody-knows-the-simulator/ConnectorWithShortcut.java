package org.storesync.connector.amazon;

import org.storesync.simulator.SimulatedMarket;

class ConnectorWithShortcut {
  SimulatedMarket market;
}
