package org.konbit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.konbit.access.NotHere;
import org.konbit.access.signin.Demonstration;
import org.konbit.access.signin.Means;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Signs in whoever opens a link of the demonstration; there is no such address otherwise. */
@Controller
@Profile("demo")
class DemoController {
  private final Demonstration demonstration;
  private final DeskCookies cookies;

  DemoController(Demonstration demonstration, DeskCookies cookies) {
    this.demonstration = demonstration;
    this.cookies = cookies;
  }

  @GetMapping("/desk/demo/{token}")
  String signIn(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    cookies.begin(
        demonstration.person(token).orElseThrow(NotHere::new), Means.DEMO, request, response);
    return "redirect:/desk";
  }
}
