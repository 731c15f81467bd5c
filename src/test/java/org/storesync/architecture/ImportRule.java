package org.storesync.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule. Its name is also the folder of its bad example, words joined by hyphens.
 *
 * @param name the rule in a sentence
 * @param check what is checked, with the reason
 */
record ImportRule(String name, ArchRule check) {

  /** The folder below {@code src/test/bad} with the source that breaks it. */
  String folder() {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  @Override
  public String toString() {
    return name;
  }
}
