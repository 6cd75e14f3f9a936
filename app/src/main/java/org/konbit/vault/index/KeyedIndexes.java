package org.konbit.vault.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.crypto.Mac;
import org.konbit.vault.BlindIndexes;
import org.konbit.vault.Wanted;
import org.konbit.vault.key.Hmac;
import org.konbit.vault.seal.Rings;
import org.springframework.stereotype.Component;

/** HMAC-SHA-256 under a key of organisation and field, cut to the field's bits. */
@Component
class KeyedIndexes implements BlindIndexes {
  private final Rings rings;

  KeyedIndexes(Rings rings) {
    this.rings = rings;
  }

  @Override
  public Set<Integer> toKeep(Field field, Set<String> terms) {
    var mac = mac(field);
    var numbers = new LinkedHashSet<Integer>();
    terms.forEach(term -> numbers.add(number(mac, field, term)));
    return numbers;
  }

  @Override
  public Numbers toFind(Field field, Wanted wanted) {
    var mac = mac(field);
    var groups = new ArrayList<Integer>();
    var numbers = new ArrayList<Integer>();
    for (int group = 0; group < wanted.groups().size(); group++) {
      for (String term : wanted.groups().get(group)) {
        groups.add(group);
        numbers.add(number(mac, field, term));
      }
    }
    return new Numbers(groups, numbers, wanted.groups().size());
  }

  private Mac mac(Field field) {
    return Hmac.of(rings.indexKey(field.name()));
  }

  private static int number(Mac mac, Field field, String term) {
    byte[] hash = mac.doFinal(term.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getInt() >>> (Integer.SIZE - field.bits());
  }
}
