package org.konbit.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Made-up families of four in Massachusetts, as JSON documents in which everything is answered:
 * couples, partners, single parents and grandparents with children, most of mixed status, from no
 * income to 130,000 dollars a year. The same seed gives the same families.
 */
final class Families {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 15);

  // How often each is met, in a hundred adults.
  private static final List<String> STATUSES = statuses();

  private final Random random;
  private final List<String> members = new ArrayList<>();
  private final StringJoiner relationships = new StringJoiner(",", "[", "]");

  private Families(Random random) {
    this.random = random;
  }

  /** So many documents, each on one line. */
  static List<String> documents(long seed, int count) {
    var random = new Random(seed);
    var documents = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      documents.add(new Families(random).document());
    }
    return documents;
  }

  private static List<String> statuses() {
    var shares =
        List.of(
            "24 citizen",
            "20 lpr",
            "16 undocumented",
            "12 asylum_pending",
            "6 tps",
            "4 asylee",
            "3 refugee",
            "3 parolee",
            "3 cuban_haitian_entrant",
            "2 daca",
            "2 u_pending",
            "2 adjustment_pending",
            "2 nonimmigrant",
            "1 order_of_supervision");
    var statuses = new ArrayList<String>();
    for (String share : shares) {
      int space = share.indexOf(' ');
      for (int i = Integer.parseInt(share.substring(0, space)); i > 0; i--) {
        statuses.add(share.substring(space + 1));
      }
    }
    return statuses;
  }

  private String document() {
    int shape = random.nextInt(100);
    if (shape < 60) {
      couple(shape < 45);
    } else if (shape < 80) {
      singleParent();
    } else {
      threeGenerations();
    }
    return "{\"asOf\":\"%s\",\"state\":\"MA\",\"members\":[%s],\"relationships\":%s}"
        .formatted(AS_OF, String.join(",", members), relationships);
  }

  private void couple(boolean married) {
    int age = 24 + random.nextInt(26);
    var status = adultStatus();
    var other = random.nextBoolean() ? status : adultStatus();
    int least = Math.min(age, 24 + random.nextInt(26));
    var claims = "\"claims\":[\"p3\",\"p4\"]";
    var joint = "\"files\":true,\"jointlyWith\":\"%s\"," + claims;
    var alone = "\"files\":false,\"jointlyWith\":null,\"claims\":[],\"claimedBy\":null";
    adult(1, age, status, married ? joint.formatted("p2") : filing("p3", "p4"));
    adult(2, least, other, married ? joint.formatted("p1") : alone);
    relate(1, 2, married ? "spouse" : "partner");
    child(3, least, other, 1, 2);
    child(4, least, other, 1, 2);
    relate(3, 4, "sibling");
  }

  private void singleParent() {
    int age = 26 + random.nextInt(22);
    var status = adultStatus();
    adult(1, age, status, filing("p2", "p3", "p4"));
    for (int child = 2; child <= 4; child++) {
      child(child, age, status, 1);
    }
  }

  private void threeGenerations() {
    int age = 26 + random.nextInt(22);
    var status = adultStatus();
    adult(1, age, status, filing("p3", "p4"));
    adult(
        2,
        age + 20 + random.nextInt(12),
        random.nextBoolean() ? status : adultStatus(),
        "\"files\":false,\"jointlyWith\":null,\"claims\":[],\"claimedBy\":null");
    relate(2, 1, "parent");
    child(3, age, status, 1);
    child(4, age, status, 1);
  }

  private static String filing(String... claimed) {
    return "\"files\":true,\"jointlyWith\":null,\"claims\":[\"%s\"]"
        .formatted(String.join("\",\"", claimed));
  }

  private String adultStatus() {
    return STATUSES.get(random.nextInt(STATUSES.size()));
  }

  private void relate(int from, int to, String is) {
    relationships.add("{\"from\":\"p%d\",\"to\":\"p%d\",\"is\":\"%s\"}".formatted(from, to, is));
  }

  private void child(int number, int parentAge, String parentStatus, int... parents) {
    int age = random.nextInt(Math.min(19, parentAge - 17));
    var status = random.nextInt(100) < 60 ? "citizen" : parentStatus;
    var claimed = "\"files\":false,\"jointlyWith\":null,\"claims\":[],\"claimedBy\":\"p1\"";
    member(number, age, status, claimed, "[]", false);
    for (int parent : parents) {
      relate(parent, number, "parent");
    }
  }

  private void adult(int number, int age, String status, String tax) {
    boolean pregnant = number < 3 && age < 42 && random.nextInt(100) < 6;
    member(number, age, status, tax, income(age), pregnant);
  }

  private String income(int age) {
    if (age >= 62 && random.nextInt(3) != 0) {
      return entry(random.nextBoolean() ? "social_security" : "pension", 40_000, 180_000, "month");
    }
    int kind = random.nextInt(100);
    if (kind < 20) {
      return "[]";
    }
    if (kind < 80) {
      return random.nextBoolean()
          ? entry("wages", 20_000, 125_000, "week")
          : entry("wages", 80_000, 540_000, "month");
    }
    return kind < 92
        ? entry("self_employment", 500_000, 6_000_000, "year")
        : entry("unemployment", 20_000, 80_000, "week");
  }

  private String entry(String kind, int least, int most, String per) {
    int cents = least + random.nextInt(most - least);
    return "[{\"kind\":\"%s\",\"amount\":%d.%02d,\"per\":\"%s\"}]"
        .formatted(kind, cents / 100, cents % 100, per);
  }

  private void member(
      int number, int age, String status, String tax, String income, boolean pregnant) {
    var born = AS_OF.minusYears(age).minusDays(1 + random.nextInt(360));
    boolean citizen = status.equals("citizen");
    boolean works = citizen || !status.equals("undocumented");
    int offer = age < 19 ? 9 : random.nextInt(10);
    members.add(
        """
        {"id":"p%d","birthDate":"%s","resident":true,"pregnant":%b,%s"pregnancyEndedOn":null,\
        "disabled":%b,"formerFosterCare":false,"bornToMember":false,"immigration":%s,\
        "tax":{%s,"taxId":"%s"},"income":%s,"insurance":{"medicare":%s,"employerOffer":"%s",\
        "enrolled":[]},"assets":%d,"conditions":[]}\
        """
            .formatted(
                number,
                born,
                pregnant,
                pregnant ? "\"expectedBabies\":1," : "",
                random.nextInt(100) < 4,
                immigration(status, age),
                tax,
                works ? "ssn" : "itin",
                income,
                citizen && age >= 65 ? "[\"A\",\"B\"]" : "[]",
                offer < 2 ? "affordable" : offer < 3 ? "unaffordable" : "none",
                age < 19 ? 0 : random.nextInt(6_000)));
  }

  private String immigration(String status, int age) {
    if (status.equals("citizen")) {
      return "{\"status\":\"citizen\"}";
    }
    var entered = AS_OF.minusDays(random.nextInt(Math.min(15, age + 1) * 365 + 1));
    var since =
        entered.plusDays(random.nextInt((int) (AS_OF.toEpochDay() - entered.toEpochDay()) + 1));
    boolean paroled = status.equals("parolee") || random.nextInt(10) == 0;
    return """
    {"status":"%s","since":"%s","filedOn":"%s","enteredOn":"%s","nationality":"%s",\
    "workPermit":%s,"formerly":null,"finalRemovalOrder":false,"inProceedings":%b,\
    "veteran":false,"workQuarters":%d,"paroledOn":%s,"paroledUntil":%s,"petitionApproved":%b}\
    """
        .formatted(
            status,
            since,
            since,
            entered,
            List.of("HT", "BR", "SV", "GT", "DO", "CO", "VN", "CN", "CU").get(random.nextInt(9)),
            status.equals("undocumented") || random.nextInt(3) == 0 ? "null" : "\"c08\"",
            status.equals("asylum_pending") && random.nextInt(3) == 0,
            status.equals("lpr") ? random.nextInt(60) : 0,
            paroled ? "\"" + entered + "\"" : "null",
            paroled ? "\"" + entered.plusYears(2) + "\"" : "null",
            status.equals("adjustment_pending"));
  }
}
