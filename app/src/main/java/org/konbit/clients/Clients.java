package org.konbit.clients;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.BirthDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people whom the acting organisation serves. Every reading and every change is noted in the
 * audit; another organisation's people are not here.
 */
@Service
public class Clients {
  private static final String KIND = "client";
  private static final int MOST_ALIKE = 6;

  private final ClientRows rows;
  private final ClientTerms terms;
  private final Households households;
  private final Audit audit;

  Clients(ClientRows rows, ClientTerms terms, Households households, Audit audit) {
    this.rows = rows;
    this.terms = terms;
    this.households = households;
    this.audit = audit;
  }

  /**
   * Adds a person.
   *
   * @param id made by the caller, who may call again: the first time counts
   * @return whether it was the first time
   */
  @Transactional
  public boolean create(UUID id, Details details) {
    ClientStaff.mayKeep();
    check(details);
    boolean isNew = rows.insert(id, details);
    if (isNew) {
      terms.keep(id, details);
      audit.note(AuditAction.CREATE, KIND, List.of(id));
    }
    return isNew;
  }

  /** A person, if the acting organisation has them. */
  @Transactional
  public Optional<Client> find(UUID id) {
    return all(List.of(id)).stream().findFirst();
  }

  /**
   * A person.
   *
   * @throws NotHere if the acting organisation does not have them
   */
  @Transactional
  public Client one(UUID id) {
    return find(id).orElseThrow(NotHere::new);
  }

  /** Those of the ids that the acting organisation has, in no order. */
  @Transactional
  public List<Client> all(Collection<UUID> ids) {
    ClientStaff.mayRead();
    return noted(AuditAction.READ, rows.some(ids));
  }

  /** Those who were added or changed last, the newest first. */
  @Transactional
  public List<Client> latest(int atMost) {
    ClientStaff.mayRead();
    return noted(AuditAction.READ, rows.latest(atMost));
  }

  /** Everybody who fits all that is looked for, by name; nobody if nothing is. */
  @Transactional
  public List<Client> search(Sought sought) {
    ClientStaff.mayRead();
    var found =
        rows.some(terms.candidates(sought)).stream()
            .filter(each -> ClientTerms.fits(each.details(), sought))
            .sorted(Comparator.comparing((Client each) -> each.name().full()))
            .toList();
    return noted(AuditAction.SEARCH, found);
  }

  /**
   * Who is here already and may be the same person, the likeliest first: before somebody is added
   * twice.
   */
  @Transactional
  public List<Resemblance> resembling(Details details) {
    ClientStaff.mayRead();
    var likeness = new Likeness(details);
    var alike =
        rows.some(terms.resembling(details)).stream()
            .map(each -> new Resemblance(each, likeness.with(each.details())))
            .filter(each -> !each.alike().isEmpty())
            .sorted(
                Comparator.comparingInt((Resemblance each) -> -each.alike().size())
                    .thenComparing(each -> each.client().name().full()))
            .limit(MOST_ALIKE)
            .toList();
    noted(AuditAction.SEARCH, alike.stream().map(Resemblance::client).toList());
    return alike;
  }

  /**
   * Replaces what is known about a person.
   *
   * @param version the one that was changed
   * @return whether it was still the last one; if not, nothing has changed
   * @throws NotHere if the acting organisation does not have them
   */
  @Transactional
  public boolean change(UUID id, int version, Details details) {
    ClientStaff.mayKeep();
    check(details);
    boolean isChanged = rows.update(id, version, details);
    if (isChanged) {
      terms.keep(id, details);
      audit.note(AuditAction.UPDATE, KIND, List.of(id));
    } else if (rows.some(List.of(id)).isEmpty()) {
      throw new NotHere();
    }
    return isChanged;
  }

  /**
   * Notes that a person was served today, so that they are kept from today on.
   *
   * @throws NotHere if the acting organisation does not have them
   */
  @Transactional
  public void served(UUID id) {
    ClientStaff.mayKeep();
    if (!rows.served(id)) {
      throw new NotHere();
    }
    audit.note(AuditAction.UPDATE, KIND, List.of(id));
  }

  /**
   * Of a person, these groups of fields and nothing else.
   *
   * @throws NotHere if the acting organisation does not have them
   */
  @Transactional
  public SharedFields sharedFields(UUID id, Set<FieldGroup> groups) {
    var details = one(id).details();
    return new SharedFields(
        Optional.of(details.name()).filter(_ -> groups.contains(FieldGroup.NAME)),
        Optional.of(details.birthDate())
            .filter(_ -> groups.contains(FieldGroup.BIRTH_DATE))
            .filter(each -> !(each instanceof BirthDate.Unknown)),
        Optional.of(details.contact())
            .filter(_ -> groups.contains(FieldGroup.CONTACT))
            .filter(each -> !each.equals(Contact.none())),
        Optional.of(details.speech())
            .filter(_ -> groups.contains(FieldGroup.LANGUAGE))
            .filter(each -> !each.equals(Speech.unknown())),
        groups.contains(FieldGroup.HOUSEHOLD_SIZE) ? atHome(id, details) : OptionalInt.empty(),
        Optional.of(details.need())
            .filter(_ -> groups.contains(FieldGroup.NEED_NOTE))
            .filter(each -> !each.isEmpty()));
  }

  /** As many as the person said live together, or as are known to, whichever is more. */
  private OptionalInt atHome(UUID id, Details details) {
    int most = Math.max(details.peopleAtHome().orElse(0), households.home(id).size());
    return most == 0 ? OptionalInt.empty() : OptionalInt.of(most);
  }

  private static void check(Details details) {
    FreeText.check(details.need());
    FreeText.check(details.contact().safety());
  }

  private List<Client> noted(AuditAction action, List<Client> clients) {
    audit.note(action, KIND, clients.stream().map(Client::id).toList());
    return clients;
  }
}
