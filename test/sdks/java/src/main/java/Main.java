import com.huawei.openstack4j.api.OSClient.OSClientAKSK;
import com.huawei.openstack4j.api.OSClient.OSClientV3;
import com.huawei.openstack4j.api.exceptions.AuthenticationException;
import com.huawei.openstack4j.api.exceptions.ClientResponseException;
import com.huawei.openstack4j.api.types.ServiceType;
import com.huawei.openstack4j.core.transport.Config;
import com.huawei.openstack4j.model.common.ActionResponse;
import com.huawei.openstack4j.model.common.Identifier;
import com.huawei.openstack4j.openstack.OSFactory;
import com.huawei.openstack4j.openstack.csbs.v1.domain.CheckPoint;
import com.huawei.openstack4j.openstack.csbs.v1.domain.CheckPointItem;
import com.huawei.openstack4j.openstack.csbs.v1.domain.CheckPointParam;
import com.huawei.openstack4j.openstack.csbs.v1.domain.CheckProtectable;
import com.huawei.openstack4j.openstack.csbs.v1.domain.CheckRestorable;
import com.huawei.openstack4j.openstack.csbs.v1.domain.OperationDefinition;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Policy;
import com.huawei.openstack4j.openstack.csbs.v1.domain.PolicyCreate;
import com.huawei.openstack4j.openstack.csbs.v1.domain.PolicyParam;
import com.huawei.openstack4j.openstack.csbs.v1.domain.PolicyUpdate;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Protect;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Protectable;
import com.huawei.openstack4j.openstack.csbs.v1.domain.ProtectResp;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Resource;
import com.huawei.openstack4j.openstack.csbs.v1.domain.ResourceType;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Restorable;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Restore;
import com.huawei.openstack4j.openstack.csbs.v1.domain.RestoreParam;
import com.huawei.openstack4j.openstack.csbs.v1.domain.RestoreResp;
import com.huawei.openstack4j.openstack.csbs.v1.domain.RestoreTarget;
import com.huawei.openstack4j.openstack.csbs.v1.domain.RestoreVolume;
import com.huawei.openstack4j.openstack.csbs.v1.domain.RestoreVolumeMapping;
import com.huawei.openstack4j.openstack.csbs.v1.domain.ScheduledOperationCreate;
import com.huawei.openstack4j.openstack.csbs.v1.domain.ScheduledOperationUpdate;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Target;
import com.huawei.openstack4j.openstack.csbs.v1.domain.Trigger;
import com.huawei.openstack4j.openstack.csbs.v1.domain.TriggerProperties;
import com.huawei.openstack4j.openstack.csbs.v1.internal.BackupManagementService;
import com.huawei.openstack4j.openstack.csbs.v1.internal.BackupPoliciesService;
import com.huawei.openstack4j.openstack.csbs.v1.internal.BackupResourceService;
import com.huawei.openstack4j.openstack.csbs.v1.internal.QuotaManagementService;
import com.huawei.openstack4j.openstack.csbs.v1.internal.ReplicationManagementService;
import com.huawei.openstack4j.openstack.csbs.v1.internal.RestoreManagementService;
import com.huawei.openstack4j.openstack.identity.internal.OverridableEndpointURLResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** openstack4j of Huawei Cloud. A session belongs to the thread: the last one opened is the one used. */
public final class Main {
  private static final String provider = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
  private static final String server = "OS::Nova::Server";
  private static final String pattern =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27\r\n"
          + "END:VEVENT\r\nEND:VCALENDAR\r\n";

  private static final BackupManagementService backups = new BackupManagementService();
  private static final BackupResourceService resources = new BackupResourceService();
  private static final BackupPoliciesService policies = new BackupPoliciesService();

  private static ProtectResp record;
  private static CheckPointItem made;
  private static Policy policy;

  public static void main(String[] arguments) throws Exception {
    signIn();
    reading();
    lifeCycle();
    policies();
    replication();
    failures();
  }

