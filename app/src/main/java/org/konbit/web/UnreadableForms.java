package org.konbit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A form that is too large, has too many fields or breaks off: its sender is told, and the log is
 * not, for strangers send such forms as often as they like.
 */
@ControllerAdvice
class UnreadableForms {
  @ExceptionHandler
  void refuse(InvalidParameterException unreadable, HttpServletResponse response)
      throws IOException {
    response.sendError(unreadable.getErrorCode());
  }
}
