package org.plimsoll.app.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Derivation;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Headline;
import org.plimsoll.planner.plan.Result;

/**
 * A plan computed again from {@code plan.json} alone: every range from its draws, every figure with
 * operands from them, sums, verdicts and headline from the parts they rest on, certificates against
 * their tolerances. What needs the world is counted apart.
 *
 * @param figures how many were looked at
 * @param read figures that name the row they were read from
 * @param recomputed figures whose value or range was computed again
 * @param fromRows figures that a formula made of rows of the world, or that were read off a solved
 *     market without draws: each names its rows, and only the world can give it again
 * @param offenders what does not agree, each with its path, in the order of the plan
 */
public record PlanAudit(
    int figures, int read, int recomputed, int fromRows, List<String> offenders) {
  /** The plan writes six significant digits; a difference may lose one more. */
  private static final double ROUNDING = 2e-5;

  public PlanAudit {
    offenders = List.copyOf(offenders);
  }

  /** Whether everything agrees. */
  public boolean isClean() {
    return offenders.isEmpty();
  }

  /**
   * Audits a file, or the plan of a folder.
   *
   * @throws IOException if it cannot be read or is no plan of this version
   */
  public static PlanAudit of(Path file) throws IOException {
    return of(PlanFolder.read(file));
  }

  public static PlanAudit of(ActionPlan plan) {
    Auditor auditor = new Auditor(plan);
    for (Part<String, Result> one : FigureTable.list(plan)) {
      one.it().find().ifPresent(figure -> auditor.figure(one.of(), figure));
    }
    auditor.parts();
    return new PlanAudit(
        auditor.figures,
        auditor.read,
        auditor.recomputed,
        auditor.figures - auditor.read - auditor.recomputed,
        auditor.offenders);
  }

  private static final class Auditor {
    private final ActionPlan plan;
    private final List<String> offenders = new ArrayList<>();
    private int figures;
    private int read;
    private int recomputed;

    Auditor(ActionPlan plan) {
      this.plan = plan;
    }

    private void demand(boolean holds, String path, String what) {
      if (!holds) {
        offenders.add(path + ": " + what);
      }
    }

    private void figure(String path, Figure figure) {
      figures++;
      if (figure.derivation().isEmpty()) {
        read++;
        return;
      }
      Derivation derivation = figure.derivation().get();
      demand(!figure.derivedFrom().isEmpty(), path, "nothing says what it was derived from");
      boolean isAgain = false;
      if (derivation.rule().hasOperands()) {
        derivation.operands().forEach(operand -> operand(path, operand));
        same(path, Figure.compute(derivation.rule(), derivation.operands()), figure.value());
        isAgain = true;
      } else if (figure.logError() > 0
          || figure.draws().filter(draws -> draws.answered() > 0).isPresent()) {
        same(
            path,
            Figure.range(figure.central(), figure.draws(), figure.logError()),
            figure.value());
        isAgain = true;
      } else if (derivation.rule() == Derivation.Rule.COUNT) {
        isAgain = true;
      }
      recomputed += isAgain ? 1 : 0;
    }

    /** An operand is no figure of its own, but must follow from its own operands. */
    private void operand(String path, Figure operand) {
      operand
          .derivation()
          .filter(d -> d.rule().hasOperands())
          .ifPresent(d -> {
            d.operands().forEach(inner -> operand(path, inner));
            same(path + " (operand)", Figure.compute(d.rule(), d.operands()), operand.value());
          });
    }

    private void same(String path, Interval again, Interval written) {
      double scale =
          Math.max(
              Math.max(Math.abs(again.low()), Math.abs(again.high())),
              Math.max(Math.abs(written.low()), Math.abs(written.high())));
      demand(
          isNear(again.low(), written.low(), scale)
              && isNear(again.central(), written.central(), scale)
              && isNear(again.high(), written.high(), scale),
          path,
          "is %s to %s to %s, but computed again %s to %s to %s"
              .formatted(
                  written.low(),
                  written.central(),
                  written.high(),
                  again.low(),
                  again.central(),
                  again.high()));
    }

    private static boolean isNear(double one, double other, double scale) {
      return Math.abs(one - other) <= ROUNDING * scale;
    }

    void parts() {
      demand(
          plan.headline().size() == Headline.of(plan).size(), "$.headline", "has other sentences");
      for (int i = 0; i < Math.min(plan.headline().size(), Headline.of(plan).size()); i++) {
        ActionPlan.Statement written = plan.headline().get(i);
        ActionPlan.Statement again = Headline.of(plan).get(i);
        demand(
            written.text().equals(again.text()),
            "$.headline[" + i + "]",
            "says '%s', but the plan '%s'".formatted(written.text(), again.text()));
        for (int f = 0; f < Math.min(written.figures().size(), again.figures().size()); f++) {
          same(
              "$.headline[%d].figures[%d]".formatted(i, f),
              again.figures().get(f).value(),
              written.figures().get(f).value());
        }
      }
      plan.floors().forEach(this::verdicts);
      plan.cases().forEach(this::balances);
      plan.leverage().cells().forEach(this::members);
      for (int i = 0; i < plan.solves().size(); i++) {
        certificate("$.solves[" + i + "]", plan.solves().get(i));
      }
    }

    private void verdicts(ActionPlan.Floor floor) {
      for (ActionPlan.FloorAt at : floor.vintages()) {
        List<Double> paid =
            at.makers().stream()
                .flatMap(maker -> maker.figure().find().stream())
                .map(Figure::central)
                .toList();
        double levy = at.levy().find().map(Figure::central).orElse(0.0);
        demand(
            FloorVerdict.of(floor.price().central(), levy, paid) == at.verdict(),
            "$.floors %s %s".formatted(floor.product(), at.vintage()),
            "the verdict is " + at.verdict().word() + ", but not by what makers are paid");
      }
    }

    private void balances(ActionPlan.Case one) {
      for (ActionPlan.Balance balance : one.countries()) {
        List<Result> parts = List.of(balance.users(), balance.makers(), balance.treasury());
        sum("$.cases %s %s".formatted(one.id(), balance.country()), parts, balance.total());
      }
    }

    private void members(ActionPlan.LeverageCell cell) {
      List<Result> users = cell.byMember().stream().map(ActionPlan.MemberLoss::usersLoss).toList();
      sum("$.leverage " + cell.id() + " users", users, cell.toAlliance().usersLoss());
      List<Result> parts = cell.byMember().stream().map(ActionPlan.MemberLoss::loss).toList();
      sum("$.leverage " + cell.id(), parts, cell.toAlliance().loss());
      for (ActionPlan.StopEffect stop : List.of(cell.toAlliance(), cell.toAll())) {
        // What users lose is what makers, treasuries and the whole have between them.
        sum(
            "$.leverage " + stop.id() + " accounts",
            List.of(stop.loss(), stop.makersGain(), stop.treasuryGain()),
            stop.usersLoss());
      }
    }

    /** The central values of the parts add up to that of the whole, where all have one. */
    private void sum(String path, List<Result> parts, Result whole) {
      if (whole.find().isEmpty() || parts.stream().anyMatch(part -> part.find().isEmpty())) {
        return;
      }
      double sum = 0;
      double scale = Math.abs(whole.find().get().central());
      for (Result part : parts) {
        double value = part.find().orElseThrow().central();
        sum += value;
        scale = Math.max(scale, Math.abs(value));
      }
      demand(
          isNear(sum, whole.find().get().central(), Math.max(scale, 1)),
          path,
          "the parts add up to %s, but the whole is %s"
              .formatted(sum, whole.find().get().central()));
    }

    private void certificate(String path, ActionPlan.Solve solve) {
      if (solve.status() == ActionPlan.SolveStatus.CONVERGED) {
        demand(
            solve.imbalance().central() < Certificate.IMBALANCE_TOLERANCE
                && solve.complementarity().central() < Certificate.COMPLEMENTARITY_TOLERANCE,
            path,
            "counts as converged beyond its tolerances");
      }
    }
  }
}
