package org.konbit.referrals.exchange;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.clients.Client;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.SharedFields;
import org.konbit.clients.SharedTexts;
import org.konbit.database.Acting;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the acting organisation sent, and what it got, as its people look at it. */
@Service
public class Referrals {
  /** The most of a list that a page shows. */
  public static final int MOST = 100;

  /**
   * One page of a list.
   *
   * @param hasMore whether others come after these
   */
  public record Slice<T>(List<T> rows, boolean hasMore) {}

  /**
   * One that was sent.
   *
   * @param client nobody if all about the person was erased
   */
  public record Sent(Status status, Optional<Draft> draft, Optional<Client> client) {}

  /**
   * One that came.
   *
   * @param shared of the person, while it may be seen
   */
  public record Got(
      Status status, Optional<Handovers.Handover> handover, Optional<SharedFields> shared) {}

  private static final String GOT =
      """
      SELECT %s
        FROM referral_status s
       WHERE s.to_organisation_id = (SELECT konbit_organisation())
         AND (s.track <> 'LEGAL' OR :legal)
      """
          .formatted(Status.COLUMNS);
  private static final String RECEIVER_MUST =
      "s.state IN ('SENT', 'RECEIVED') OR s.withdrawn_at IS NOT NULL";
  private static final String SENT =
      """
      SELECT %s
        FROM referral_status s
       WHERE s.from_organisation_id = (SELECT konbit_organisation())
      """
          .formatted(Status.COLUMNS);
  private static final String SENDER_MUST = "s.state = 'NEEDS_INFORMATION'";
  private static final String DRAFTS =
      """
      SELECT id
        FROM referral
       WHERE state = 'DRAFT'
       ORDER BY made_at DESC
       LIMIT :most
      """;
  private static final String MOVE_ALL =
      """
      UPDATE referral
         SET client_id = :to
       WHERE client_id = :from
      RETURNING id
      """;
  private static final String MOVE_SOME =
      """
      UPDATE referral
         SET client_id = :to
       WHERE id = ANY (:ids)
      """;
  private static final String FOLLOWED =
      """
      SELECT id
        FROM referral
       WHERE parent_id = :id
         AND state <> 'DISCARDED'
       LIMIT 1
      """;

  private final JdbcClient jdbc;
  private final Statuses statuses;
  private final Drafts drafts;
  private final Handovers handovers;
  private final Conversation conversation;
  private final Clients clients;
  private final SharedTexts texts;
  private final Audit audit;
  private final Clock clock;

