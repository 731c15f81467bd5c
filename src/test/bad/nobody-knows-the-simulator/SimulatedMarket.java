package org.storesync.simulator;

public class SimulatedMarket {}
