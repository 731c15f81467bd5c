package org.storesync.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Takes one letter, and cuts the connection when the sender takes leave. */
final class HastyMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final CompletableFuture<String> letter;

  HastyMailServer() throws IOException {
    socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    letter = CompletableFuture.supplyAsync(this::take);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** What it took, when the sender has gone. */
  String letter() {
    return letter.join();
  }

  private String take() {
    try (Socket sender = socket.accept()) {
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(sender.getInputStream(), StandardCharsets.US_ASCII));
      StringBuilder taken = new StringBuilder();
      say(sender, "220 mail.example.com ready");
      for (String line = said.readLine(); !"QUIT".equals(line); line = said.readLine()) {
        if ("DATA".equals(line)) {
          say(sender, "354 Go ahead");
          for (line = said.readLine(); !".".equals(line); line = said.readLine()) {
            taken.append(line).append('\n');
          }
        }
        say(sender, "250 Fine");
      }
      // No wait for what is under way: the sender is told that the connection was reset.
      sender.setSoLinger(true, 0);
      return taken.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Socket sender, String line) throws IOException {
    sender.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