  private static void signIn() throws Exception {
    OSClientV3[] client = new OSClientV3[1];
    Identifier project = Identifier.byId(Steps.env("OS_PROJECT_ID"));
    Steps.run("sign in with password", () -> {
      client[0] = OSFactory.builderV3()
          .endpoint(Steps.env("OS_AUTH_URL"))
          .credentials(
              Steps.env("OS_USERNAME"),
              Steps.env("OS_PASSWORD"),
              Identifier.byName(Steps.env("OS_USER_DOMAIN_NAME")))
          .scopeToProject(project)
          .authenticate();
      Steps.equal("project", client[0].getToken().getProject().getId(), Steps.env("OS_PROJECT_ID"));
      Steps.equal("user", client[0].getToken().getUser().getName(), Steps.env("OS_USERNAME"));
    });
    Steps.run("sign in with token", () -> {
      OSClientV3 second = OSFactory.builderV3()
          .endpoint(Steps.env("OS_AUTH_URL"))
          .token(client[0].getToken().getId())
          .scopeToProject(project)
          .authenticate();
      Steps.equal("project", second.getToken().getProject().getId(), Steps.env("OS_PROJECT_ID"));
    });
    Steps.run("sign with access key", () -> {
      OverridableEndpointURLResolver resolver = new OverridableEndpointURLResolver();
      resolver.addOverrideEndpoint(
          ServiceType.CSBS, Steps.env("CSBS_ENDPOINT") + "/v1/" + Steps.env("OS_PROJECT_ID"));
      resolver.addOverrideEndpoint(ServiceType.IDENTITY, Steps.env("OS_AUTH_URL"));
      OSClientAKSK signing = OSFactory.builderAKSK()
          .withConfig(Config.newConfig().withEndpointURLResolver(resolver))
          .credentials(
              Steps.env("OS_ACCESS_KEY"),
              Steps.env("OS_SECRET_KEY"),
              Steps.env("OS_REGION_NAME"),
              Steps.env("OS_PROJECT_ID"),
              "example.com")
          .authenticate();
      Steps.equal("count", signing.csbs().backups().get(Map.of("name", "thursdays")), 4);
    });
    Steps.run("find endpoint in catalog", () -> {
      OSFactory.clientFromToken(client[0].getToken());
      Steps.equal("count", backups.get(Map.of("name", "thursdays")), 4);
    });
  }

  private static void reading() throws Exception {
    Steps.run("count", () -> Steps.equal("count", backups.get(), Steps.number("CSBS_BACKUPS")));
    Steps.run("count by status", () ->
        Steps.equal("count", backups.get(available()), Steps.number("CSBS_AVAILABLE_BACKUPS")));
    Steps.run("list backups", () ->
        Steps.equal("number", backups.list().size(), Steps.number("CSBS_BACKUPS")));
    Steps.run("list by status", () -> {
      Map<String, String> filters = available();
      filters.put("sort", "created_at:desc");
      List<? extends CheckPointItem> found = backups.list(filters);
      Steps.equal("number", found.size(), Steps.number("CSBS_AVAILABLE_BACKUPS"));
      Steps.equal("first", found.get(0).getId(), Steps.env("CSBS_BACKUP_ID"));
    });
    Steps.run("list in pages", () -> {
      Map<String, String> filters = available();
      filters.put("limit", "2");
      int[] number = new int[1];
      Steps.poll(() -> {
        List<? extends CheckPointItem> page = backups.list(filters);
        number[0] += page.size();
        if (!page.isEmpty()) filters.put("marker", page.get(page.size() - 1).getId());
        return page.isEmpty();
      });
      Steps.equal("number", number[0], Steps.number("CSBS_AVAILABLE_BACKUPS"));
    });
    Steps.run("get backup", () -> {
      CheckPointItem found = backups.get(Steps.env("CSBS_BACKUP_ID"));
      Steps.equal("name", found.getName(), "before-upgrade");
      Steps.equal("status", found.getStatus(), "available");
      Steps.equal("record", found.getCheckpointId(), Steps.env("CSBS_CHECKPOINT_ID"));
      Steps.equal("server", found.getResourceId(), Steps.env("CSBS_SERVER_ID"));
      Steps.equal("server's name", found.getExtendInfo().getResourceName(), "db-01");
      Steps.equal("progress", found.getExtendInfo().getProgress(), "100");
    });
    Steps.run("get failed backup", () -> {
      CheckPointItem found = backups.get(Steps.env("CSBS_FAILED_BACKUP_ID"));
      Steps.equal("status", found.getStatus(), "error");
      Steps.equal("has a code", found.getExtendInfo().getFailCode().getCode() > 0, true);
      Steps.equal("has a description", found.getExtendInfo().getFailCode().getDescription() != null, true);
    });
    Steps.run("get quotas", () -> {
      String used = new QuotaManagementService().get().getResources().stream()
          .filter(quota -> quota.getType() == ResourceType.backups)
          .findFirst().orElseThrow().getUsed();
      Steps.equal("backups", used, Steps.env("CSBS_BACKUPS"));
    });
  }

