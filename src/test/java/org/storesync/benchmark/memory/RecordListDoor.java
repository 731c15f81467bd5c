package org.storesync.benchmark.memory;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.storesync.record.RecordCount;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordSort;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncStatus;

/**
 * Reads records as a page does, without the page, and answers how many nanoseconds that took. What
 * has to be counted first is not part of it, but for {@code act=count}.
 */
@WebServlet("/benchmark/list")
public class RecordListDoor extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient SyncRecordList list;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RecordFilter filter =
        Optional.ofNullable(request.getParameter("status"))
            .map(status -> RecordFilter.all().withStatuses(Set.of(SyncStatus.valueOf(status))))
            .orElse(RecordFilter.all());
    response.getWriter().print(took(request, filter));
  }

  private long took(HttpServletRequest request, RecordFilter filter) throws ServletException {
    long begin = System.nanoTime();
    RecordCount count = list.count(filter);
    if ("count".equals(request.getParameter("act"))) {
      return System.nanoTime() - begin;
    }
    String sort = request.getParameter("sort");
    begin = System.nanoTime();
    int found =
        list.page(
                filter,
                List.of(
                    new RecordSort(
                        RecordSort.Column.of(sort.replace("-", "").toUpperCase(Locale.ROOT)),
                        !sort.startsWith("-"))),
                Integer.parseInt(request.getParameter("first")),
                Integer.parseInt(request.getParameter("rows")),
                count)
            .size();
    long took = System.nanoTime() - begin;
    if (found == 0) {
      throw new ServletException("There is no such page");
    }
    return took;
  }
}
