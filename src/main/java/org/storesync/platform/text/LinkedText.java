package org.storesync.platform.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence that leads on: words in it may carry the address of the page where a person does what
 * they say, written {@code [words](/page.xhtml?parameter=value)}. So whoever finds a problem also
 * says where it is put right, and neither the engine nor a page needs to know the problem. Only
 * addresses of this server are links; everything else stays as it was written, because a sentence
 * may quote another system.
 */
public final class LinkedText {

  private static final Pattern LINK =
      Pattern.compile("\\[(?<words>[^\\[\\]]+)]\\((?<address>/(?!/)[^\\s()\\\\]*)\\)");

  /**
   * Some words.
   *
   * @param address below the root of the application; null: words without a link
   */
  public record Part(String words, String address) implements Serializable {}

  private LinkedText() {}

  /** The sentence in its parts, for pages. */
  public static List<Part> parts(String sentence) {
    List<Part> parts = new ArrayList<>();
    int end = 0;
    Matcher links = LINK.matcher(sentence);
    while (links.find()) {
      addWords(parts, sentence.substring(end, links.start()));
      parts.add(new Part(links.group("words"), links.group("address")));
      end = links.end();
    }
    addWords(parts, sentence.substring(end));
    return parts;
  }

  private static void addWords(List<Part> parts, String words) {
    if (!words.isEmpty()) {
      parts.add(new Part(words, null));
    }
  }

  /** The links of the sentence alone. */
  public static List<Part> links(String sentence) {
    return parts(sentence).stream().filter(part -> part.address() != null).toList();
  }

  /** The sentence as it is read where there are no links. */
  public static String plain(String sentence) {
    return parts(sentence).stream().map(Part::words).collect(Collectors.joining());
  }
}
