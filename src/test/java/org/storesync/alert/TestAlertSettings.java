package org.storesync.alert;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** The settings of the server under test: nobody is told of alerts until a test says who. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TestAlertSettings extends AlertSettings {

  private volatile MailServer mailServer;
  private volatile WebHook webHook;

  void tellByMail(int port) {
    mailServer =
        new MailServer(
            "127.0.0.1",
            port,
            MailServer.Tls.NONE,
            Optional.empty(),
            Optional.empty(),
            "storesync@example.com");
  }

  void tellWebHook(String url, String secret) {
    webHook = new WebHook(url, secret);
  }

  void tellNobody() {
    mailServer = null;
    webHook = null;
  }

  @Override
  public Optional<MailServer> mailServer() {
    return Optional.ofNullable(mailServer);
  }

  @Override
  public Optional<WebHook> webHook() {
    return Optional.ofNullable(webHook);
  }

  @Override
  public String link(String path) {
    return "https://storesync.example.com" + path;
  }
}
