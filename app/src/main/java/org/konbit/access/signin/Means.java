package org.konbit.access.signin;

/** How a person proved who they are. */
public enum Means {
  PASSKEY,
  /** A password with a one-time code. */
  CODE,
  /** A recovery code, which is then used up. */
  RECOVERY,
  /** A link that only the demonstration makes. */
  DEMO
}
