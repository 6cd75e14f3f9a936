package org.konbit.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One reader's visit to one page, with all that the browser noticed meanwhile. */
final class Visit implements AutoCloseable {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  // Where htmx has put the focus before the browser would: on the same element, so it is no harm.
  private static final String FOCUSED_FIRST = "Autofocus processing was blocked";

  private final BrowserContext context;
  private final Page page;
  private final List<Request> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Visit(Browser browser, Browser.NewContextOptions reader, String address) {
    context = browser.newContext(reader);
    page = context.newPage();
    page.onRequest(requests::add);
    page.onConsoleMessage(message -> {
      if (!message.text().startsWith(FOCUSED_FIRST)) {
        complaints.add(message.type() + ": " + message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(address);
  }

  /** Waits until the browser has fetched all that it wants, the icon in its tab included. */
  void settle() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  Page page() {
    return page;
  }

  /** Presses a button or link that leads to another page, and waits until all of that has come. */
  static void press(Page page, String selector) {
    follow(page, () -> page.locator(selector).first().click());
  }

  /** Does what leads to another page, and waits until all of that has come. */
  static void follow(Page page, Runnable act) {
    var hasCome = new AtomicBoolean();
    Consumer<Frame> coming = _ -> hasCome.set(true);
    page.onFrameNavigated(coming);
    act.run();
    // When the click is over, a busy machine may still show the page before, all of it loaded.
    page.waitForCondition(hasCome::get);
    page.offFrameNavigated(coming);
    page.waitForLoadState();
  }

  List<String> complaints() {
    return complaints;
  }

  List<String> requested() {
    return requests.stream().map(Request::url).toList();
  }

  /** What was fetched first whose address ends so: what comes after it may come from a cache. */
  Optional<Request> requestOf(String ending) {
    return requests.stream().filter(request -> request.url().endsWith(ending)).findFirst();
  }

  /** What travelled to the reader, compressed as it was, headers included. */
  int bytesReceived() {
    return requests.stream()
        .map(Request::sizes)
        .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
        .sum();
  }

  int cookies() {
    return context.cookies().size();
  }

  /** What axe finds wrong, as {@code rule: the element}. */
  List<String> barriers() {
    return barriers(page);
  }

  /** The same of a page that somebody opened otherwise. */
  static List<String> barriers(Page page) {
    return told(page, Map.of("type", "tag", "values", TAGS), true);
  }

  /** The same but for faint text, which is the half of axe's work and no matter of language. */
  List<String> barriersInWords() {
    return told(page, Map.of("type", "tag", "values", TAGS), false);
  }

  /** Text that axe finds too faint for its ground, in the colours shown now. */
  List<String> faintText() {
    return told(page, Map.of("type", "rule", "values", List.of("color-contrast")), true);
  }

  // Axe's own builder opens a second page to add up what it found in each frame, of which we have
  // none, and describes all that is right as well: it takes several times as long. Of cells and
  // points that look alike, in the same place of the same things, one tells for all how faint its
  // text is: a table has some thousand, and their colours are the half of axe's work.
  private static List<String> told(Page page, Map<String, Object> runOnly, boolean isSeeing) {
    page.evaluate(AxeBuilder.getAxeScript());
    var found =
        page.evaluate(
            """
            async ([runOnly, isSeeing]) => {
              const told = async (context, rules) => (await axe.run(context,
                  {...rules, resultTypes: ["violations"], selectors: false, preload: false}))
                  .violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html));
              const contrast = "color-contrast";
              const others = runOnly.type === "rule" ? [] : await told(document,
                  {runOnly, rules: {[contrast]: {enabled: false}}});
              if (!isSeeing) return others;

              const style = e => [e.tagName, e.className, e.getAttribute("style"), e.lang,
                  e.checkVisibility()].join();
              const path = e => e ? path(e.parentElement) + ">" + style(e) : "";
              const shape = e => path(e) + [...e.querySelectorAll("*")].map(style).join(";");
              const shown = new Set();
              for (const each of document.querySelectorAll("td, th, li")) {
                if (!each.checkVisibility()) continue;
                const its = shape(each);
                each.toggleAttribute("data-as-another", shown.has(its));
                shown.add(its);
              }
              const faint = await told({exclude: [["[data-as-another]"]]},
                  {runOnly: {type: "rule", values: [contrast]}});
              document.querySelectorAll("[data-as-another]")
                  .forEach(each => each.removeAttribute("data-as-another"));
              return [...others, ...faint];
            }
            """,
            List.of(runOnly, isSeeing));
    return ((List<?>) found).stream().map(String.class::cast).toList();
  }

  /** How far the page reaches beyond the window, in pixels. */
  int sidewaysOverflow() {
    Object overflow =
        page.evaluate(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
    return ((Number) overflow).intValue();
  }

  /** How many sheets of letter paper it takes, as a printer is given them. */
  long sheets() {
    return sheets(page);
  }

  /** The same of a page that somebody opened otherwise. */
  static long sheets(Page page) {
    return SHEET.matcher(new String(page.pdf(), StandardCharsets.ISO_8859_1)).results().count();
  }

  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }
}
