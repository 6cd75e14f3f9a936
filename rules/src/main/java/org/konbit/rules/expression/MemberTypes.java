package org.konbit.rules.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The type of a household's member: everything that can be read of one, below dots. */
@SuppressWarnings("Immutable") // filled while it is constructed, only read afterwards
final class MemberTypes implements CelTypeProvider {
  private final Map<String, CelType> types = new HashMap<>();
  private final StructType member;

  MemberTypes(Map<String, Attribute> attributes) {
    var byPath = new TreeMap<String, Kind>();
    attributes.forEach((name, attribute) -> byPath.put("." + name, attribute.kind()));
    this.member = struct("Member", "", byPath);
  }

  StructType member() {
    return member;
  }

  private StructType struct(String name, String path, SortedMap<String, Kind> byPath) {
    var fields = new HashMap<String, Optional<Kind>>();
    var prefix = path + ".";
    byPath
        .subMap(prefix, prefix + Character.MAX_VALUE)
        .forEach((full, kind) -> {
          var rest = full.substring(prefix.length());
          int dot = rest.indexOf('.');
          if (dot < 0) {
            fields.put(rest, Optional.of(kind));
          } else {
            fields.put(rest.substring(0, dot), Optional.empty());
          }
        });
    fields.forEach((field, kind) -> {
      if (kind.isEmpty()) {
        struct(name + "." + field, prefix + field, byPath);
      }
    });
    var made =
        StructType.create(
            name, ImmutableSet.copyOf(fields.keySet()), field -> fieldType(name, fields, field));
    types.put(name, made);
    return made;
  }

  private Optional<CelType> fieldType(
      String name, Map<String, Optional<Kind>> fields, String field) {
    var kind = fields.get(field);
    if (kind == null) {
      return Optional.empty();
    }
    return kind.map(this::type).or(() -> findType(name + "." + field));
  }

  CelType type(Kind kind) {
    return switch (kind) {
      case BOOL -> SimpleType.BOOL;
      case INT -> SimpleType.INT;
      case DATE -> SimpleType.TIMESTAMP;
      case WORD -> SimpleType.STRING;
      case WORDS -> ListType.create(SimpleType.STRING);
      case MEMBERS -> ListType.create(member);
      case TABLE -> OpaqueType.create("table");
    };
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(types.values());
  }

  @Override
  public Optional<CelType> findType(String typeName) {
    return Optional.ofNullable(types.get(typeName));
  }
}
