package org.storesync.extension.poster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.storesync.kind.Direction;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.EntityKind;
import org.storesync.kind.Prerequisite;
import org.storesync.kind.Verdict;

/** Posters are exported. */
@ApplicationScoped
class PosterKind implements EntityKind<Poster> {

  @Override
  public String code() {
    return "POSTER";
  }

  @Override
  public Class<Poster> documentClass() {
    return Poster.class;
  }

  @Override
  public Direction direction() {
    return Direction.EXPORT;
  }

  @Override
  public int syncOrder() {
    return 9040;
  }

  @Override
  public boolean takes(Poster poster) {
    return true;
  }

  @Override
  public Verdict judge(Poster poster, boolean synchronizedBefore) {
    return Verdict.accepted();
  }

  @Override
  public DocumentSummary summarize(Poster poster) {
    return new DocumentSummary(
        "Poster " + poster.slogan(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public List<Prerequisite> prerequisites(Poster poster) {
    return List.of();
  }

  @Override
  public List<String> problems(Poster poster) {
    return List.of();
  }

  @Override
  public boolean uniqueLocalId() {
    return true;
  }
}
