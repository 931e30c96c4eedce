package org.plimsoll.vault.ledger;

/** Which rules judge which verb. */
final class Rulings {
  private Rulings() {}

  static void judge(Case asked) {
    switch (asked.event().verb()) {
      case COMMIT -> ClaimRules.commit(asked);
      case ALLOT -> ClaimRules.allot(asked);
      case DRAW -> DrawRules.draw(asked);
      case REPLENISH -> DrawRules.replenish(asked);
      case DEFAULT -> DrawRules.defaulted(asked);
      case TRANSFER -> ClaimRules.transfer(asked);
      case BUY_BACK -> ClaimRules.buyBack(asked);
      case ACQUIRE -> StockRules.acquire(asked);
      case RELEASE -> StockRules.release(asked);
      case ROTATE -> StockRules.rotate(asked);
      case UPGRADE -> StockRules.upgrade(asked);
      case TOLL -> StockRules.toll(asked);
      case MOVE -> StockRules.move(asked);
      case EMERGENCY -> {}
      case END -> SettlingRules.end(asked);
      case CHARGE -> SettlingRules.charge(asked);
      case PAY -> SettlingRules.pay(asked);
      case CORRECTION -> SettlingRules.correct(asked);
      case AMEND -> TermsRules.amend(asked);
      case POST -> SettlingRules.post(asked);
      case VOID -> SettlingRules.giveUp(asked);
      case EXPIRE -> SettlingRules.expire(asked);
    }
  }
}
