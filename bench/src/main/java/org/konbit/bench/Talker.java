package org.konbit.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept open, and as little of HTTP/1.1 as measuring needs: it runs on the
 * cores that it measures, so what it costs comes off the figure. One thread.
 */
final class Talker implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  /** What is sent. */
  static final class Request {
    private final byte[] bytes;

    private Request(byte[] bytes) {
      this.bytes = bytes;
    }

    static Request get(String address) {
      return new Request(
          "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .formatted(address)
              .getBytes(StandardCharsets.US_ASCII));
    }

    static Request post(String address, String type, String body) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      var head =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(address, type, bytes.length)
              .getBytes(StandardCharsets.US_ASCII);
      var whole = new byte[head.length + bytes.length];
      System.arraycopy(head, 0, whole, 0, head.length);
      System.arraycopy(bytes, 0, whole, head.length, bytes.length);
      return new Request(whole);
    }
  }

  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private boolean isOver;

  Talker(int port) throws IOException {
    this.port = port;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
    socket.setTcpNoDelay(true);
  }

  // The platform ends a connection after a hundred requests.
  private void reopen() throws IOException {
    socket.close();
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
    isOver = false;
  }

  /** The answer's body; anything but 200 is a failure of the measurement. */
  byte[] ask(Request request) throws IOException {
    if (isOver) {
      reopen();
    }
    out.write(request.bytes);
    out.flush();
    var status = line();
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
      }
      isOver |= lower.equals("connection: close");
    }
    var body = length < 0 ? chunks() : in.readNBytes(length);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IllegalStateException("The platform answered (%s).".formatted(status));
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    var whole = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      whole.write(in.readNBytes(size));
      line();
    }
    line();
    return whole.toByteArray();
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The platform closed the connection.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
