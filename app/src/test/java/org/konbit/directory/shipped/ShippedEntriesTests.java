package org.konbit.directory.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Freshness;
import org.konbit.directory.entry.Keeping;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;

@KonbitTest
class ShippedEntriesTests {
  @Autowired private ShippedEntries shipped;
  @Autowired private Shipping shipping;
  @Autowired private Entries entries;
  @Autowired private Keeping keeping;
  @Autowired private GivenStaff staff;

  @Test
  void the_fifteen_partners_and_their_legal_partner_are_there_kept_by_the_coalition() {
    var names =
        entries.keptBy(staff.coalition(), 500).stream()
            .map(Entry::name)
            .collect(Collectors.toSet());

    assertThat(names)
        .contains(
            "Agencia ALPHA",
            "Boston Chinatown Neighborhood Center",
            "Boston International Newcomers Academy",
            "Brazilian Worker Center",
            "Caribbean Youth Club",
            "Centro Comunitario de Trabajadores",
            "Centro Presente",
            "Dudley Street Neighborhood Initiative",
            "ICNA Relief",
            "Immigrant Family Services Institute",
            "MetroWest Workers Center: CASA",
            "New North Citizens' Council",
            "Pioneer Valley Workers Center",
            "Rian Immigrant Center",
            "Sociedad Latina",
            "Mabel Center for Immigrant Justice",
            "Statewide Legal Services of Connecticut");
  }

  @Test
  void nobody_has_confirmed_any_of_them_and_readers_are_told() {
    var ids = shipped.all().stream().map(ShippedEntries.Shipped::id).toList();
    assertThat(ids).hasSizeGreaterThan(35).doesNotHaveDuplicates();

    assertThat(entries.wholes(ids))
        .hasSameSizeAs(ids)
        .extracting(whole -> whole.entry().source())
        .containsOnly(Entry.Source.SHIPPED);
    assertThat(shipped.all()).allMatch(each -> each.document().text("description").isPresent());
  }

  @Test
  void a_further_start_changes_nothing_that_its_keeper_wrote() {
    var one = shipped.all().getFirst();
    var acting = new Acting.SystemActor(staff.coalition(), "test", "test");
    acting.run(() ->
        keeping.change(one.id(), "Renamed", Document.empty().with("description", "By its keeper")));

    shipping.ship((ApplicationReadyEvent) null);

    var now = entries.wholes(List.of(one.id())).getFirst().entry();
    assertThat(now.name()).isEqualTo("Renamed");
    assertThat(now.freshness(now.listedOn())).isEqualTo(Freshness.UNCONFIRMED);
    acting.run(() -> keeping.change(one.id(), one.name(), one.document()));
  }
}
