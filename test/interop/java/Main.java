import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.BackupsApi;
import org.openapitools.client.api.PoliciesApi;
import org.openapitools.client.model.*;

/** Talks to the service by the generated client and prints a line of JSON for each exchange. */
public class Main {
  private static final String PROVIDER = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
  private static final String SCHEDULE =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROJECT = System.getenv("OS_PROJECT_ID");

  public static void main(String[] arguments) throws Exception {
    String backupId = System.getenv("CSBS_BACKUP_ID");
    String serverId = System.getenv("CSBS_SERVER_ID");
    ApiClient client = clientWith(System.getenv("OS_TOKEN"));
    BackupsApi backups = new BackupsApi(client);

    say("count", Map.of("count", count(backups, null, null, null).getCount()));
    say("count by status", Map.of("count", count(backups, BackupStatus.ERROR, null, null).getCount()));

    List<String> types = List.of("OS::Nova::Server", "OS::Ironic::BareMetalServer");
    BackupCount recent = count(backups, null, "2026-11-17T04:20:37", types);
    say("count of two types since", Map.of("count", recent.getCount()));

    BackupList page = backups.listBackups(
        PROJECT, null, 2, null, "created_at:desc", null, null, null, null, null, null, null, null, null, null, null, null);
    List<Object> listed = new ArrayList<>();
    for (Backup item : page.getCheckpointItems()) {
      listed.add(Map.of(
          "id", item.getId(), "status", item.getStatus(), "failure", item.getExtendInfo().getFailReason()));
    }
    say("list backups", Map.of("backups", listed));

    Backup backup = backups.getBackup(PROJECT, backupId).getCheckpointItem();
    List<Object> disks = new ArrayList<>();
    for (VolumeBackup disk : backup.getExtendInfo().getVolumeBackups()) {
      disks.add(List.of(disk.getSourceVolumeName(), disk.getSize()));
    }
    say("get backup", Map.of(
        "name", backup.getName(),
        "created_at", backup.getCreatedAt(),
        "tag", backup.getTags().get(0).getValue(),
        "size", backup.getExtendInfo().getSize(),
        "speed", backup.getExtendInfo().getAverageSpeed(),
        "progress", backup.getExtendInfo().getProgress(),
        "disks", disks,
        "vcpus", backup.getBackupData().getVcpus()));

    BackupOptions options = new BackupOptions()
        .backupName("before-upgrade")
        .description("before the upgrade to 2.2.1")
        .addTagsItem(new TagInput().key("department").value("accounting"));
    Checkpoint record = backups
        .createBackup(PROJECT, PROVIDER, serverId, new CreateBackupRequest().protect(options))
        .getCheckpoint();
    say("create backup", Map.of(
        "id", record.getId(), "status", record.getStatus(), "plan", record.getProtectionPlan().getName()));

    ScheduledOperationInput operation = new ScheduledOperationInput()
        .enabled(true)
        .operationType(OperationType.BACKUP)
        .operationDefinition(new RetentionRules().maxBackups(20).dayBackups(7).timezone("UTC+01:00"))
        .trigger(new TriggerInput().properties(new TriggerPropertiesInput().pattern(SCHEDULE)));
    PolicyInput order = new PolicyInput()
        .name("nightly")
        .providerId(PolicyInput.ProviderIdEnum.fromValue(PROVIDER))
        .parameters(new PolicyParameters())
        .addResourcesItem(new PolicyResource().id(serverId).type("OS::Nova::Server").name("db-01"))
        .addScheduledOperationsItem(operation);
    Policy policy = new PoliciesApi(client)
        .createPolicy(PROJECT, new CreatePolicyRequest().policy(order))
        .getPolicy();
    ScheduledOperation created = policy.getScheduledOperations().get(0);
    say("create policy", Map.of(
        "id", policy.getId(),
        "enabled", created.getEnabled(),
        "max_backups", created.getOperationDefinition().getMaxBackups(),
        "pattern", created.getTrigger().getProperties().getPattern()));

    sayError("wrong request", () -> count(backups, null, "yesterday", null));
    BackupsApi expired = new BackupsApi(clientWith(System.getenv("CSBS_EXPIRED_TOKEN")));
    sayError("expired token", () -> count(expired, null, null, null));
    String unknown = System.getenv("CSBS_UNKNOWN_BACKUP_ID");
    sayError("unknown backup", () -> backups.getBackup(PROJECT, unknown));
  }

  private static ApiClient clientWith(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("CSBS_ENDPOINT"));
    client.setRequestInterceptor(request -> request.header("X-Auth-Token", token));
    return client;
  }

  private static BackupCount count(BackupsApi backups, BackupStatus status, String since, List<String> types)
      throws ApiException {
    return backups.countBackups(
        PROJECT, status, null, null, null, null, null, since, null, null, null, null, null, types);
  }

  private static void say(String exchange, Map<String, Object> read) throws Exception {
    Map<String, Object> line = new LinkedHashMap<>(read);
    line.put("exchange", exchange);
    System.out.println(JSON.writeValueAsString(line));
  }

  private interface Call {
    Object run() throws ApiException;
  }

  private static void sayError(String exchange, Call call) throws Exception {
    try {
      call.run();
      throw new AssertionError("this should have been refused");
    } catch (ApiException error) {
      ErrorBody body = ApiClient.createDefaultObjectMapper().readValue(error.getResponseBody(), ErrorBody.class);
      say(exchange, Map.of("status", error.getCode(), "code", body.getErrorCode()));
    }
  }
}
