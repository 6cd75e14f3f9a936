package org.konbit.referrals.exchange;

import static org.konbit.testing.DeskCalls.Call.form;
import static org.konbit.testing.DeskCalls.Call.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.testing.DeskCalls;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class ReferralsCalls implements DeskCalls {
  private static final String ALL = "/desk/{lang}/referrals";
  private static final String ONE = ALL + "/{id}";

  private final GivenReferrals given;
  private final GivenStaff staff;
  private UUID draft = UUID.randomUUID();
  private UUID sent = UUID.randomUUID();
  private UUID client = UUID.randomUUID();
  private UUID service = UUID.randomUUID();
  private UUID counted = UUID.randomUUID();

  ReferralsCalls(GivenReferrals given, GivenStaff staff) {
    this.given = given;
    this.staff = staff;
  }

  @Override
  public List<String> plant(UUID organisation) {
    var third = staff.organisation("Third Partner");
    var name = "Zenobia" + UUID.randomUUID();
    var unsent = given.drafted(organisation, third, Need.FOOD, name);
    draft = unsent.id();
    client = unsent.client();
    service = unsent.service();
    var got = given.sent(third, organisation, Need.FOOD, name);
    sent = got.id();
    counted = got.service();
    given.places(organisation, counted, 7);
    return List.of(name);
  }

  @Override
  public List<Call> calls() {
    var ofDraft = Map.of("id", draft.toString());
    var ofSent = Map.of("id", sent.toString());
    var ofService = Map.of("service", counted.toString());
    var key = Map.of("key", UUID.randomUUID().toString());
    return List.of(
        page(ONE, "id", draft),
        page(ONE, "id", sent),
        form(ONE + "/send", ofDraft, key),
        form(ONE + "/log", ofDraft, Map.of()),
        form(ONE + "/discard", ofDraft, Map.of()),
        form(
            ONE + "/move",
            ofSent,
            Map.of("to", "accepted", "seen", "0", "key", UUID.randomUUID().toString())),
        form(ONE + "/notes", ofSent, Map.of("text", "Ours now")),
        form(
            ALL + "/places/{service}", ofService, Map.of("places", "3", "unit", "bed", "seen", "")),
        form(ALL + "/places/{service}/uncount", ofService, Map.of()),
        form(ALL + "/notices", Map.of(), Map.of("address", "us@example.org", "language", "en")),
        form(ALL + "/notices/stop", Map.of(), Map.of()),
        form(ALL + "/find", Map.of(), Map.of("name", "Zenobia")),
        form(
            ALL + "/new",
            Map.of(),
            Map.of(
                "client",
                client.toString(),
                "need",
                "food",
                "service",
                service.toString(),
                "share",
                "name")));
  }
}
