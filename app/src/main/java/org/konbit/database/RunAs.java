package org.konbit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which user PostgreSQL's programs run. They refuse root, and one folder must always be used
 * by the same user: whoever owns an existing cluster decides.
 */
sealed interface RunAs {
  /** As ourselves. */
  record Self() implements RunAs {}

  /** We are root: the programs see another user id, while the files stay root's. */
  record Unshared() implements RunAs {}

  /** We are root and user namespaces are forbidden: the programs truly become this user. */
  record Owner(int user, int group) implements RunAs {}

  int ROOT = 0;
  int NOBODY = 65534;

  static RunAs choose(Path cluster) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Self();
    }
    if (Files.exists(cluster)) {
      int owner = (int) Files.getAttribute(cluster, "unix:uid");
      return owner == ROOT
          ? new Unshared()
          : new Owner(owner, (int) Files.getAttribute(cluster, "unix:gid"));
    }
    return Command.succeeds("unshare", "-U", "true") ? new Unshared() : new Owner(NOBODY, NOBODY);
  }

  /** The command as this user runs it. */
  default List<String> wrap(List<String> command) {
    var wrapped =
        new ArrayList<>(
            switch (this) {
              case Self() -> List.<String>of();
              case Unshared() -> List.of("unshare", "-U");
              case Owner(int user, int group) ->
                  List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
            });
    wrapped.addAll(command);
    return wrapped;
  }
}
