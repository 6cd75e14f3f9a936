package org.konbit.vault.testing;

import com.google.crypto.tink.util.Bytes;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.konbit.database.Acting;
import org.konbit.vault.BlindIndexes;
import org.konbit.vault.NameTerms;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A table of clients as every module's will be: behind the walls, names and phones sealed. It is
 * there between {@link #create} and {@link #drop}.
 */
@TestComponent
public class Clients {
  public static final SealedColumn NAME = new SealedColumn("sample_client", "name");
  public static final SealedColumn PHONE = new SealedColumn("sample_client", "phone");

  /** One row, its fields as they lie in the table. */
  public record Row(Bytes sealedName, Bytes sealedPhone) {
    public byte[] name() {
      return sealedName.toByteArray();
    }

    public byte[] phone() {
      return sealedPhone.toByteArray();
    }
  }

  private static final BlindIndexes.Field NAMES = new BlindIndexes.Field("sample_client.name", 16);

  // Equality of plain columns alone: PostgreSQL uses no index behind a wall for anything else.
  private static final String CANDIDATES =
      """
      SELECT c.id, c.name
        FROM (SELECT t.client_id
                FROM unnest(:group, :number) AS wanted (grp, number)
                JOIN sample_client_term t ON t.number = wanted.number
               GROUP BY t.client_id
              HAVING count(DISTINCT wanted.grp) = :groups) found
        JOIN sample_client c ON c.id = found.client_id
      """;

  private final JdbcClient jdbc;
  private final JdbcClient owner;
  private final SealedFields fields;
  private final BlindIndexes indexes;
  private final TransactionTemplate transaction;

  Clients(
      JdbcClient jdbc,
      @Qualifier("ownerDataSource") DataSource owner,
      SealedFields fields,
      BlindIndexes indexes,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.owner = JdbcClient.create(owner);
    this.fields = fields;
    this.indexes = indexes;
    this.transaction = new TransactionTemplate(transactions);
  }

  public void create() {
    owner
        .sql(
            """
            CREATE TABLE sample_client (
              organisation_id uuid NOT NULL,
              id uuid NOT NULL,
              name sealed NOT NULL,
              phone sealed,
              last_served date,
              PRIMARY KEY (organisation_id, id)
            )
            """)
        .update();
    owner
        .sql(
            """
            CREATE TABLE sample_client_term (
              organisation_id uuid NOT NULL,
              number integer NOT NULL,
              client_id uuid NOT NULL,
              PRIMARY KEY (organisation_id, number, client_id),
              FOREIGN KEY (organisation_id, client_id)
                REFERENCES sample_client (organisation_id, id) ON DELETE CASCADE
            )
            """)
        .update();
    owner.sql("CALL konbit_wall('sample_client')").update();
    owner.sql("CALL konbit_wall('sample_client_term')").update();
    owner.sql("GRANT SELECT, INSERT, DELETE ON sample_client_term TO konbit_application").update();
    owner
        .sql("GRANT SELECT, INSERT, UPDATE, DELETE ON sample_client TO konbit_application")
        .update();
  }

  public void drop() {
    owner.sql("DROP TABLE sample_client_term, sample_client").update();
  }

  /** Adds a client of the organisation and returns its id. */
  public UUID add(UUID organisation, String name, String phone) {
    return within(organisation, () -> insert(organisation, name, phone));
  }

  public List<UUID> add(UUID organisation, int howMany) {
    return within(
        organisation,
        () ->
            java.util.stream.IntStream.range(0, howMany)
                .mapToObj(i -> insert(organisation, "Name " + i, "+1617555" + i))
                .toList());
  }

  private UUID insert(UUID organisation, String name, String phone) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO sample_client (organisation_id, id, name, phone)
            VALUES (:organisation, :id, :name, :phone)
            """)
        .param("organisation", organisation)
        .param("id", id)
        .param("name", fields.seal(NAME, id, name))
        .param("phone", fields.seal(PHONE, id, phone))
        .update();
    for (int number : indexes.toKeep(NAMES, NameTerms.toKeep(List.of(name)))) {
      jdbc.sql("INSERT INTO sample_client_term VALUES (:organisation, :number, :id)")
          .param("organisation", organisation)
          .param("number", number)
          .param("id", id)
          .update();
    }
    return id;
  }

  /** The clients whose name has every word that somebody typed. */
  public List<UUID> find(UUID organisation, String typed) {
    var wanted = NameTerms.toFind(typed);
    return within(
        organisation,
        () -> {
          var numbers = indexes.toFind(NAMES, wanted);
          return jdbc
              .sql(CANDIDATES)
              .param("group", numbers.group().toArray(Integer[]::new))
              .param("number", numbers.number().toArray(Integer[]::new))
              .param("groups", numbers.groups())
              .query((row, _) -> {
                var id = row.getObject(1, UUID.class);
                String name = fields.open(NAME, id, row.getBytes(2));
                return wanted.isMetBy(NameTerms.toKeep(List.of(name)))
                    ? List.of(id)
                    : List.<UUID>of();
              })
              .list()
              .stream()
              .flatMap(List::stream)
              .toList();
        });
  }

  public Row row(UUID organisation, UUID id) {
    return within(
        organisation,
        () ->
            jdbc.sql("SELECT name, phone FROM sample_client WHERE id = :id")
                .param("id", id)
                .query((row, _) ->
                    new Row(Bytes.copyFrom(row.getBytes(1)), Bytes.copyFrom(row.getBytes(2))))
                .single());
  }

  /** Every client's opened name. */
  public List<String> names(UUID organisation) {
    return within(
        organisation,
        () ->
            jdbc.sql("SELECT id, name FROM sample_client ORDER BY id")
                .query((row, _) -> fields.open(NAME, row.getObject(1, UUID.class), row.getBytes(2)))
                .list());
  }

  public static Acting as(UUID organisation) {
    return new Acting.SystemActor(organisation, "test", "test");
  }

  public <T> T within(UUID organisation, Supplier<T> work) {
    return as(organisation).call(() -> transaction.execute(_ -> work.get()));
  }
}
