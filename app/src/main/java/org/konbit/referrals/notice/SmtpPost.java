package org.konbit.referrals.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands letters to a mail server, by TLS unless that is this very machine. Its address is {@code
 * smtp://user:password@host:587?from=konbit@example.org}, or {@code smtps://} where TLS comes
 * first; user and password may be missing, and signs that have a meaning in it are written as
 * {@code %40} and so on.
 */
final class SmtpPost implements Post {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern FROM = Pattern.compile("from=([^&\\s]+@[^&\\s]+)");
  private static final String PATIENCE = "10000";

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final String from;

  /**
   * @throws IllegalStateException if the address is none; it is not repeated, as it may carry a
   *     password
   */
  SmtpPost(String address) {
    var uri = read(address).orElseThrow(SmtpPost::unreadable);
    boolean isTls = uri.getScheme().equals("smtps");
    var query = FROM.matcher(Optional.ofNullable(uri.getQuery()).orElse(""));
    if (!query.matches()) {
      throw unreadable();
    }
    from = query.group(1);
    sender.setHost(uri.getHost());
    sender.setPort(uri.getPort() > 0 ? uri.getPort() : isTls ? 465 : 587);
    sender.setProtocol(uri.getScheme());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    String prefix = "mail." + uri.getScheme() + ".";
    var properties = sender.getJavaMailProperties();
    Stream.of("connectiontimeout", "timeout", "writetimeout")
        .forEach(each -> properties.setProperty(prefix + each, PATIENCE));
    if (!isTls && !HERE.contains(uri.getHost())) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      sender.setUsername(decoded(parts[0]));
      sender.setPassword(parts.length > 1 ? decoded(parts[1]) : "");
      properties.setProperty(prefix + "auth", "true");
    }
  }

  private static Optional<URI> read(String address) {
    try {
      return Optional.of(URI.create(address))
          .filter(uri -> uri.getHost() != null)
          .filter(uri -> Set.of("smtp", "smtps").contains(String.valueOf(uri.getScheme())));
    } catch (IllegalArgumentException e) { // no address at all
      return Optional.empty();
    }
  }

  private static IllegalStateException unreadable() {
    return new IllegalStateException(
        "KONBIT_SMTP_URL cannot be read.\n"
            + "Write it as smtp://user:password@host:587?from=konbit@example.org.");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public Fate send(Letter letter) {
    try {
      var message = sender.createMimeMessage();
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(letter.to());
      helper.setSubject(letter.subject());
      helper.setText(letter.text());
      message.setHeader(
          "Message-ID", "<%s@%s>".formatted(letter.id(), from.substring(from.indexOf('@') + 1)));
      message.setHeader("Auto-Submitted", "auto-generated");
      sender.send(message);
      return Fate.SENT;
    } catch (MailAuthenticationException e) {
      return Fate.NOT_SENT;
    } catch (MailSendException e) {
      return isSurelyUnsent(e) ? Fate.NOT_SENT : Fate.UNSURE;
    } catch (MailException | MessagingException e) {
      return Fate.UNSURE;
    }
  }

  /** Nobody was there, or whoever was refused it. */
  private static boolean isSurelyUnsent(MailSendException failure) {
    return Stream.concat(Stream.<Throwable>of(failure), Stream.of(failure.getMessageExceptions()))
        .flatMap(each -> Stream.<Throwable>iterate(each, next -> next != null, Throwable::getCause))
        .anyMatch(each ->
            each instanceof ConnectException
                || each instanceof UnknownHostException
                || each instanceof AuthenticationFailedException
                || each instanceof SendFailedException);
  }
}
