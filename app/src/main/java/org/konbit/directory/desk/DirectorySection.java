package org.konbit.directory.desk;

import java.util.Set;
import org.konbit.directory.entry.Keeping;
import org.konbit.web.DeskSection;
import org.springframework.stereotype.Component;

/** The directory at the desk. */
@Component
class DirectorySection implements DeskSection {
  @Override
  public String key() {
    return "directory.section.directory";
  }

  @Override
  public String place() {
    return "directory";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public boolean isFor(Set<String> roles) {
    return Keeping.isAllowed(roles);
  }
}
