package org.storesync.simulator;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.storesync.simulator.message.SimulatorAnswer;

/** Writes an answer to the caller, at once, late, or only half of it. */
@Dependent
public class AnswerWriter {

  @Resource private ManagedScheduledExecutorService scheduler;

  public void write(SimulatorAnswer answer, HttpServletResponse response) throws IOException {
    pass(answer.delivery().delay());
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    if (body.length > 0) {
      response.setContentType("application/json");
      response.setContentLength(body.length);
    }
    if (answer.delivery().cut()) {
      cut(body, response);
    } else {
      response.getOutputStream().write(body);
    }
  }

  /**
   * The caller was promised the whole length and gets half of it; then the connection closes.
   * Compression, which would hide the length, is kept away by naming an encoding. Over HTTP/2 the
   * server can't break one stream: there the answer ends early, with fewer bytes than promised.
   */
  private static void cut(byte[] body, HttpServletResponse response) throws IOException {
    response.setHeader("Content-Encoding", "identity");
    response.setHeader("Connection", "close");
    OutputStream out = response.getOutputStream();
    out.write(body, 0, body.length / 2);
    out.flush();
  }

  private void pass(Duration delay) throws IOException {
    if (delay.isZero()) {
      return;
    }
    try {
      scheduler.schedule(() -> delay, delay.toMillis(), TimeUnit.MILLISECONDS).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The server stopped before the slow answer was due.", e);
    } catch (ExecutionException e) {
      throw new IOException("The slow answer could not be timed.", e);
    }
  }
}
