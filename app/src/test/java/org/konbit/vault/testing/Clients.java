package org.konbit.vault.testing;

import com.google.crypto.tink.util.Bytes;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.konbit.database.Acting;
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

  private final JdbcClient jdbc;
  private final JdbcClient owner;
  private final SealedFields fields;
  private final TransactionTemplate transaction;

  Clients(
      JdbcClient jdbc,
      @Qualifier("ownerDataSource") DataSource owner,
      SealedFields fields,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.owner = JdbcClient.create(owner);
    this.fields = fields;
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
              PRIMARY KEY (organisation_id, id)
            )
            """)
        .update();
    owner.sql("CALL konbit_wall('sample_client')").update();
    owner
        .sql("GRANT SELECT, INSERT, UPDATE, DELETE ON sample_client TO konbit_application")
        .update();
  }

  public void drop() {
    owner.sql("DROP TABLE sample_client").update();
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
    return id;
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
