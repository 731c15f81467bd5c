package org.storesync.benchmark.small;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The one page. */
@Named
@ViewScoped
public class SmallPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SmallRows rows;

  public List<SmallRow> getRows() {
    return rows.all();
  }
}
