package org.konbit.toolkit.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.konbit.access.People;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.ChangeClass;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.Heading;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.store.Stewards;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.springframework.stereotype.Component;

/** Lays out who stands behind the content, for the desk. */
@Component
class StewardPages {
  private final People people;
  private final Items items;

  StewardPages(People people, Items items) {
    this.people = people;
    this.items = items;
  }

  /** Who may answer for an item: the editors here, and whoever does now. */
  List<UUID> owners(Optional<UUID> now) {
    return among(Role.EDITOR, now, Map.of()).keySet().stream().toList();
  }

  /** Who may review one: the reviewers here, and whoever does now. */
  List<UUID> reviewers(Optional<UUID> now) {
    return among(Role.REVIEWER, now, Map.of()).keySet().stream().toList();
  }

  ContentListPage list(
      DeskFrame desk,
      Kind kind,
      List<Stewards.Item> all,
      Function<String, Optional<Content>> content) {
    var t = desk.frame().t();
    var names = people.names();
    var words = new Wording(t);
    return new ContentListPage(
        desk,
        words.of("kind", kind),
        ContentController.kinds().stream()
            .map(each ->
                new ContentListPage.Tab(
                    "%s/content?kind=%s".formatted(desk.home(), each.word()),
                    words.of("kinds", each),
                    each == kind))
            .toList(),
        all.stream()
            .flatMap(
                item -> content.apply(item.id()).stream().map(each -> row(desk, each, item, names)))
            .sorted(Comparator.comparing(ContentListPage.Row::title))
            .toList());
  }

  private ContentListPage.Row row(
      DeskFrame desk, Content content, Stewards.Item item, Map<UUID, String> names) {
    var t = desk.frame().t();
    var heading = content.heading();
    return new ContentListPage.Row(
        address(desk, heading),
        content.title(),
        name(t, names, item.owner()),
        name(t, names, item.reviewer()),
        state(t, item),
        due(t, heading),
        isDue(heading));
  }

  /**
   * The page of an item.
   *
   * @param now what is known of it
   * @param shown what its form shows: what was sent, if something is wrong with that
   */
  ContentItemPage one(
      DeskFrame desk,
      Content content,
      Stewards.Item now,
      Stewards.Item shown,
      Map<String, String> problems) {
    var t = desk.frame().t();
    var names = people.names();
    var heading = content.heading();
    return new ContentItemPage(
        desk,
        address(desk, heading),
        Items.address(desk.frame().home(), content),
        content.title(),
        now.revision(),
        name(t, names, now.owner()),
        name(t, names, now.reviewer()),
        state(t, now),
        due(t, heading),
        boxes(t, among(Role.EDITOR, now.owner(), names), shown.owner()),
        boxes(t, among(Role.REVIEWER, now.reviewer(), names), shown.reviewer()),
        Stewards.mayName() ? changes(t, now) : List.of(),
        Stewards.mayName(),
        now.approvedOn().isEmpty() && now.owner().isPresent() && isHeldByReviewer(now),
        problems);
  }

  private static List<Box> changes(Texts t, Stewards.Item item) {
    var words = new Wording(t);
    return item.change().stream()
        .flatMap(now ->
            Arrays.stream(ChangeClass.values())
                .map(each -> new Box(each.word(), words.of("change-class", each), "", each == now)))
        .toList();
  }

  private static boolean isHeldByReviewer(Stewards.Item item) {
    return Role.REVIEWER.isHeld() && item.reviewer().equals(Acting.now().actingPerson());
  }

  private Map<UUID, String> among(Role role, Optional<UUID> now, Map<UUID, String> names) {
    var among = new HashMap<>(people.holding(role));
    now.ifPresent(each -> among.putIfAbsent(each, names.getOrDefault(each, "")));
    return among;
  }

  private static List<Box> boxes(Texts t, Map<UUID, String> among, Optional<UUID> chosen) {
    return Stream.concat(
            Stream.of(new Box("", t.localize("toolkit.steward.nobody"), "", chosen.isEmpty())),
            among.entrySet().stream()
                .map(each ->
                    new Box(
                        each.getKey().toString(),
                        named(t, each.getValue()),
                        "",
                        chosen.equals(Optional.of(each.getKey()))))
                .sorted(Comparator.comparing(Box::text, String.CASE_INSENSITIVE_ORDER)))
        .toList();
  }

  private static String name(Texts t, Map<UUID, String> names, Optional<UUID> person) {
    return person
        .map(each -> named(t, names.getOrDefault(each, "")))
        .orElseGet(() -> t.localize("toolkit.steward.nobody"));
  }

  // Who belongs to another organisation has no name here.
  private static String named(Texts t, String name) {
    return name.isEmpty() ? t.localize("toolkit.steward.elsewhere") : name;
  }

  private static String state(Texts t, Stewards.Item item) {
    return item.approvedOn()
        .map(day -> t.localize("toolkit.steward.approved", item.revision(), t.date(day)))
        .orElseGet(() -> t.localize("toolkit.steward.not-approved", item.revision()));
  }

  private static String due(Texts t, Heading heading) {
    return heading.isReviewed() ? t.date(heading.reviewBy()) : "";
  }

  private boolean isDue(Heading heading) {
    return heading.isReviewed() && heading.isDue(items.today());
  }

  private static String address(DeskFrame desk, Heading heading) {
    return "%s/content/%s".formatted(desk.home(), heading.reference());
  }
}
