package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of the person at the browser: chosen in the frame, else the first of the browser's
 * that we speak, else English. Dates, numbers and money follow it, with the browser's country.
 */
@Named
@RequestScoped
public class Language {

  /** The languages that every bundle has, the first one if nothing else is known. */
  static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

  @Inject private HttpServletRequest request;
  @Inject private BrowserChoices choices;

  private Locale locale;

  public Locale getLocale() {
    if (locale == null) {
      locale = choose(choices.find("language"), Collections.list(request.getLocales()));
    }
    return locale;
  }

  /** For the attribute {@code lang}. */
  public String getCode() {
    return getLocale().getLanguage();
  }

  /** The languages to choose from. */
  public List<Locale> getSpoken() {
    return SPOKEN;
  }

  /** The name of a language in itself, as people look for it. */
  public String nameOf(Locale language) {
    return language.getDisplayLanguage(language);
  }

  /**
   * @param chosen language code as the browser sent it
   * @param wanted the browser's languages, the dearest first
   */
  static Locale choose(Optional<String> chosen, List<Locale> wanted) {
    Optional<String> code =
        chosen
            .filter(Language::isSpoken)
            .or(
                () ->
                    wanted.stream()
                        .map(Locale::getLanguage)
                        .filter(Language::isSpoken)
                        .findFirst());
    String language = code.orElse(SPOKEN.get(0).getLanguage());
    return wanted.stream()
        .filter(locale -> locale.getLanguage().equals(language))
        .findFirst()
        .orElseGet(() -> Locale.forLanguageTag(language));
  }

  private static boolean isSpoken(String code) {
    return SPOKEN.stream().anyMatch(locale -> locale.getLanguage().equals(code));
  }
}
