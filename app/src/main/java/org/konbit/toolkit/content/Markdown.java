package org.konbit.toolkit.content;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A text in Markdown, as HTML that can do no harm: markup in it is shown as text, links lead to
 * https addresses, phone numbers and other items alone, and there are no pictures.
 *
 * @param html what was made of it
 * @param sentences its paragraphs as plain text
 */
public record Markdown(String html, List<String> sentences) implements Content {
  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().extensions(EXTENSIONS).build();
  private static final Pattern PHONE = Pattern.compile("tel:[+0-9-]{3,20}");
  private static final Pattern WEB = Pattern.compile("https://[^\\s\"'<>\\\\]+");
  private static final Pattern ITEM =
      Pattern.compile("(right|guide|action|card|bill|campaign|announcement):([a-z0-9-]+)");
  private static final Pattern INWARD = Pattern.compile("href=\"\\.\\./([a-z]+)/([a-z0-9-]+)\"");
  private static final Set<String> OUTWARD = Set.of("https");

  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new OurLinks())
          .attributeProviderFactory(context -> outward())
          .build();

  /** The text of a body. */
  public static Markdown of(String text) {
    var document = PARSER.parse(text);
    document.accept(new WithoutImages());
    var plain = TEXT.render(document).strip();
    return new Markdown(
        HTML.render(document), plain.isEmpty() ? List.of() : plain.lines().toList());
  }

  /** The same with links to other items that lead to their places within one file. */
  public Markdown within(UnaryOperator<String> anchor) {
    var linked =
        INWARD
            .matcher(html)
            .replaceAll(found ->
                "href=\"#"
                    + anchor.apply(kindOf(found.group(1)).word() + "/" + found.group(2))
                    + "\"");
    return new Markdown(linked, sentences);
  }

  private static Kind kindOf(String section) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.section().equals(section))
        .findFirst()
        .orElseThrow();
  }

  /** Whether there is nothing to read. */
  public boolean isBlank() {
    return sentences.isEmpty();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(html);
  }

  private static AttributeProvider outward() {
    return (node, tag, attributes) -> {
      var scheme = Optional.ofNullable(attributes.get("href")).orElse("").split(":", 2)[0];
      if (tag.equals("a") && OUTWARD.contains(scheme.toLowerCase(Locale.ROOT))) {
        attributes.put("rel", "noopener noreferrer");
      } else {
        attributes.remove("rel");
      }
    };
  }

  /** The items that a text refers to, as {@code right/emergency-care}. */
  public static List<String> references(String text) {
    return Pattern.compile("\\]\\(" + ITEM.pattern() + "\\)")
        .matcher(text)
        .results()
        .map(found -> found.group(1) + "/" + found.group(2))
        .toList();
  }

  private static final class OurLinks implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
      var item = ITEM.matcher(url);
      if (item.matches()) {
        // Every item stands two steps below the language.
        var kind = Word.find(Kind.class, item.group(1)).orElseThrow();
        return "../" + kind.section() + "/" + item.group(2);
      }
      return Stream.of(WEB, PHONE).anyMatch(form -> form.matcher(url).matches()) ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }

  private static final class WithoutImages extends org.commonmark.node.AbstractVisitor {
    @Override
    public void visit(Image image) {
      image.unlink();
    }
  }
}
