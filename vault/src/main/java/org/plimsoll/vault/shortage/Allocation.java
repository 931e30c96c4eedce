package org.plimsoll.vault.shortage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.vault.terms.ShortageRule;

/**
 * Who gets how much. Whole grams; all that is there is given, as long as somebody asks for it.
 *
 * @param shares in the order of the requests
 * @param pricePerKilogram what all who get something pay on top; 0 but in an auction
 */
public record Allocation(List<Share> shares, BigDecimal pricePerKilogram) {
  public Allocation {
    shares = List.copyOf(shares);
  }

  /** What a request gets. */
  public record Share(Request request, long grams) {}

  /**
   * Shares {@code supplyGrams} by the rule. The order of the requests decides only who gets a gram
   * that cannot be divided, after the size of what was cut off.
   */
  public static Allocation of(ShortageRule rule, long supplyGrams, List<Request> requests) {
    long[] grams = new long[requests.size()];
    long left = Math.max(0, supplyGrams);
    BigDecimal price = BigDecimal.ZERO;
    for (List<Integer> group : groups(rule, requests)) {
      long wanted = group.stream().mapToLong(i -> requests.get(i).wantedGrams()).sum();
      share(left, group, requests, grams);
      boolean isServed = wanted <= left;
      left -= Math.min(left, wanted);
      if (!isServed && rule == ShortageRule.AUCTION) {
        price = price.max(requests.get(group.getFirst()).bidPerKilogram());
      }
    }
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < grams.length; i++) {
      shares.add(new Share(requests.get(i), grams[i]));
    }
    return new Allocation(shares, price);
  }

  /** Requests that are served one group after the other. */
  private static Collection<List<Integer>> groups(ShortageRule rule, List<Request> requests) {
    Comparator<Request> order =
        switch (rule) {
          case PRO_RATA -> (_, _) -> 0;
          case DEFENCE_FIRST -> Comparator.comparing(request -> !request.isDefence());
          case AUCTION -> Comparator.comparing(Request::bidPerKilogram).reversed();
        };
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      all.add(i);
    }
    return all.stream()
        .collect(
            Collectors.groupingBy(requests::get, () -> new TreeMap<>(order), Collectors.toList()))
        .values();
  }

  /** In proportion to entitlements; who asks for less than its part leaves the rest to others. */
  private static void share(
      long supply, List<Integer> group, List<Request> requests, long[] grams) {
    List<Integer> open = new ArrayList<>(group);
    BigInteger left = BigInteger.valueOf(supply);
    while (!open.isEmpty()) {
      BigInteger entitled =
          open.stream()
              .map(i -> BigInteger.valueOf(requests.get(i).entitledGrams()))
              .reduce(BigInteger.ZERO, BigInteger::add);
      BigInteger now = left;
      List<Integer> served =
          open.stream()
              .filter(i ->
                  BigInteger.valueOf(requests.get(i).wantedGrams())
                          .multiply(entitled)
                          .compareTo(now.multiply(entitled(requests, i)))
                      <= 0)
              .toList();
      if (served.isEmpty()) {
        divide(left, entitled, open, requests, grams);
        return;
      }
      for (int i : served) {
        grams[i] = requests.get(i).wantedGrams();
        left = left.subtract(BigInteger.valueOf(grams[i]));
      }
      open.removeAll(served);
    }
  }

  private static BigInteger entitled(List<Request> requests, int i) {
    return BigInteger.valueOf(requests.get(i).entitledGrams());
  }

  /** Whole grams first; then one each to those of whom most was cut off. */
  private static void divide(
      BigInteger supply,
      BigInteger entitled,
      List<Integer> open,
      List<Request> requests,
      long[] grams) {
    BigInteger[] cut = new BigInteger[grams.length];
    long given = 0;
    for (int i : open) {
      BigInteger[] parts = supply.multiply(entitled(requests, i)).divideAndRemainder(entitled);
      grams[i] = parts[0].longValueExact();
      cut[i] = parts[1];
      given += grams[i];
    }
    List<Integer> byCut = new ArrayList<>(open);
    byCut.sort(Comparator.comparing((Integer i) -> cut[i]).reversed());
    long rest = supply.longValueExact() - given;
    for (int i : byCut.subList(0, (int) rest)) {
      grams[i]++;
    }
  }

  /** Shares that are something. */
  public List<Share> listServed() {
    return Collections.unmodifiableList(
        shares.stream().filter(share -> share.grams() > 0).toList());
  }
}
