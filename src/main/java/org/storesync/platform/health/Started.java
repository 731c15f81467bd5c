package org.storesync.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** The application is through with its start, migrations included. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {

  private volatile boolean through;

  void applicationStarted(@Observes @Initialized(ApplicationScoped.class) Object event) {
    through = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("start").status(through).build();
  }
}
