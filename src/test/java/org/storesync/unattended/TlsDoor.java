package org.storesync.unattended;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The encrypted door of a mail server that has none: from the start, or after {@code STARTTLS}, and
 * then whatever is said goes on to the mail server and back.
 */
final class TlsDoor implements AutoCloseable {

  static final String PASSWORD = "changeit";

  private static final Logger LOG = Logger.getLogger(TlsDoor.class.getName());

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SSLContext tls;
  private final boolean beginsInTheClear;
  private final int mailServer;
  private final AtomicInteger passed = new AtomicInteger();

  /**
   * @param keys as {@link #newKeys} made them
   * @param beginsInTheClear whether it waits for {@code STARTTLS}
   * @param mailServer the port of the mail server
   */
  TlsDoor(Path keys, boolean beginsInTheClear, int mailServer) {
    this.beginsInTheClear = beginsInTheClear;
    this.mailServer = mailServer;
    try {
      tls = context(keys);
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    threads.execute(this::accept);
  }

  /**
   * A key for 127.0.0.1 in a new file below this folder, which a server can also be told to trust.
   */
  static Path newKeys(Path folder) {
    Path file = folder.resolve("mail-server.p12");
    try {
      Files.createDirectories(folder);
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "EC",
                  "-alias",
                  "mail",
                  "-dname",
                  "CN=mail",
                  "-ext",
                  "SAN=ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .inheritIO()
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("No key could be made in " + file);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(
        KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many connections were encrypted and let through. */
  int passed() {
    return passed.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        threads.execute(() -> serve(caller));
      } catch (IOException closed) {
        LOG.log(Level.FINE, "The door is closed", closed);
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        Socket inside = new Socket(InetAddress.getLoopbackAddress(), mailServer)) {
      InputStream answers = inside.getInputStream();
      if (beginsInTheClear) {
        awaitStartTls(caller);
        // The caller was greeted already.
        line(answers);
      }
      SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(caller, null, true);
      encrypted.setUseClientMode(false);
      encrypted.startHandshake();
      passed.incrementAndGet();
      threads.execute(() -> pass(answers, encrypted));
      encrypted.getInputStream().transferTo(inside.getOutputStream());
    } catch (IOException gone) {
      LOG.log(Level.FINE, "A caller has gone", gone);
    }
  }

  private static void pass(InputStream answers, Socket caller) {
    try {
      answers.transferTo(caller.getOutputStream());
    } catch (IOException gone) {
      LOG.log(Level.FINE, "A caller has gone", gone);
    }
  }

  private static void awaitStartTls(Socket caller) throws IOException {
    say(caller, "220 mail.example.com ready");
    String said = line(caller.getInputStream());
    while (!said.equalsIgnoreCase("STARTTLS")) {
      say(caller, said.startsWith("EHLO") ? "250-mail.example.com\r\n250 STARTTLS" : "530 No");
      said = line(caller.getInputStream());
    }
    say(caller, "220 Go ahead");
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Byte by byte: what follows may be encrypted. */
  private static String line(InputStream said) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = said.read(); next >= 0 && next != '\n'; next = said.read()) {
      line.append((char) next);
    }
    if (line.isEmpty()) {
      throw new IOException("The caller hung up");
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
