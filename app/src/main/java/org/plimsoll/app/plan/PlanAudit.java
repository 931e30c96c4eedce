package org.plimsoll.app.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every number of a plan says where it comes from.
 *
 * <p>The reading is strict. The nearest object around a number must itself have a {@code source} or
 * a {@code derivedFrom} that is not empty; only the object of a range, {@code {"central", "high",
 * "low"}} under {@code value}, may leave that to the figure that holds it. What stands further out
 * vouches for nothing.
 *
 * @param numbers how many numbers were looked at
 * @param offenders JSON paths of the numbers that nobody vouches for, in the order of the file
 */
public record PlanAudit(int numbers, List<String> offenders) {
  private static final Set<String> RANGE = Set.of("low", "central", "high");

  public PlanAudit {
    offenders = List.copyOf(offenders);
  }

  /** Audits a plan that was read. */
  public static PlanAudit of(JsonNode plan) {
    Walk walk = new Walk();
    walk.visit(plan, "$", "", false, false);
    return new PlanAudit(walk.numbers, walk.offenders);
  }

  /**
   * Audits a file.
   *
   * @throws IOException if it cannot be read or is no JSON
   */
  public static PlanAudit of(Path file) throws IOException {
    return of(new ObjectMapper().readTree(file.toFile()));
  }

  /** Whether every number is vouched for. */
  public boolean isClean() {
    return offenders.isEmpty();
  }

  private static final class Walk {
    private final List<String> offenders = new ArrayList<>();
    private int numbers;

    /**
     * Visits a node.
     *
     * @param key under which it stands; empty at the root and in lists
     * @param isVouched whether the nearest object around it is vouched for
     * @param isFigure whether the nearest object around it is so by its own words
     */
    private void visit(
        JsonNode node, String path, String key, boolean isVouched, boolean isFigure) {
      if (node.isNumber()) {
        numbers++;
        if (!isVouched) {
          offenders.add(path);
        }
      } else if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          visit(node.get(i), path + "[" + i + "]", "", isVouched, false);
        }
      } else if (node.isObject()) {
        boolean vouchesItself = vouches(node);
        boolean isRange = key.equals("value") && isFigure && isRange(node);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          visit(
              field.getValue(),
              path + "." + field.getKey(),
              field.getKey(),
              vouchesItself || isRange,
              vouchesItself);
        }
      }
    }

    private static boolean isRange(JsonNode node) {
      return node.properties().stream()
          .allMatch(field -> RANGE.contains(field.getKey()) && field.getValue().isNumber());
    }

    private static boolean vouches(JsonNode node) {
      JsonNode source = node.path("source");
      if (source.isTextual() && !source.asText().isBlank()) {
        return true;
      }
      for (JsonNode from : node.path("derivedFrom")) {
        if (from.isTextual() && !from.asText().isBlank()) {
          return true;
        }
      }
      return false;
    }
  }
}
