package org.storesync.node;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.storesync.kind.EntityKinds;
import org.storesync.platform.config.Node;
import org.storesync.run.RunAtWork;
import org.storesync.run.RunsAtWork;
import org.storesync.web.Language;
import org.storesync.web.Texts;

/** Page Nodes: which servers share this database, whether they live, and what each does. */
@Named
@ViewScoped
public class NodesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Nodes nodes;
  @Inject private RunsAtWork runsAtWork;
  @Inject private EntityKinds kinds;
  @Inject private Node thisNode;
  @Inject private Language language;
  @Inject private Texts texts;

  private List<NodeRow> rows = List.of();
  private Map<String, List<RunAtWork>> work = Map.of();

  @PostConstruct
  public void load() {
    rows = nodes.all();
    work = runsAtWork.all().stream().collect(Collectors.groupingBy(RunAtWork::node));
  }

  public List<NodeRow> getRows() {
    return rows;
  }

  /** Whether this page comes from that node. */
  public boolean isThis(NodeRow row) {
    return row.name().equals(thisNode.name());
  }

  /** Whether living nodes run different versions, as in the middle of a rolling restart. */
  public boolean isMixed() {
    return rows.stream()
            .filter(row -> row.state() == NodeState.ALIVE)
            .map(NodeRow::version)
            .distinct()
            .count()
        > 1;
  }

  public List<RunAtWork> workOf(NodeRow row) {
    return work.getOrDefault(row.name(), List.of());
  }

  /** What a run does, in words. */
  public String describe(RunAtWork run) {
    String entity =
        run.entityKind() == null
            ? texts.of("node.allEntities")
            : kinds
                .find(run.entityKind())
                .map(kind -> kind.caption(language.getLocale()))
                .orElse(run.entityKind());
    return texts.of("node.work." + run.kind(), run.storeName(), entity);
  }
}
