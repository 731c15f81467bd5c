package org.storesync.benchmark.small;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the one REST resource is. */
@ApplicationPath("api")
public class SmallApi extends Application {}
