package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.Region;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Finding.FloorNotHeld.Reason;
import org.plimsoll.planner.plan.FindingWords;

class FindingMessagesTest {
  private static final Evidence WORLD = TinyWorld.evidence();
  private static final ProductId ORE = ProductId.parse("tinium/mine");
  private static final Region NORTH = new Region("north");
  private static final Region SOUTH = new Region("south");

  static Stream<Finding> findings() {
    String activity = WORLD.activities().getFirst().id();
    return Stream.concat(
        Arrays.stream(Reason.values())
            .map(reason -> new Finding.FloorNotHeld("floor", ORE, reason, 50, 40)),
        Stream.of(
            new Finding.FloorIdle("floor", ORE, 50, 60),
            new Finding.EffectiveProtection("floor", ORE, activity, -0.123, 0, 0.1, 0.5),
            new Finding.EffectiveProtection("floor", ORE, "no activity", -0.126, 0, 0.1, 0.5),
            new Finding.NextStageShrinks("floor", ORE, activity, 100, 88),
            new Finding.NextStageImportsRise("floor", ORE, 10, 20),
            new Finding.LeakyExemption("floor", ORE, NORTH, 10, 20, 5, 60),
            new Finding.GapNotIdentified("floor", ORE, NORTH, SOUTH, "quota"),
            new Finding.NotIdentified(
                "floor", ORE, NORTH, List.of(NORTH, SOUTH), "what costs least")));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void inEnglishAFindingIsSaidAsThePlannerSaysIt(Finding finding) {
    String english = FindingMessages.say(Messages.ENGLISH, WORLD, finding);
    assertEquals(FindingWords.words(WORLD, finding), english);
    for (Language language : List.of(Language.SPANISH, Language.JAPANESE)) {
      assertNotEquals(
          english, FindingMessages.say(Messages.read(language), WORLD, finding), language::code);
    }
  }
}
