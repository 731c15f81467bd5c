package org.storesync.benchmark.memory;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.prepare.PreparePlanner;
import org.storesync.prepare.PrepareRefused;
import org.storesync.prepare.PrepareRequest;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncStatus;
import org.storesync.run.ProcessRuns;
import org.storesync.run.Starter;
import org.storesync.store.StoreChange;
import org.storesync.store.StoreForm;
import org.storesync.store.StoreIdentity;
import org.storesync.store.Stores;

/** Starts what the pages would start, and answers with the number of the store or run. */
@WebServlet("/benchmark")
public class BenchmarkDoor extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Starter STARTER = Starter.person("benchmark");

  @Inject private transient Stores stores;
  @Inject private transient StoreEntities storeEntities;
  @Inject private transient PreparePlanner planner;
  @Inject private transient ProcessRuns processRuns;
  @Inject private transient MemorySalesOrders source;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.getWriter().print(perform(request));
  }

  private long perform(HttpServletRequest request) throws ServletException {
    return switch (request.getParameter("act")) {
      case "store" -> openStore();
      case "prepare" -> prepare(request);
      case "process" -> process(number(request, "store"));
      default -> throw new ServletException("Unknown act");
    };
  }

  private long openStore() throws ServletException {
    StoreChange change =
        stores.create(
            new StoreIdentity("Benchmark", MemoryConnector.KEY, "local"),
            new StoreForm(Map.of(), "", "UTC", ""),
            Locale.ENGLISH);
    if (!(change instanceof StoreChange.Done done)) {
      throw new ServletException(change.toString());
    }
    StoreEntityRow entity = salesOrders(done.storeId());
    storeEntities.change(entity.id(), true, entity.maxFailedAttempts(), entity.version());
    return done.storeId();
  }

  private StoreEntityRow salesOrders(long storeId) {
    return storeEntities.of(storeId).stream()
        .filter(entity -> entity.kind().equals("SALES_ORDER"))
        .findFirst()
        .orElseThrow();
  }

  private long prepare(HttpServletRequest request) throws ServletException {
    source.offer(
        new MemorySalesOrders.Stock(
            number(request, "from"),
            number(request, "count"),
            number(request, "page"),
            number(request, "badEach")));
    int store = number(request, "store");
    try {
      return planner
          .start(
              new PrepareRequest(
                  store,
                  List.of(salesOrders(store).id()),
                  PrepareMode.FULL,
                  DateRange.open(),
                  false),
              STARTER,
              Locale.ENGLISH,
              ZoneOffset.UTC)
          .get(0);
    } catch (PrepareRefused refused) {
      throw new ServletException(refused);
    }
  }

  private long process(int store) {
    return processRuns.queue(
        store,
        Optional.empty(),
        RecordFilter.all().withStatuses(SyncStatus.readyToProcess()),
        Optional.empty(),
        false,
        STARTER);
  }

  private static int number(HttpServletRequest request, String name) {
    return Integer.parseInt(request.getParameter(name));
  }
}
