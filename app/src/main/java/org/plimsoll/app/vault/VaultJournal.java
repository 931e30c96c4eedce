package org.plimsoll.app.vault;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Transfer;

/** Rows of the journal, and for programs what they moved. */
public final class VaultJournal {
  private static final int PART = 1000;

  private VaultJournal() {}

  private record Line(Posted row, int number, Transfer transfer) {}

  /** Rows of the journal, the same whenever they are asked for. */
  public interface Source {
    void each(Consumer<Posted> take);
  }

  /**
   * The rows in their order.
   *
   * @param participant whose part it is; of others' accounts then nothing is said
   * @param source read once to count the rows, and once for each table
   */
  public static Answer answer(Optional<String> participant, Source source) {
    long[] count = {0, 0};
    source.each(row -> {
      count[0]++;
      count[1] = row.number();
    });
    // What is posted meanwhile is left out.
    Source known =
        take ->
            source.each(row -> {
              if (row.number() <= count[1]) {
                take.accept(row);
              }
            });
    Answer answer =
        Answer.of("Journal of " + participant.orElse("the vault")).fact("rows", count[0]);
    return participant
        .map(name -> answer.fact("participant", name))
        .orElse(answer)
        .with(
            rows(parts(known, Stream::of)), transfers(parts(known, row -> lines(participant, row))))
        .remark("What each row moved, and its hash: --json, --csv.");
  }

  /** So many rows at a time. */
  private static <R> Table.Parts<R> parts(Source source, Function<Posted, Stream<R>> of) {
    return take -> {
      List<R> part = new ArrayList<>();
      source.each(row -> {
        of.apply(row).forEach(part::add);
        if (part.size() >= PART) {
          take.accept(List.copyOf(part));
          part.clear();
        }
      });
      take.accept(List.copyOf(part));
    };
  }

  private static Stream<Line> lines(Optional<String> participant, Posted row) {
    return IntStream.range(0, row.transfers().size())
        .mapToObj(i -> new Line(row, i + 1, row.transfers().get(i)))
        .filter(line -> participant.isEmpty() || isOf(participant.get(), line.transfer()));
  }

  private static boolean isOf(String participant, Transfer transfer) {
    return transfer.from().book().isOfParticipants()
        && (transfer.from().party().equals(participant)
            || transfer.to().party().equals(participant));
  }

  private static Table<Posted> rows(Table.Parts<Posted> rows) {
    return Table.streamed("journal", "Journal", rows)
        .count("row", "row", Posted::number)
        .day("day", "day", Posted::day)
        .words("at", "", row -> row.at().toString())
        .words("id", "id", row -> row.event().id())
        .words(
            "what", "what", row -> row.event().verb().word() + (row.isHeld() ? ", reserved" : ""))
        .words("verb", "", row -> row.event().verb().word())
        .flag("isReserved", "", Posted::isHeld)
        .words("participant", "participant", row -> row.event().find(Field.PARTICIPANT))
        .words("amount", "amount", row -> amount(row.event()))
        .cell("amountKilograms", "", Kind.NUMBER, row -> kilograms(row.event()))
        .words("money", "", row -> money(row.event()))
        .words("about", "about", row -> about(row.event()))
        .words("contract", "", row -> row.event().find(Field.CONTRACT))
        .words("lot", "", row -> row.event().find(Field.LOT))
        .words("site", "", row -> row.event().find(Field.SITE))
        .words("actor", "by", Posted::actor)
        .words("hash", "", Posted::hash);
  }

  private static Optional<Long> grams(Event event) {
    return event.find(Field.MASS_G).or(() -> event.find(Field.ENTITLEMENT_G)).map(Long::parseLong);
  }

  private static Cell kilograms(Event event) {
    return grams(event)
        .<Cell>map(grams -> Cell.Exact.of(VaultStock.kilograms(grams)))
        .orElseGet(() -> new Cell.Missing("none"));
  }

  /** Mass or money, with its unit. */
  private static Optional<String> amount(Event event) {
    return grams(event).map(grams -> AmountText.kilograms(grams) + " kg").or(() -> money(event));
  }

  private static Optional<String> money(Event event) {
    return event
        .find(Field.AMOUNT)
        .map(BigDecimal::new)
        .map(amount -> amount.setScale(Math.max(amount.scale(), event.currency().minorDigits())))
        .map(amount -> AmountText.group(amount) + " " + event.currency());
  }

  /** What else it names, in the order of reading. */
  private static String about(Event event) {
    return Stream.of(
            Field.CONTRACT,
            Field.LOT,
            Field.SITE,
            Field.TO_SITE,
            Field.PROCESSOR,
            Field.TO,
            Field.REFERS,
            Field.CORRECTS,
            Field.NEW_LOT,
            Field.REASON)
        .flatMap(field -> event.find(field).stream())
        .collect(Collectors.joining(", "));
  }

  private static Table<Line> transfers(Table.Parts<Line> lines) {
    return Table.streamed("transfers", "Transfers", lines)
        .count("row", "row", line -> line.row().number())
        .count("line", "line", Line::number)
        .words("book", "book", line -> line.transfer().from().book())
        .words("asset", "asset", line -> line.transfer().from().asset())
        .words("fromParty", "from", line -> line.transfer().from().party())
        .words("fromPaper", "", line -> line.transfer().from().paper())
        .words("toParty", "to", line -> line.transfer().to().party())
        .words("toPaper", "", line -> line.transfer().to().paper())
        .count("amount", "amount", line -> line.transfer().amount())
        .words("reason", "reason", line -> line.transfer().reason())
        .forPrograms();
  }
}
