package org.konbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.testing.DeskCalls;
import org.konbit.testing.DeskCalls.Call;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address there is, in every role, with what belongs to another organisation: nothing
 * of it is shown, told or changed, and the answer is that for what does not exist. An address of
 * the desk that nobody knows how to ask for fails, and so does a public one that is not in the
 * reviewed list of {@code docs/outside-the-walls.md}.
 */
@KonbitTest
@Import(Superuser.class)
@ExtendWith(OutputCaptureExtension.class)
class EndpointWallsTests {
  // What a request was not looked at for: then its walls were not tried.
  private static final Set<Integer> NOT_TRIED = Set.of(400, 403, 405, 415, 500);

  private static final String TABLES_WITH =
      """
      SELECT c.relname
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = :column AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace
         AND c.relkind IN ('r', 'p')
       ORDER BY c.relname
      """;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired private List<DeskCalls> modules;
  @Autowired private GivenStaff given;
  @Autowired private Superuser superuser;
  @LocalServerPort private int port;

  private UUID harbor;
  private UUID valley;
  private final List<String> planted = new ArrayList<>();

  @BeforeEach
  void anotherOrganisation() {
    harbor = given.organisation("Harbor Clinic");
    valley = given.organisation("Valley Legal Aid");
    modules.forEach(module -> planted.addAll(module.plant(valley)));
    assertThat(planted).isNotEmpty();
  }

  @Test
  void every_address_of_the_desk_is_asked_for_and_every_other_is_in_the_reviewed_list() {
    var known = calls().stream().map(EndpointWallsTests::named).collect(Collectors.toSet());
    var desk =
        addresses().stream().filter(each -> each.contains(" /desk")).collect(Collectors.toSet());
    var outside = new TreeSet<>(addresses());
    outside.removeAll(desk);

    assertThat(desk).hasSizeGreaterThan(20);
    assertThat(desk.stream().filter(each -> !isPlainPage(each)))
        .as("addresses with an id or a form; a DeskCalls of their module says how to ask")
        .isSubsetOf(known);
    assertThat(known).as("calls of addresses that are gone").isSubsetOf(desk);
    assertThat(outside).containsExactlyElementsOf(new TreeSet<>(Tables.listed().addresses()));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "COALITION_ADMINISTRATOR")
  void nobody_is_shown_or_changes_what_is_another_organisations(Role role, CapturedOutput log) {
    var until =
        role.isForABoundedTime()
            ? Optional.of(LocalDate.of(2999, 1, 1))
            : Optional.<LocalDate>empty();
    walk(given.personUntil(harbor, until, role), asked(), log);
  }

  @Test
  void the_coalitions_administrator_knows_partners_and_none_of_their_people(CapturedOutput log) {
    var administrator =
        given.person(
            given.coalition(), Role.COALITION_ADMINISTRATOR, Role.ORGANISATION_ADMINISTRATOR);

    walk(
        administrator,
        asked().stream().filter(call -> !call.pattern().contains("/organisations/{id}")).toList(),
        log);
  }

  private void walk(GivenStaff.Person person, List<Call> calls, CapturedOutput log) {
    var softly = new SoftAssertions();
    var before = everythingOf(valley);
    assertThat(before.values())
        .as("there is something to change")
        .anyMatch(rows -> !rows.isEmpty());
    var visitor = new DeskVisitor(port).with(given.session(person)).open("/desk/en/settings");
    for (Call call : calls) {
      ask(visitor, call);
      int status = visitor.status();
      String body = visitor.body();
      softly.assertThat(status).as(named(call)).isNotIn(NOT_TRIED);
      softly.assertThat(planted).as(named(call)).noneMatch(body::contains);
      if (!asksForSomethingOfTheirs(call)) {
        continue;
      }
      ask(visitor, withNobodysIds(call));
      softly.assertThat(status).as(named(call)).isEqualTo(visitor.status());
      softly
          .assertThat(bare(body, call))
          .as("%s tells what is there from what is not", named(call))
          .isEqualTo(bare(visitor.body(), withNobodysIds(call)));
    }
    softly.assertThat(everythingOf(valley)).as("all that is Valley's").isEqualTo(before);
    softly.assertThat(planted).as("the log").noneMatch(log.getAll()::contains);
    softly.assertAll();
  }

