package org.konbit.web;

/** A page of somebody who is signed in. */
public interface DeskPage extends Page {
  /** What stands around it. */
  DeskFrame desk();

  @Override
  default PageFrame frame() {
    return desk().frame();
  }
}
