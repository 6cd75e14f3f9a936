package org.konbit.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/**
 * A stand-in for the command line of the rules engine and for the benchmarks: it repeats its
 * arguments and ends with 3.
 */
final class EchoJar {
  private static final String SOURCE =
      """
      package org.konbit.rules.cli;
      public class Cli {
        public static void main(String[] arguments) {
          for (String each : arguments) {
            System.out.println("[" + each + "]");
          }
          System.exit(3);
        }
      }
      """;
  private static final String NAME = "org/konbit/rules/cli/Cli.class";

  private EchoJar() {}

  static Path in(Path jar) {
    try {
      Path folder = Files.createTempDirectory(jar.getParent(), "echo");
      Path source = Files.writeString(folder.resolve("Cli.java"), SOURCE);
      ToolProvider.getSystemJavaCompiler()
          .run(null, null, null, "-d", folder.toString(), source.toString());
      var manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.konbit.rules.cli.Cli");
      try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
        out.putNextEntry(new JarEntry(NAME));
        Files.copy(folder.resolve(NAME), out);
        out.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
