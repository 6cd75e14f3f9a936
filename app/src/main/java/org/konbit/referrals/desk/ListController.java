package org.konbit.referrals.desk;

import com.ibm.icu.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.access.Organisations;
import org.konbit.database.Acting;
import org.konbit.language.Keys;
import org.konbit.language.Texts;
import org.konbit.referrals.exchange.Look;
import org.konbit.referrals.exchange.Look.Which;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Waiting;
import org.konbit.referrals.exchange.Waiting.Kind;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What came and what was sent, what waits for somebody at the top. */
@Controller
class ListController {
  private static final Set<Kind> WANTED = EnumSet.of(Kind.LATE, Kind.TO_ANSWER, Kind.TO_GO_ON);

  private final Referrals referrals;
  private final Waiting waiting;
  private final Organisations organisations;
  private final Clock clock;

  ListController(Referrals referrals, Waiting waiting, Organisations organisations, Clock clock) {
    this.referrals = referrals;
    this.waiting = waiting;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/referrals")
  ModelAndView list(DeskFrame desk, @RequestParam Map<String, String> sent) {
    var t = desk.frame().t();
    var names = organisations.names();
    var partners = byName(names, t);
    var asked = ListAsked.of(sent, partners);
    var tell = new Telling(t, names, clock);
    var rows = new Rows(tell);
    var look = asked.look();
    var came = referrals.got(look, asked.got());
    var went = referrals.sent(look, asked.sent());
    boolean isClosed = look.which() == Which.CLOSED;
    Map<Kind, Integer> numbers = isClosed ? Map.of() : waiting.numbers();
    return new ModelAndView(
        "referrals/list",
        "page",
        new ListPage(
            desk,
            isClosed,
            WANTED.stream().mapToInt(kind -> numbers.getOrDefault(kind, 0)).sum(),
            numbers.getOrDefault(Kind.LATE, 0),
            orders(t, look),
            partners(t, look, names),
            look.isOwn(),
            isClosed || asked.isNarrow() ? List.of() : drafts(tell),
            asked.got(desk, came.rows().stream().map(rows::got).toList(), came.hasMore()),
            asked.sent(desk, went.rows().stream().map(rows::sent).toList(), went.hasMore())));
  }

  private static List<UUID> byName(Map<UUID, String> names, Texts t) {
    var collator = Collator.getInstance(t.language().locale());
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(collator::compare))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Box> orders(Texts t, Look look) {
    return Stream.of(Look.Order.values())
        .map(each ->
            new Box(
                Keys.of(each), t.localize(NewPages.key("order", each)), "", each == look.order()))
        .toList();
  }

  private static List<Box> partners(Texts t, Look look, Map<UUID, String> names) {
    var boxes = new ArrayList<Box>();
    boxes.add(new Box("", t.localize("referrals.list.any-partner"), "", false));
    var own = Acting.now().actingFor();
    for (UUID id : look.byName()) {
      if (!own.equals(Optional.of(id))) {
        boxes.add(
            new Box(
                id.toString(),
                names.getOrDefault(id, ""),
                "",
                look.partner().equals(Optional.of(id))));
      }
    }
    return boxes;
  }

  private List<ListPage.Row> drafts(Telling tell) {
    return referrals.drafts().entrySet().stream()
        .map(each ->
            new ListPage.Row(
                each.getKey().id().toString(),
                each.getValue().name().full(),
                Rows.what(tell.need(each.getKey().need()), tell.organisation(each.getKey().to())),
                tell.t().localize("referrals.state.draft"),
                "",
                false))
        .toList();
  }
}
