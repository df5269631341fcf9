import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.FileReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.JSON;
import org.openapitools.client.api.*;
import org.openapitools.client.model.ErrorBody;

/** Makes every call of exchanges.json with the generated client; prints a line of JSON for each. */
public class Main {
  private static final Gson printer = new GsonBuilder().serializeNulls().create();

  public static void main(String[] args) throws Exception {
    JsonArray exchanges = JsonParser.parseReader(new FileReader("exchanges.json")).getAsJsonArray();
    ApiClient client = new ApiClient();
    client.setBasePath(System.getenv("CSBS_ENDPOINT"));
    client.addDefaultHeader("X-Auth-Token", System.getenv("OS_TOKEN"));
    List<Object> apis = Arrays.asList(
        new BackupsApi(client), new PoliciesApi(client), new QuotasApi(client), new ReplicationApi(client),
        new ResourcesApi(client), new RestoresApi(client), new TagsApi(client));
    for (JsonElement element : exchanges) {
      JsonObject exchange = element.getAsJsonObject();
      client.addDefaultHeader("Prefer", exchange.get("prefer").getAsString());
      JsonObject line = new JsonObject();
      line.add("id", exchange.get("id"));
      try {
        ApiResponse<?> response = call(apis, exchange);
        line.addProperty("status", response.getStatusCode());
        line.add("body", JSON.getGson().toJsonTree(response.getData()));
      } catch (ApiException error) {
        line.addProperty("status", error.getCode());
        ErrorBody body = JSON.deserialize(error.getResponseBody(), ErrorBody.class);
        line.add("body", JSON.getGson().toJsonTree(body));
      } catch (Exception error) {
        line.addProperty("status", 0);
        line.addProperty("body", error.toString());
      }
      System.out.println(printer.toJson(line));
    }
  }

  private static ApiResponse<?> call(List<Object> apis, JsonObject exchange) throws Exception {
    String name = exchange.get("operationId").getAsString() + "WithHttpInfo";
    JsonObject parameters = exchange.getAsJsonObject("parameters");
    for (Object api : apis) {
      for (Method method : api.getClass().getMethods()) {
        if (!method.getName().equals(name)) continue;
        Object[] arguments = Arrays.stream(method.getParameters())
            .map(parameter -> argument(parameter, parameters, exchange))
            .toArray();
        try {
          return (ApiResponse<?>) method.invoke(api, arguments);
        } catch (InvocationTargetException failure) {
          if (failure.getCause() instanceof ApiException) throw (ApiException) failure.getCause();
          throw (Exception) failure.getCause();
        }
      }
    }
    throw new IllegalStateException("no operation " + name);
  }

  private static Object argument(Parameter parameter, JsonObject parameters, JsonObject exchange) {
    JsonElement given = JsonNull.INSTANCE;
    JsonElement schema = exchange.get("requestSchema");
    for (String name : parameters.keySet()) {
      if (camel(name).equals(parameter.getName())) given = parameters.get(name);
    }
    if (schema != null && schema.getAsString().equalsIgnoreCase(parameter.getName())) given = exchange.get("body");
    return given.isJsonNull() ? null : JSON.deserialize(given.toString(), parameter.getParameterizedType());
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("_")) {
      camel.append(camel.length() == 0 ? part.substring(0, 1) : part.substring(0, 1).toUpperCase()).append(part.substring(1));
    }
    return camel.toString();
  }
}
