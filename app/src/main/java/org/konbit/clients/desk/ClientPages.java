package org.konbit.clients.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.konbit.clients.Answer;
import org.konbit.clients.Client;
import org.konbit.clients.Contact;
import org.konbit.clients.HouseholdRole;
import org.konbit.clients.Resemblance;
import org.konbit.directory.Spoken;
import org.konbit.language.Texts;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;

/** Makes the pages of lists and forms. */
final class ClientPages {
  private final DeskFrame desk;
  private final Texts t;
  private final Telling telling;

  ClientPages(DeskFrame desk, Clock clock) {
    this.desk = desk;
    this.t = desk.frame().t();
    this.telling = new Telling(t, clock);
  }

  ClientsPage.Row row(Client client) {
    var name = client.name();
    return new ClientsPage.Row(
        client.id().toString(),
        name.full(),
        name.called().equals(name.full()) ? "" : name.called(),
        telling.born(client.details().birthDate()),
        client.details().speech().name());
  }

  static ClientsPage.Birth birth(BirthForm form) {
    return new ClientsPage.Birth(form.day(), form.month(), form.year(), form.isApproximate());
  }

  ClientFormPage form(
      String client,
      String housemate,
      ClientForm form,
      List<Resemblance> alike,
      Map<String, String> problems) {
    return new ClientFormPage(
        desk,
        client,
        housemate,
        form.texts(),
        birth(form.birth()),
        boxes(List.of(Contact.Way.values()), "way", form.ways()::contains),
        languages(t, form.text("language")),
        boxes(
            List.of(Answer.values()).reversed(),
            "answer",
            answer -> answer.name().equals(form.text("interpreter"))),
        boxes(
            List.of(HouseholdRole.values()),
            "household-role",
            role -> role.name().equals(form.text("role"))),
        Stream.of("preferred", "onDocument", "latin")
            .anyMatch(field -> !form.text(field).isEmpty()),
        alike.stream().map(this::alike).toList(),
        problems);
  }

  /** Somebody, not compared with anybody. */
  ClientFormPage.Alike seen(Client client) {
    return new ClientFormPage.Alike(
        client.id().toString(),
        client.name().full(),
        telling.born(client.details().birthDate()),
        "");
  }

  ClientFormPage.Alike alike(Resemblance resemblance) {
    var client = resemblance.client();
    return new ClientFormPage.Alike(
        client.id().toString(),
        client.name().full(),
        telling.born(client.details().birthDate()),
        t.list(
            resemblance.alike().stream()
                .sorted()
                .map(each -> t.localize(each.messageKey()))
                .toList()));
  }

  /** The languages of the directory, after "not asked". */
  static List<Box> languages(Texts t, String chosen) {
    var boxes = new ArrayList<Box>();
    boxes.add(new Box("", t.localize("clients.form.language-none"), "", chosen.isEmpty()));
    Spoken.all()
        .forEach(
            each -> boxes.add(new Box(each.tag(), each.ownName(), "", each.tag().equals(chosen))));
    return boxes;
  }

  private <E extends Enum<E>> List<Box> boxes(
      Collection<E> values, String under, Function<E, Boolean> isChosen) {
    return boxes(telling, values, under, isChosen);
  }

  static <E extends Enum<E>> List<Box> boxes(
      Telling telling, Collection<E> values, String under, Function<E, Boolean> isChosen) {
    return values.stream()
        .map(each -> new Box(each.name(), telling.name(under, each), "", isChosen.apply(each)))
        .toList();
  }
}