  private static void lifeCycle() throws Exception {
    String id = Steps.env("CSBS_FREE_SERVER_ID");
    Steps.run("check that server can be backed up", () -> {
      var checked = resources.getProtectable(provider, CheckProtectable.builder()
          .checkProtectable(List.of(Protectable.builder().resourceId(id).resourceType(server).build()))
          .build()).getProtectable();
      Steps.equal("number", checked.size(), 1);
      Steps.equal("server", checked.get(0).getResourceId(), id);
      Steps.equal("result", checked.get(0).getResult(), true);
    });
    Steps.run("create backup", () -> {
      record = resources.create(provider, id, Protect.builder()
          .backupName("by-openstack4j")
          .description("with é and 備份")
          .resourceType(server)
          .build());
      Steps.equal("has an ID", record.getId() != null, true);
    });
    Steps.run("poll until available", () -> {
      List<? extends CheckPointItem> found = backups.list(Map.of("checkpoint_id", record.getId()));
      Steps.equal("number", found.size(), 1);
      made = found.get(0);
      untilAvailable();
      Steps.equal("name", made.getName(), "by-openstack4j");
      Steps.equal("description", made.getDescription(), "with é and 備份");
    });
    Steps.run("check that backup can be restored", () -> {
      List<RestoreVolume> volumes = new ArrayList<>();
      made.getExtendInfo().getVolumeBackups().forEach(one -> volumes.add(
          RestoreVolume.builder().backupId(one.getId()).volumeId(one.getSourceVolumeId()).build()));
      Target target = Target.builder().resourceId(id).resourceType(server).volumes(volumes).build();
      var checked = resources.getRestorable(provider, CheckRestorable.builder()
          .checkRestorable(List.of(Restorable.builder().checkpointItemId(made.getId()).target(target).build()))
          .build()).getRestorable();
      Steps.equal("number", checked.size(), 1);
      Steps.equal("result", checked.get(0).getResult(), true);
    });
    Steps.run("restore", () -> {
      List<RestoreVolumeMapping> volumes = new ArrayList<>();
      made.getExtendInfo().getVolumeBackups().forEach(one -> volumes.add(
          RestoreVolumeMapping.builder().backupId(one.getId()).volumeId(one.getSourceVolumeId()).build()));
      RestoreTarget target = RestoreTarget.builder().serverId(id).volumes(volumes).build();
      RestoreResp started = new RestoreManagementService().create(Restore.builder()
          .checkpointId(record.getId())
          .providerId(provider)
          .parameters(RestoreParam.builder().checkpointItemId(made.getId()).powerOn(true).targets(target).build())
          .build());
      Steps.equal("record", started.getCheckpointId(), record.getId());
      untilAvailable();
    });
    Steps.run("delete until gone", () -> Steps.poll(() -> {
      if (backups.get(made.getId()) == null) return true;
      ActionResponse deleted = backups.delete(provider, record.getId());
      if (!deleted.isSuccess()) Steps.equal("status", deleted.getCode(), 400);
      return false;
    }));
  }

  private static void untilAvailable() throws Exception {
    Steps.poll(() -> {
      made = backups.get(made.getId());
      return made.getStatus().equals("available");
    });
  }

