package org.konbit.clients.desk;

import java.util.Set;
import org.konbit.clients.ClientStaff;
import org.konbit.web.DeskSection;
import org.springframework.stereotype.Component;

/** People at the desk. */
@Component
class ClientsSection implements DeskSection {
  @Override
  public String key() {
    return "clients.section.clients";
  }

  @Override
  public String place() {
    return "clients";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean isFor(Set<String> roles) {
    return ClientStaff.mayRead(roles);
  }
}
