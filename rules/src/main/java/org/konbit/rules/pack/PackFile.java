package org.konbit.rules.pack;

import org.konbit.rules.text.Node;

/**
 * One file of a pack.
 *
 * @param place the folder it stands in, such as {@code ma}
 * @param name how problems name it, such as {@code ma/standard.yaml}
 */
record PackFile(String place, String name, String text, Node root) {}