  Referrals(
      JdbcClient jdbc,
      Statuses statuses,
      Drafts drafts,
      Handovers handovers,
      Conversation conversation,
      Clients clients,
      SharedTexts texts,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.statuses = statuses;
    this.drafts = drafts;
    this.handovers = handovers;
    this.conversation = conversation;
    this.clients = clients;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What came; of it what waits for an answer at the top unless another order is asked for.
   *
   * @param from how many of them come before
   */
  @Transactional
  public Slice<Got> got(Look look, int from) {
    Workers.required();
    var sql = jdbc.sql(GOT + look.sql("from_organisation_id", RECEIVER_MUST));
    var all = slice(look.asked(sql).param("legal", Workers.isLegal()), from);
    return new Slice<>(got(all.rows()), all.hasMore());
  }

  private static Slice<Status> slice(JdbcClient.StatementSpec sql, int from) {
    var all =
        sql.param("from", from).param("most", MOST + 1).query((row, _) -> Status.of(row)).list();
    return new Slice<>(all.subList(0, Math.min(MOST, all.size())), all.size() > MOST);
  }

  /** What these say of people, inside the caller's transaction. */
  List<Got> got(List<Status> all) {
    note(all.stream().map(Status::id));
    var shown =
        handovers.some(all.stream().map(Status::id).toList()).stream()
            .collect(Collectors.toMap(Handovers.Handover::id, Function.identity()));
    return all.stream()
        .map(status -> got(status, Optional.ofNullable(shown.get(status.id()))))
        .toList();
  }

  /**
   * What was sent, in the same way.
   *
   * @param from how many of them come before
   */
  @Transactional
  public Slice<Sent> sent(Look look, int from) {
    Workers.required();
    var all = slice(look.asked(jdbc.sql(SENT + look.sql("to_organisation_id", SENDER_MUST))), from);
    return new Slice<>(sent(all.rows()), all.hasMore());
  }

  /** What was sent in these, inside the caller's transaction. */
  List<Sent> sent(List<Status> all) {
    var drafted =
        drafts.sent(all.stream().map(Status::id).toList()).stream()
            .collect(Collectors.toMap(Draft::id, Function.identity()));
    var people = people(drafted.values().stream());
    note(all.stream().map(Status::id));
    return all.stream()
        .map(status -> {
          var draft = Optional.ofNullable(drafted.get(status.id()));
          return new Sent(status, draft, draft.map(each -> people.get(each.client())));
        })
        .toList();
  }

  /** What was written and not yet sent, the newest first. */
  @Transactional
  public Map<Draft, Client> drafts() {
    Workers.required();
    var all = drafts.unsent(jdbc.sql(DRAFTS).param("most", MOST).query(UUID.class).list());
    var people = people(all.stream());
    note(all.stream().map(Draft::id));
    return all.stream()
        .filter(each -> people.containsKey(each.client()))
        .collect(
            Collectors.toMap(
                Function.identity(),
                each -> people.get(each.client()),
                (one, _) -> one,
                java.util.LinkedHashMap::new));
  }

  /** How far one has come; nothing of a draft. */
  @Transactional
  public Optional<Status> status(UUID id) {
    var own = Workers.required();
    return statuses
        .one(id)
        .filter(status ->
            status.mover(own) == Mover.SENDER
                || status.track() != Track.LEGAL
                || Workers.isLegal());
  }

  /** One that was sent. */
  @Transactional
  public Sent sentOne(UUID id) {
    var status = status(id).orElseThrow(NotHere::new);
    var draft = drafts.sent(List.of(id)).stream().findFirst();
    note(Stream.of(id));
    return new Sent(status, draft, draft.flatMap(each -> clients.find(each.client())));
  }

  /**
   * What the acting organisation said for itself of having sent one by mistake.
   *
   * @return empty if it said nothing, or did not send it
   */
  @Transactional
  public String mistakeWords(UUID id) {
    Workers.required();
    return drafts.mistakeWords(id);
  }

  /** One that came. */
  @Transactional
  public Got gotOne(UUID id) {
    var status = status(id).orElseThrow(NotHere::new);
    note(Stream.of(id));
    return got(status, handovers.one(id));
  }

  /** How one came to where it is, the first step first, without its being sent. */
  @Transactional
  public List<Step> steps(Status status) {
    Workers.required();
    return statuses.steps(status.id());
  }

  /** What the two sides wrote to each other about one. */
  @Transactional
  public List<Conversation.Note> notes(Status status) {
    return conversation.all(status, Workers.required());
  }

  /**
   * What the acting organisation keeps about somebody it sent, or wanted to.
   *
   * @param state how far it came, where there is no status
   * @param status how far it has come since it was sent
   * @param notes what the two sides wrote to each other about it
   * @param mistakeWords what the organisation said of having sent it by mistake; perhaps empty
   */
  public record About(
      Draft draft,
      State state,
      Optional<Status> status,
      List<Conversation.Note> notes,
      String mistakeWords) {
    @Override
    public String toString() { // it may name somebody
      return "About[%s]".formatted(draft.id());
    }
  }

  /** All that is kept about a person, the newest first, for whoever may read of people. */
  @Transactional
  public List<About> about(UUID client) {
    if (!ClientStaff.mayRead(Acting.now().actingAs())) {
      throw new NotHere();
    }
    var all = drafts.about(client);
    note(all.stream().map(each -> each.draft().id()));
    var own = Acting.now().actingFor().orElseThrow(NotHere::new);
    return all.stream()
        .map(each -> {
          var status = statuses.one(each.draft().id());
          return new About(
              each.draft(),
              each.state(),
              status,
              status.map(found -> conversation.all(found, own)).orElse(List.of()),
              drafts.mistakeWords(each.draft().id()));
        })
        .toList();
  }

  /**
   * Moves what is kept about a person to another record of theirs, in the open transaction.
   *
   * @return what moved
   */
  @Transactional
  public List<UUID> moveAll(UUID from, UUID to) {
    Workers.required();
    return jdbc.sql(MOVE_ALL).param("from", from).param("to", to).query(UUID.class).list();
  }

  /** The same for those of the ids that are referrals. */
  @Transactional
  public void moveSome(Collection<UUID> ids, UUID to) {
    Workers.required();
    jdbc.sql(MOVE_SOME).param("ids", ids.toArray(UUID[]::new)).param("to", to).update();
  }

  /** The next referral of one that was rerouted, if somebody wrote it. */
  @Transactional
  public Optional<UUID> next(UUID id) {
    Workers.required();
    return jdbc.sql(FOLLOWED).param("id", id).query(UUID.class).optional();
  }

  // The database hides what a consent no longer covers by its own clock; this one is the same.
  private Got got(Status status, Optional<Handovers.Handover> kept) {
    var handover = kept.filter(_ -> status.isShared(clock.instant()));
    return new Got(
        status,
        handover,
        handover.map(Handovers.Handover::shared).filter(text -> !text.isEmpty()).map(texts::read));
  }

  private Map<UUID, Client> people(Stream<Draft> drafted) {
    return clients.all(drafted.map(Draft::client).distinct().toList()).stream()
        .collect(Collectors.toMap(Client::id, Function.identity()));
  }

  private void note(Stream<UUID> ids) {
    audit.note(AuditAction.READ, "referral", ids.toList());
  }

  /** Whether the sender has something to do: a question to answer, or a family to send on. */
  public static boolean waitsForSender(Status status) {
    return status.state() == State.NEEDS_INFORMATION || status.state() == State.REROUTED;
  }
}
