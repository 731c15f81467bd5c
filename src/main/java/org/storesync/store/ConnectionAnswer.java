package org.storesync.store;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Side;

/**
 * What the test of a store's connections showed, as programs see it.
 *
 * @param passed whether every check passed
 * @param checks those of the marketplace, then those of the back office
 */
@Schema(requiredProperties = "checks")
public record ConnectionAnswer(boolean passed, List<Check> checks) {

  /**
   * One check.
   *
   * @param system the name of the system
   * @param remedy what to do if it failed; empty otherwise
   */
  @Schema(requiredProperties = {"side", "system", "name", "result", "detail", "remedy"})
  public record Check(
      Side side,
      String system,
      String name,
      ConnectionCheck.Result result,
      String detail,
      String remedy) {}

  static ConnectionAnswer of(List<ConnectionReport> reports) {
    List<Check> checks =
        reports.stream()
            .flatMap(
                report ->
                    report.checks().stream()
                        .map(
                            check ->
                                new Check(
                                    report.side(),
                                    report.caption(),
                                    check.name(),
                                    check.result(),
                                    check.detail(),
                                    check.remedy())))
            .toList();
    return new ConnectionAnswer(
        checks.stream().allMatch(check -> check.result() == ConnectionCheck.Result.PASSED), checks);
  }
}
