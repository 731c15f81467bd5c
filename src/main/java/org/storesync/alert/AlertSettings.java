package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where alerts are told, as the settings of the server say. */
@ApplicationScoped
public class AlertSettings {

  @Inject
  @ConfigProperty(name = "storesync.public.url")
  private Optional<String> publicUrl;

  @Inject
  @ConfigProperty(name = "storesync.smtp.host")
  private Optional<String> smtpHost;

  @Inject
  @ConfigProperty(name = "storesync.smtp.port")
  private Optional<Integer> smtpPort;

  @Inject
  @ConfigProperty(name = "storesync.smtp.tls", defaultValue = "STARTTLS")
  private MailServer.Tls smtpTls;

  @Inject
  @ConfigProperty(name = "storesync.smtp.user")
  private Optional<String> smtpUser;

  @Inject
  @ConfigProperty(name = "storesync.smtp.password")
  private Optional<String> smtpPassword;

  @Inject
  @ConfigProperty(name = "storesync.smtp.from")
  private Optional<String> smtpFrom;

  @Inject
  @ConfigProperty(name = "storesync.alert.email")
  private Optional<String> alertEmail;

  @Inject
  @ConfigProperty(name = "storesync.alert.interval", defaultValue = "PT15M")
  private Duration interval;

  @Inject
  @ConfigProperty(name = "storesync.alert.language", defaultValue = "en")
  private String language;

  @Inject
  @ConfigProperty(name = "storesync.alert.webhook.url")
  private Optional<String> webHookUrl;

  @Inject
  @ConfigProperty(name = "storesync.alert.webhook.secret")
  private Optional<String> webHookSecret;

  /** The mail server; absent: no mails are sent. */
  public Optional<MailServer> mailServer() {
    return smtpHost.map(
        host ->
            new MailServer(
                host,
                smtpPort.orElse(smtpTls.usualPort()),
                smtpTls,
                smtpUser,
                smtpPassword,
                smtpFrom.or(this::alertEmail).orElse("storesync@" + host)));
  }

  /** Who gets mails about all stores. */
  public Optional<String> alertEmail() {
    return alertEmail;
  }

  /** The least time between two letters to the same people. */
  public Duration interval() {
    return interval;
  }

  /** The language of letters. */
  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  /**
   * The web hook; absent: none is called. A hook without a secret is none: nobody could trust it.
   */
  public Optional<WebHook> webHook() {
    return webHookUrl.flatMap(url -> webHookSecret.map(secret -> new WebHook(url, secret)));
  }

  /**
   * The address of a page for people outside.
   *
   * @param path of this server
   * @return the path alone if nobody said where the server is reached
   */
  public String link(String path) {
    return publicUrl.map(base -> base.replaceFirst("/+$", "")).orElse("") + path;
  }
}
