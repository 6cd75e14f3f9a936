package org.konbit.toolkit.content;

/** Where a right is used. */
public enum Setting implements Word {
  HOSPITAL,
  SCHOOL,
  WORK,
  HOME,
  COURT,
  STREET,
  PAPERS
}
