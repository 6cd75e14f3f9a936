package org.konbit.directory.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.directory.Spoken;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.entry.Whole;
import org.konbit.language.Texts;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;

/** Makes the page of a service's form. */
final class ServiceFormPages {
  private final DeskFrame desk;
  private final Texts t;

  ServiceFormPages(DeskFrame desk) {
    this.desk = desk;
    this.t = desk.frame().t();
  }

  ServiceFormPage page(Whole whole, String service, ServiceForm form, Problems problems) {
    return new ServiceFormPage(
        desk,
        whole.entry().id().toString(),
        whole.entry().name(),
        service,
        texts(form),
        Stream.of(Need.values())
            .map(each -> box(each.key(), each.messageKey(), form.needs().contains(each.key())))
            .toList(),
        Spoken.all().stream()
            .map(each ->
                new Box(
                    each.tag(), each.ownName(), each.tag(), form.languages().contains(each.tag())))
            .toList(),
        choices(
            Stream.of(Modality.values()).map(Modality::key).toList(),
            "directory.modality.",
            form.modality()),
        choices(
            Stream.of(Intake.State.values()).map(Intake.State::key).toList(),
            "directory.intake.",
            form.intake()),
        Stream.of(ListedService.Status.values())
            .map(each ->
                box(
                    each.word(),
                    "directory.status." + each.word().replace(' ', '-'),
                    each.word().equals(form.status())))
            .toList(),
        places(whole.locations(), form.place()),
        TimesForm.ZONES.stream()
            .map(
                zone -> new Box(zone, zone.replace('_', ' '), "", zone.equals(form.times().zone())))
            .toList(),
        weeks(form.times()),
        closures(form.times()),
        t.localize("directory.desk.answer-hint", Offers.USUAL_ANSWER.toHours()),
        problems.byField());
  }

  private static Map<String, String> texts(ServiceForm form) {
    var texts = new java.util.HashMap<>(form.more().texts());
    texts.putAll(plain(form));
    return texts;
  }

  private static Map<String, String> plain(ServiceForm form) {
    return Map.ofEntries(
        Map.entry("name", form.name()),
        Map.entry("about", form.about()),
        Map.entry("forWhom", form.forWhom()),
        Map.entry("ageFrom", form.ageFrom()),
        Map.entry("ageTo", form.ageTo()),
        Map.entry("apply", form.apply()),
        Map.entry("documents", form.documents()),
        Map.entry("cost", form.cost()),
        Map.entry("phone", form.phone()),
        Map.entry("phoneNote", form.phoneNote()),
        Map.entry("answer", form.answer()));
  }

  private List<Box> choices(List<String> keys, String under, String chosen) {
    var boxes = new ArrayList<Box>();
    boxes.add(box("", "directory.desk.not-said", chosen.isEmpty()));
    keys.forEach(key -> boxes.add(box(key, under + key, key.equals(chosen))));
    return boxes;
  }

  private List<Box> places(List<Location> locations, String chosen) {
    var boxes = new ArrayList<Box>();
    boxes.add(box("", "directory.desk.no-place", chosen.isEmpty()));
    locations.forEach(each ->
        boxes.add(
            new Box(
                each.id().toString(),
                KeptPages.label(each),
                "",
                each.id().toString().equals(chosen))));
    boxes.add(
        box(ServiceForm.SECRET, "directory.desk.secret-place", chosen.equals(ServiceForm.SECRET)));
    return boxes;
  }

  private List<ServiceFormPage.Week> weeks(TimesForm times) {
    int rows = Math.max(TimesForm.ROWS, times.weeks().size());
    return IntStream.range(0, rows)
        .mapToObj(i ->
            i < times.weeks().size()
                ? week(i, times.weeks().get(i))
                : week(i, new TimesForm.Week(List.of(), "", "", "", "")))
        .toList();
  }

  private ServiceFormPage.Week week(int row, TimesForm.Week week) {
    return new ServiceFormPage.Week(
        row,
        IntStream.rangeClosed(1, 7)
            .mapToObj(day ->
                box(Integer.toString(day), "directory.day." + day, week.days().contains(day)))
            .toList(),
        week.opens(),
        week.closes(),
        week.from(),
        week.until());
  }

  private static List<ServiceFormPage.Shut> closures(TimesForm times) {
    int rows = Math.max(TimesForm.ROWS, times.closures().size());
    return IntStream.range(0, rows)
        .mapToObj(i -> {
          var shut =
              i < times.closures().size()
                  ? times.closures().get(i)
                  : new TimesForm.Shut("", "", "");
          return new ServiceFormPage.Shut(i, shut.from(), shut.until(), shut.reason());
        })
        .toList();
  }

  private Box box(String value, String key, boolean isChosen) {
    return new Box(value, t.localize(key), "", isChosen);
  }
}
