package org.konbit.rules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.json.AnswerJson;
import org.konbit.rules.json.JsonBuffer;
import org.konbit.rules.json.RefusalJson;
import org.konbit.rules.screening.Documents;
import org.konbit.rules.text.Problem;

/**
 * Screens one document a line, on all cores, and writes one answer a line in the order of the
 * documents. Only a few lines are held at a time: whoever reads slowly slows the reading down.
 */
final class LineScreening {
  /**
   * One line of output.
   *
   * @param number of the line it answers; 0 once there are no more
   * @param complaint what standard error is told; empty where nothing
   */
  private record Answer(long number, JsonBuffer line, int status, String complaint) {}

  private final Documents documents;
  private final AnswerJson json;
  private final Terminal terminal;
  private final InputStream in;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final BlockingQueue<Future<Answer>> pending = new ArrayBlockingQueue<>(8 * cores);
  // An answer is some 100 kB, so the room for it is used again.
  private final Queue<JsonBuffer> spare = new ConcurrentLinkedQueue<>();

  LineScreening(Documents documents, AnswerJson json, Terminal terminal, InputStream in) {
    this.documents = documents;
    this.json = json;
    this.terminal = terminal;
    this.in = in;
  }

  /** Answers every line of the input and gives the exit status. */
  int run() {
    var workers = Executors.newFixedThreadPool(cores, Thread.ofPlatform().daemon().factory());
    var reader = Thread.ofPlatform().daemon().start(() -> read(workers));
    try {
      return write();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.BROKEN;
    } finally {
      reader.interrupt();
      workers.shutdownNow();
    }
  }

  private void read(ExecutorService workers) {
    var lines = new Lines(in);
    try {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        var found = line.get();
        if (!found.isBlank()) {
          var task = new FutureTask<>(() -> answer(found));
          pending.put(task);
          workers.execute(task);
        }
      }
      var end = new Answer(0, new JsonBuffer(), ExitStatus.ANSWERED, "");
      pending.put(CompletableFuture.completedFuture(end));
    } catch (IOException e) {
      fail(new UncheckedIOException(e));
    } catch (InterruptedException e) {
      // The writer has ended and waits for nothing more.
      Thread.currentThread().interrupt();
    }
  }

  private void fail(RuntimeException e) {
    try {
      pending.put(CompletableFuture.failedFuture(e));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private int write() throws InterruptedException {
    int status = ExitStatus.ANSWERED;
    while (true) {
      var next = pending.poll();
      if (next == null) {
        // The input pauses: what is answered must not wait for more of it.
        flush();
        next = pending.take();
      }
      var answer = result(next);
      if (answer.number() == 0) {
        flush();
        return status;
      }
      status = Math.max(status, answer.status());
      write(answer);
    }
  }

  private void write(Answer answer) {
    try {
      answer.line().writeTo(terminal.out());
    } catch (IOException e) {
      throw new Terminal.NobodyReads(e);
    }
    spare.add(answer.line());
    if (!answer.complaint().isEmpty()) {
      terminal.err().println("line %d: %s".formatted(answer.number(), answer.complaint()));
    }
  }

  private void flush() {
    try {
      terminal.out().flush();
    } catch (IOException e) {
      throw new Terminal.NobodyReads(e);
    }
  }

  private static Answer result(Future<Answer> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException broken) {
        throw broken;
      }
      throw new IllegalStateException(e);
    }
  }

  private Answer answer(Lines.Line line) {
    var buffer = room();
    int status = ExitStatus.REFUSED;
    var complaint = "";
    if (line.isTooLong()) {
      var longest = "The line is longer than (%d) bytes.".formatted(Lines.LONGEST);
      refuse(line, problem(longest, "Write one document for each family."), buffer);
    } else {
      try {
        status = screen(line, buffer);
      } catch (RuleCannotBeEvaluated e) {
        // Not a no for this family, and no reason to leave those behind it unanswered.
        status = ExitStatus.BROKEN;
        complaint = String.valueOf(e.getMessage());
        buffer.clear();
        refuse(line, problem(complaint, ""), buffer);
      }
    }
    buffer.lineBreak();
    return new Answer(line.number(), buffer, status, complaint);
  }

  private JsonBuffer room() {
    var buffer = Objects.requireNonNullElseGet(spare.poll(), JsonBuffer::new);
    buffer.clear();
    return buffer;
  }

  private int screen(Lines.Line line, JsonBuffer buffer) {
    return switch (documents.screen("line " + line.number(), line.bytes())) {
      case Documents.Result.Answered(_, var screening) -> {
        json.write(screening, buffer);
        yield ExitStatus.ANSWERED;
      }
      case Documents.Result.Refused(var problems) -> {
        RefusalJson.write(line.number(), problems, buffer);
        yield ExitStatus.REFUSED;
      }
    };
  }

  private static Problem problem(String message, String remedy) {
    return Problem.at("", 1, 1, message).withRemedy(remedy);
  }

  private static void refuse(Lines.Line line, Problem problem, JsonBuffer buffer) {
    RefusalJson.write(line.number(), List.of(problem), buffer);
  }
}
