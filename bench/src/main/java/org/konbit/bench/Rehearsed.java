package org.konbit.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Families that went through the whole interview once, so that what they sent can be sent again: a
 * page that is sent twice is worked out twice.
 */
final class Rehearsed {
  private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");
  private static final Pattern YES = Pattern.compile("name=\"answer\" value=\"true\"");
  private static final Pattern KIN = Pattern.compile("name=\"(kin-[a-z0-9-]+)\"");
  private static final int MOST = 90;

  private final Talker talker;
  private final Random random = new Random(42);
  private final List<Talker.Request> sent = new ArrayList<>();

  Rehearsed(Talker talker) {
    this.talker = talker;
  }

  /** Every page that so many families of two to five sent on their way to the answer. */
  List<Talker.Request> questions(int families) throws IOException {
    for (int i = 0; i < families; i++) {
      family(i % 2 == 0 ? "MA" : "CT", 2 + i % 4);
    }
    return List.copyOf(sent);
  }

  private void family(String state, int size) throws IOException {
    var page = post("go=begin");
    page = next(page, "&answer=" + state + "&go=answer");
    for (int member = 2; member <= size; member++) {
      page = post(state(page) + "&go=add");
    }
    var members = new StringBuilder("&age-p1=" + (25 + random.nextInt(30)));
    for (int member = 2; member <= size; member++) {
      boolean isSpouse = member == 2 && random.nextBoolean();
      members
          .append("&kin-p%d=%s".formatted(member, isSpouse ? "spouse" : "child"))
          .append("&age-p%d=%d".formatted(member, isSpouse ? 30 : 1 + random.nextInt(7)));
    }
    page = next(page, members + "&go=answer");
    for (int asked = 0; asked < MOST && page.contains("class=\"left\""); asked++) {
      page = next(page, answer(page) + "&go=answer");
    }
  }

  private String answer(String page) {
    if (page.contains("name=\"amount-1\"")) {
      return "&kind-1=wages&per-1=month&amount-1=" + (500 + random.nextInt(4_000));
    }
    var kin = KIN.matcher(page);
    if (page.contains("<select") && kin.find()) {
      return kin(kin);
    }
    return YES.matcher(page).find()
        ? "&answer=" + (random.nextInt(3) == 0)
        : "&answer=decline&group=decline";
  }

  private static String kin(Matcher kin) {
    var answers = new StringBuilder();
    do {
      answers.append('&').append(kin.group(1)).append("=other");
    } while (kin.find());
    return answers.toString();
  }

  /** Sends an answer that is to be sent again; where two contradict each other, takes it back. */
  private String next(String page, String answer) throws IOException {
    var body = state(page) + answer;
    try {
      var next = post(body);
      sent.add(request(body));
      return next;
    } catch (IllegalStateException contradicted) {
      return post(state(page) + "&answer=decline&group=decline&go=answer");
    }
  }

  private String post(String body) throws IOException {
    return new String(talker.ask(request(body)), StandardCharsets.UTF_8);
  }

  private static Talker.Request request(String body) {
    return Talker.Request.post("/en/screening", "application/x-www-form-urlencoded", body);
  }

  private static String state(String page) {
    var state = STATE.matcher(page);
    if (!state.find()) {
      throw new IllegalStateException("The page carries no answers.");
    }
    return "state=" + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
  }
}