  /** The modules' calls, and every page that needs no more than its address. */
  private List<Call> asked() {
    var all = new ArrayList<>(calls());
    addresses().stream()
        .filter(each -> each.contains(" /desk"))
        .filter(EndpointWallsTests::isPlainPage)
        .map(each -> new Call("GET", each.substring(each.indexOf('/')), Map.of(), Map.of()))
        .forEach(all::add);
    all.sort(Comparator.comparing(call -> call.pattern().endsWith("/sign-out"))); // to the end
    return all;
  }

  private List<Call> calls() {
    return modules.stream().flatMap(module -> module.calls().stream()).toList();
  }

  private static void ask(DeskVisitor visitor, Call call) {
    var address = call.pattern().replace("{lang}", "en");
    for (var id : call.ids().entrySet()) {
      address = address.replace("{%s}".formatted(id.getKey()), id.getValue());
    }
    if (call.method().equals("GET")) {
      visitor.open(address);
    } else {
      visitor.send(address, call.form());
    }
  }

  /** The same call with ids that nobody has. */
  private static Call withNobodysIds(Call call) {
    return new Call(
        call.method(), call.pattern(), withNobodysIds(call.ids()), withNobodysIds(call.form()));
  }

  private static Map<String, String> withNobodysIds(Map<String, String> fields) {
    var other = new HashMap<>(fields);
    other.replaceAll(
        (_, value) -> isId(value) ? UUID.nameUUIDFromBytes(new byte[1]).toString() : value);
    return other;
  }

  private static boolean asksForSomethingOfTheirs(Call call) {
    return Stream.concat(call.ids().values().stream(), call.form().values().stream())
        .anyMatch(EndpointWallsTests::isId);
  }

  private static boolean isId(String value) {
    return value.length() == 36 && value.charAt(8) == '-';
  }

  /**
   * A page without what differs from one time to the next: tokens, secrets and the ids asked for.
   */
  private static String bare(String body, Call call) {
    String bare = body.replaceAll("value=\"[\\w.=-]{20,}\"", "");
    bare = bare.replaceAll("[A-Z2-7]{4}(?:[ -][A-Z2-7]{4})+", "");
    bare = bare.replaceAll("[\\w-]{36,}", "");
    for (String id : call.ids().values()) {
      bare = isId(id) ? bare.replace(id, "") : bare;
    }
    return bare.replaceAll("\\d+", "0");
  }

  /** All that an organisation has in any table, and what its planted people sign in with. */
  private Map<String, String> everythingOf(UUID organisation) {
    var rows = new TreeMap<String, String>();
    for (String table : tables("organisation_id")) {
      rows.put(table, rows(table, "organisation_id = :id", organisation));
    }
    assertThat(rows).containsKeys("membership", "invitation", "audit_entry", "desk_session");
    return rows;
  }

  private List<String> tables(String column) {
    return superuser.sql().sql(TABLES_WITH).param("column", column).query(String.class).list();
  }

  private String rows(String table, String which, UUID id) {
    return superuser
        .sql()
        .sql(
            "SELECT coalesce(string_agg(t::text, '\n' ORDER BY t::text), '') FROM %s t WHERE %s"
                .formatted(table, which))
        .param("id", id)
        .query(String.class)
        .single();
  }

  private Set<String> addresses() {
    var ours = new HashSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getPackageName().startsWith("org.konbit")) {
            ours.addAll(named(mapping));
          }
        });
    assertThat(ours).contains("GET /{lang}", "GET /desk/{lang}");
    return ours;
  }

  private static List<String> named(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(pattern ->
            methods.isEmpty()
                ? Stream.of("ANY " + pattern)
                : methods.stream().map(method -> method + " " + pattern))
        .toList();
  }

  private static String named(Call call) {
    return call.method() + " " + call.pattern();
  }

  private static boolean isPlainPage(String address) {
    return address.startsWith("GET ")
        && Arrays.stream(address.split("/"))
            .noneMatch(part -> part.startsWith("{") && !part.equals("{lang}"));
  }
}
