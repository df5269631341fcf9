import org.openapitools.client.apis.BackupsApi
import org.openapitools.client.apis.PoliciesApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ClientError
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.*

/** Talks to the service by the generated client and prints a line of JSON for each exchange. */
val project = environment("OS_PROJECT_ID")
val schedule = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

fun main() {
    val server = environment("CSBS_SERVER_ID")
    ApiClient.apiKey["X-Auth-Token"] = environment("OS_TOKEN")
    val backups = BackupsApi(environment("CSBS_ENDPOINT"))

    say("count", mapOf("count" to backups.countBackups(project).count))

    val failed = backups.countBackups(project, status = BackupStatus.ERROR)
    say("count by status", mapOf("count" to failed.count))

    val recent = backups.countBackups(
        project,
        startTime = "2026-11-17T04:20:37",
        resourceType = listOf("OS::Nova::Server", "OS::Ironic::BareMetalServer"),
    )
    say("count of two types since", mapOf("count" to recent.count))

    val page = backups.listBackups(project, limit = 2, sort = "created_at:desc")
    val listed = page.checkpointItems.map {
        mapOf("id" to it.id.toString(), "status" to it.status, "failure" to it.extendInfo.failReason)
    }
    say("list backups", mapOf("backups" to listed))

    val backup = backups.getBackup(project, environment("CSBS_BACKUP_ID")).checkpointItem
    val details = backup.extendInfo
    say(
        "get backup",
        mapOf(
            "name" to backup.name,
            "created_at" to backup.createdAt,
            "tag" to backup.tags?.first()?.value,
            "size" to details.propertySize,
            "speed" to details.averageSpeed?.toDouble(),
            "progress" to details.progress,
            "disks" to details.volumeBackups?.map { listOf(it.sourceVolumeName, it.propertySize) },
            "vcpus" to backup.backupData?.vcpus,
        ),
    )

    val options = BackupOptions(
        backupName = "before-upgrade",
        description = "before the upgrade to 2.2.1",
        tags = setOf(TagInput(key = "department", value = "accounting")),
    )
    val record = backups.createBackup(
        project,
        BackupsApi.ProviderIdCreateBackup.FC4D5750_22E7_4798_8A46_F48F62C4C1DA,
        server,
        CreateBackupRequest(options),
    ).checkpoint
    say(
        "create backup",
        mapOf("id" to record.id.toString(), "status" to record.status, "plan" to record.protectionPlan?.name),
    )

    val operation = ScheduledOperationInput(
        enabled = true,
        operationType = OperationType.BACKUP,
        operationDefinition = RetentionRules(maxBackups = 20, dayBackups = 7, timezone = "UTC+01:00"),
        trigger = TriggerInput(TriggerPropertiesInput(pattern = schedule)),
    )
    val order = PolicyInput(
        name = "nightly",
        providerId = PolicyInput.ProviderId.FC4D5750_22E7_4798_8A46_F48F62C4C1DA,
        parameters = PolicyParameters(),
        resources = listOf(PolicyResource(id = server, type = "OS::Nova::Server", name = "db-01")),
        scheduledOperations = listOf(operation),
    )
    val policy = PoliciesApi(environment("CSBS_ENDPOINT")).createPolicy(project, CreatePolicyRequest(order)).policy
    val created = policy.scheduledOperations?.first()
    say(
        "create policy",
        mapOf(
            "id" to policy.id.toString(),
            "enabled" to created?.enabled,
            "max_backups" to created?.operationDefinition?.maxBackups,
            "pattern" to created?.trigger?.properties?.pattern,
        ),
    )

    sayError("wrong request") { backups.countBackups(project, startTime = "yesterday") }
    ApiClient.apiKey["X-Auth-Token"] = environment("CSBS_EXPIRED_TOKEN")
    sayError("expired token") { backups.countBackups(project) }
    ApiClient.apiKey["X-Auth-Token"] = environment("OS_TOKEN")
    sayError("unknown backup") { backups.getBackup(project, environment("CSBS_UNKNOWN_BACKUP_ID")) }
}

fun environment(name: String): String = System.getenv(name) ?: error("$name is not set")

fun say(exchange: String, read: Map<String, Any?>) {
    println(Serializer.moshi.adapter(Any::class.java).toJson(read + ("exchange" to exchange)))
}

fun sayError(exchange: String, call: () -> Any) {
    try {
        call()
    } catch (exception: ClientException) {
        val text = (exception.response as ClientError<*>).body as String
        val body = Serializer.moshi.adapter(ErrorBody::class.java).fromJson(text)
        say(exchange, mapOf("status" to exception.statusCode, "code" to body?.errorCode))
        return
    }
    error("this should have been refused")
}
