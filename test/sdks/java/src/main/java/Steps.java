import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Prints what happened in each step, a line of JSON each. */
final class Steps {
  interface Step {
    void run() throws Exception;
  }

  private static final ObjectMapper json = new ObjectMapper();

  private Steps() {}

  /** Runs a step and prints its line; whatever it throws becomes the note. */
  static void run(String name, Step step) throws JsonProcessingException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", name);
    try {
      step.run();
      line.put("ok", true);
    } catch (Exception | LinkageError problem) {
      line.put("ok", false);
      line.put("note", cause(problem).toString());
    }
    System.out.println(json.writeValueAsString(line));
  }

  private static Throwable cause(Throwable problem) {
    return problem.getCause() == null ? problem : cause(problem.getCause());
  }

  static void equal(String what, Object got, Object wanted) {
    if (!Objects.equals(got, wanted)) {
      throw new IllegalStateException(what + " is " + got + " instead of " + wanted);
    }
  }

  /** Calls until it is told that it is done, at most 100 times. */
  static void poll(Callable<Boolean> check) throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      if (check.call()) return;
      Thread.sleep(20);
    }
    throw new IllegalStateException("not done after 100 requests");
  }

  static String env(String name) {
    String value = System.getenv(name);
    if (value == null || value.isEmpty()) throw new IllegalStateException(name + " is not set");
    return value;
  }

  static int number(String name) {
    return Integer.parseInt(env(name));
  }
}
