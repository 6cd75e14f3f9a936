package org.konbit.access.web;

import java.util.List;
import org.konbit.access.SignedIn;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/** The organisations a person could work for. */
public record ChoosePage(DeskFrame desk, List<SignedIn.Place> places) implements DeskPage {}
