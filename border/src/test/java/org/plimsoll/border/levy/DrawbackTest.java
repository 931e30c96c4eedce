package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;

/** What leaves again gets back exactly what was paid; what was wrong is assessed further. */
class DrawbackTest {
  private static Money usd(long cents) {
    return new Money(cents, CurrencyCode.USD);
  }

  @Test
  void thirdsOfADollarAddUp() {
    Drawback line = Drawback.of(usd(100), new Mass(3));
    Drawback first = line.export(new Mass(1));
    Drawback second = first.export(new Mass(1));
    Drawback third = second.export(new Mass(1));
    assertEquals(usd(33), first.refunded());
    assertEquals(usd(33), second.refunded().minus(first.refunded()));
    assertEquals(usd(34), third.refunded().minus(second.refunded()));
    assertEquals(usd(100), third.refunded());
    assertThrows(IllegalArgumentException.class, () -> third.export(new Mass(1)));
    assertThrows(IllegalArgumentException.class, () -> line.export(new Mass(-1)));
    assertThrows(IllegalArgumentException.class, () -> Drawback.of(usd(-1), new Mass(1)));
    assertThrows(IllegalArgumentException.class, () -> Drawback.of(usd(1), new Mass(0)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyPartsGetExactlyWhatWasPaid(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      Money paid = usd(random.nextLong(1L << random.nextInt(1, 50)));
      Mass whole = new Mass(1 + random.nextLong(1L << random.nextInt(1, 40)));
      Drawback drawback = Drawback.of(paid, whole);
      while (drawback.exported().grams() < whole.grams()) {
        long left = whole.grams() - drawback.exported().grams();
        Drawback next = drawback.export(new Mass(1 + random.nextLong(left)));
        assertTrue(next.refunded().minor() >= drawback.refunded().minor());
        drawback = next;
      }
      assertEquals(paid, drawback.refunded());
    }
  }
}
