package org.konbit.referrals.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.access.Organisations;
import org.konbit.directory.Need;
import org.konbit.language.Keys;
import org.konbit.language.Texts;
import org.konbit.referrals.exchange.Board;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who has places: one's own services, to say how many; and those of the partners. */
@Controller
class BoardController {
  private static final String BOARD = "/desk/{lang}/referrals/places";

  private final Board board;
  private final Organisations organisations;
  private final Clock clock;

  BoardController(Board board, Organisations organisations, Clock clock) {
    this.board = board;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** What was typed for one service and could not be kept. */
  private record Typed(UUID service, String places, String unit, String problem) {}

  @GetMapping(BOARD)
  ModelAndView board(DeskFrame desk, @RequestParam(defaultValue = "") String need) {
    return page(desk, Need.of(need), Optional.empty());
  }

  @PostMapping(BOARD + "/{service}")
  ModelAndView set(
      DeskFrame desk,
      @PathVariable UUID service,
      @RequestParam(defaultValue = "") String places,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String seen) {
    var number = number(places);
    // Whose service it is comes first: nobody learns what is wrong with another's.
    boolean isKept = board.ours().stream().anyMatch(line -> line.offer().service().equals(service));
    if (isKept && number.isEmpty()) {
      return again(desk, new Typed(service, places, unit, "referrals.problem.places"));
    }
    if (!board.set(
        service, Board.Unit.of(unit).orElse(Board.Unit.CASE), number.orElse(0), number(seen))) {
      return again(desk, new Typed(service, places, unit, "referrals.problem.places-moved"));
    }
    return back(desk);
  }

  @PostMapping(BOARD + "/{service}/uncount")
  ModelAndView uncount(DeskFrame desk, @PathVariable UUID service) {
    board.uncount(service);
    return back(desk);
  }

  private static ModelAndView back(DeskFrame desk) {
    return new ModelAndView("redirect:" + desk.home() + "/referrals/places");
  }

  private ModelAndView again(DeskFrame desk, Typed typed) {
    var page = page(desk, Optional.empty(), Optional.of(typed));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static OptionalInt number(String text) {
    String stripped = text.strip();
    return stripped.matches("\\d{1,7}") && Integer.parseInt(stripped) <= Board.MOST
        ? OptionalInt.of(Integer.parseInt(stripped))
        : OptionalInt.empty();
  }

  private ModelAndView page(DeskFrame desk, Optional<Need> need, Optional<Typed> typed) {
    var t = desk.frame().t();
    var tell = new Telling(t, organisations.names(), clock);
    return new ModelAndView(
        "referrals/board",
        "page",
        new BoardPage(
            desk,
            board.ours().stream().map(line -> ours(tell, line, typed)).toList(),
            needs(t, need),
            board.others(need).stream().map(line -> others(tell, line)).toList()));
  }

  private static List<Box> needs(Texts t, Optional<Need> chosen) {
    return Stream.concat(
            Stream.of(new Box("", t.localize("referrals.board.any"), "", chosen.isEmpty())),
            Stream.of(Need.values())
                .map(need ->
                    new Box(
                        need.key(),
                        t.localize(need.messageKey()),
                        "",
                        chosen.filter(need::equals).isPresent())))
        .toList();
  }

  private static BoardPage.Ours ours(Telling tell, Board.Line line, Optional<Typed> all) {
    var typed = all.filter(each -> each.service().equals(line.offer().service()));
    String left = line.left().map(each -> Integer.toString(each.available())).orElse("");
    String unit =
        typed
            .map(Typed::unit)
            .orElseGet(() -> Keys.of(line.left().map(Board.Left::unit).orElse(Board.Unit.CASE)));
    return new BoardPage.Ours(
        line.offer().service().toString(),
        line.offer().name(),
        line.left()
            .map(each -> places(tell, each) + " · " + when(tell, each))
            .orElseGet(() -> tell.t().localize("referrals.board.uncounted")),
        typed.map(Typed::places).orElse(left),
        left,
        Stream.of(Board.Unit.values())
            .map(each ->
                new Box(
                    Keys.of(each),
                    tell.t().localize(NewPages.key("unit", each)),
                    "",
                    Keys.of(each).equals(unit)))
            .toList(),
        typed.map(each -> tell.t().localize(each.problem())).orElse(""));
  }

  private static BoardPage.Others others(Telling tell, Board.Line line) {
    var left = line.left().orElseThrow();
    return new BoardPage.Others(
        line.offer().organisationName(),
        line.offer().name(),
        places(tell, left),
        left.available() > 0,
        when(tell, left));
  }

  private static String places(Telling tell, Board.Left left) {
    return tell.t().localize("referrals.places." + Keys.of(left.unit()), left.available());
  }

  private static String when(Telling tell, Board.Left left) {
    return tell.t()
        .localize(
            left.isFresh() ? "referrals.board.fresh" : "referrals.board.stale",
            tell.day(left.at()));
  }
}