  private static void policies() throws Exception {
    Trigger trigger =
        Trigger.builder().properties(TriggerProperties.builder().pattern(pattern).build()).build();
    Steps.run("create policy", () -> {
      policy = policies.create(PolicyCreate.builder()
          .name("by-openstack4j")
          .description("every Thursday")
          .providerId(provider)
          .parameters(PolicyParam.builder().build())
          .resources(List.of(Resource.builder()
              .id(Steps.env("CSBS_FREE_SERVER_ID")).type(server).name("web-9").build()))
          .scheduledOperations(List.of(ScheduledOperationCreate.builder()
              .enabled(true)
              .name("weekly")
              .operationType("backup")
              .operationDefinition(OperationDefinition.builder().maxBackups(2).build())
              .trigger(trigger)
              .build()))
          .build());
      Steps.equal("name", policy.getName(), "by-openstack4j");
    });
    Steps.run("get policy", () -> {
      Policy found = policies.get(policy.getId());
      Steps.equal("description", found.getDescription(), "every Thursday");
      Steps.equal("server", found.getResources().get(0).getId(), Steps.env("CSBS_FREE_SERVER_ID"));
      var operation = found.getScheduledOperations().get(0);
      Steps.equal("max_backups", operation.getOperationDefinition().getMaxBackups(), 2);
      Steps.equal("pattern", operation.getTrigger().getProperties().getPattern(), pattern);
    });
    Steps.run("list policies", () -> {
      Steps.equal("number", policies.list(Map.of("sort", "created_at:desc")).size(), 2);
    });
    Steps.run("update policy", () -> {
      policies.update(policy.getId(), PolicyUpdate.builder()
          .name("renamed")
          .scheduledOperations(List.of(ScheduledOperationUpdate.builder()
              .id(policy.getScheduledOperations().get(0).getId())
              .enabled(true)
              .operationDefinition(OperationDefinition.builder().maxBackups(7).build())
              .trigger(trigger)
              .build()))
          .build());
      Policy found = policies.get(policy.getId());
      Steps.equal("name", found.getName(), "renamed");
      var operation = found.getScheduledOperations().get(0);
      Steps.equal("max_backups", operation.getOperationDefinition().getMaxBackups(), 7);
    });
    Steps.run("run policy", () -> {
      var started = backups.create(CheckPoint.builder()
          .planId(policy.getId())
          .parameters(CheckPointParam.builder()
              .autoTrigger(false)
              .resources(List.of(Steps.env("CSBS_FREE_SERVER_ID")))
              .build())
          .build(), provider);
      Steps.poll(() -> {
        List<? extends CheckPointItem> found = backups.list(Map.of("checkpoint_id", started.getId()));
        Steps.equal("number", found.size(), 1);
        return found.get(0).getStatus().equals("available");
      });
    });
    Steps.run("delete policy", () -> {
      Map<String, String> ofServer = Map.of("resource_id", Steps.env("CSBS_FREE_SERVER_ID"));
      Steps.poll(() -> backups.list(ofServer).stream()
          .allMatch(one -> one.getStatus().equals("available")));
      ActionResponse deleted = policies.delete(policy.getId());
      Steps.equal("success", deleted.isSuccess(), true);
      Steps.equal("policy", policies.get(policy.getId()), null);
    });
  }

  private static void replication() throws Exception {
    Steps.run("replication capabilities", () -> {
      var regions = new ReplicationManagementService().get();
      Steps.equal("has a region", regions.get(0).getName() != null, true);
      Steps.equal("has destinations", regions.get(0).getDestinations().isEmpty(), false);
    });
  }

  private static void failures() throws Exception {
    Steps.run("typed error for wrong password", () -> {
      try {
        OSFactory.builderV3()
            .endpoint(Steps.env("OS_AUTH_URL"))
            .credentials(
                Steps.env("OS_USERNAME"), "wrong", Identifier.byName(Steps.env("OS_USER_DOMAIN_NAME")))
            .scopeToProject(Identifier.byId(Steps.env("OS_PROJECT_ID")))
            .authenticate();
      } catch (AuthenticationException problem) {
        Steps.equal("status", problem.getStatus(), 401);
        return;
      }
      throw new IllegalStateException("no AuthenticationException");
    });
    // openstack4j has null for 404.
    Steps.run("typed error for unknown backup", () ->
        Steps.equal("backup", backups.get(Steps.env("CSBS_UNKNOWN_ID")), null));
    Steps.run("typed error for wrong filter", () -> {
      try {
        backups.list(Map.of("start_time", "yesterday"));
      } catch (ClientResponseException problem) {
        Steps.equal("status", problem.getStatus(), 400);
        Steps.equal("has the code", problem.toString().contains(Steps.env("CSBS_INVALID_CODE")), true);
        return;
      }
      throw new IllegalStateException("no ClientResponseException");
    });
  }

  private static Map<String, String> available() {
    return new HashMap<>(Map.of("status", "available"));
  }
}
