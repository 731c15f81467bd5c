package org.storesync.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A source that breaks a rule on purpose. It is compiled against the real classes, but not by the
 * build, and checked alone: what it breaks is broken by it.
 *
 * @param folder below {@code src/test/bad}
 */
record BadExample(String folder) {

  static final Path ALL = Path.of("src", "test", "bad");

  /**
   * @param output an empty folder for the compiled classes
   */
  JavaClasses compile(Path output) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.list(ALL.resolve(folder))) {
      List<String> options =
          List.of(
              "-proc:none", "-d", output.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  problems,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources.toList()))
              .call();
      if (!compiled) {
        throw new IllegalStateException(
            "The bad example %s does not compile: %s".formatted(folder, problems.getDiagnostics()));
      }
      return new ClassFileImporter().importPath(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
