package org.storesync.process;

import jakarta.ws.rs.core.Response;

class ProcessorWithAnswer {
  Response answer() {
    return Response.ok().build();
  }
}
