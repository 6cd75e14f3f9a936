package org.konbit.database;

import java.util.Map;

/** A server on this machine alone, whose passwords lie in the data folder. */
sealed interface LocalServer extends Server permits EmbeddedServer, RunningServer {
  int port();

  /** The password of a database role. */
  String password(String role);

  /** Where one of its databases is, as JDBC writes it. */
  default String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
  }

  @Override
  default Login application() {
    return login(Roles.APPLICATION);
  }

  @Override
  default Login owner() {
    return login(Roles.OWNER);
  }

  @Override
  default Login backup() {
    return login(EmbeddedServer.SUPERUSER);
  }

  private Login login(String role) {
    return new Login(url(Roles.DATABASE), Map.of("user", role, "password", password(role)));
  }
}
