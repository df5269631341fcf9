<?php

/** Talks to the service by the generated client and prints a line of JSON for each exchange. */

declare(strict_types=1);

use Csbs\Api\BackupsApi;
use Csbs\Api\PoliciesApi;
use Csbs\ApiException;
use Csbs\Configuration;
use Csbs\Model;

require 'GuzzleHttp/autoload.php';
spl_autoload_register(function (string $class): void {
    if (str_starts_with($class, 'Csbs\\')) {
        require __DIR__ . '/client/lib/' . str_replace('\\', '/', substr($class, strlen('Csbs\\'))) . '.php';
    }
});

const PROVIDER = 'fc4d5750-22e7-4798-8a46-f48f62c4c1da';
const SCHEDULE = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

$project = getenv('OS_PROJECT_ID');
$server = getenv('CSBS_SERVER_ID');
$configuration = configurationWith(getenv('OS_TOKEN'));
$backups = new BackupsApi(null, $configuration);

say('count', ['count' => $backups->countBackups($project)->getCount()]);

say('count by status', ['count' => $backups->countBackups($project, Model\BackupStatus::ERROR)->getCount()]);

$recent = $backups->countBackups(
    $project,
    start_time: '2026-11-17T04:20:37',
    resource_type: ['OS::Nova::Server', 'OS::Ironic::BareMetalServer'],
);
say('count of two types since', ['count' => $recent->getCount()]);

$page = $backups->listBackups($project, limit: 2, sort: 'created_at:desc');
say('list backups', [
    'backups' => array_map(fn (Model\Backup $item) => [
        'id' => $item->getId(),
        'status' => $item->getStatus(),
        'failure' => $item->getExtendInfo()->getFailReason(),
    ], $page->getCheckpointItems()),
]);

$backup = $backups->getBackup($project, getenv('CSBS_BACKUP_ID'))->getCheckpointItem();
$details = $backup->getExtendInfo();
say('get backup', [
    'name' => $backup->getName(),
    'created_at' => $backup->getCreatedAt(),
    'tag' => $backup->getTags()[0]->getValue(),
    'size' => $details->getSize(),
    'speed' => $details->getAverageSpeed(),
    'progress' => $details->getProgress(),
    'disks' => array_map(
        fn (Model\VolumeBackup $disk) => [$disk->getSourceVolumeName(), $disk->getSize()],
        $details->getVolumeBackups(),
    ),
    'vcpus' => $backup->getBackupData()->getVcpus(),
]);

$options = new Model\BackupOptions([
    'backup_name' => 'before-upgrade',
    'description' => 'before the upgrade to 2.2.1',
    'tags' => [new Model\TagInput(['key' => 'department', 'value' => 'accounting'])],
]);
$started = $backups->createBackup($project, PROVIDER, $server, new Model\CreateBackupRequest(['protect' => $options]));
$record = $started->getCheckpoint();
say('create backup', [
    'id' => $record->getId(),
    'status' => $record->getStatus(),
    'plan' => $record->getProtectionPlan()->getName(),
]);

$order = new Model\PolicyInput([
    'name' => 'nightly',
    'provider_id' => PROVIDER,
    'parameters' => new Model\PolicyParameters(),
    'resources' => [new Model\PolicyResource(['id' => $server, 'type' => 'OS::Nova::Server', 'name' => 'db-01'])],
    'scheduled_operations' => [
        new Model\ScheduledOperationInput([
            'enabled' => true,
            'operation_type' => Model\OperationType::BACKUP,
            'operation_definition' => new Model\RetentionRules([
                'max_backups' => 20,
                'day_backups' => 7,
                'timezone' => 'UTC+01:00',
            ]),
            'trigger' => new Model\TriggerInput([
                'properties' => new Model\TriggerPropertiesInput(['pattern' => SCHEDULE]),
            ]),
        ]),
    ],
]);
$policies = new PoliciesApi(null, $configuration);
$policy = $policies->createPolicy($project, new Model\CreatePolicyRequest(['policy' => $order]))->getPolicy();
$operation = $policy->getScheduledOperations()[0];
say('create policy', [
    'id' => $policy->getId(),
    'enabled' => $operation->getEnabled(),
    'max_backups' => $operation->getOperationDefinition()->getMaxBackups(),
    'pattern' => $operation->getTrigger()->getProperties()->getPattern(),
]);

sayError('wrong request', fn () => $backups->countBackups($project, resource_type: ['']));
$expired = new BackupsApi(null, configurationWith(getenv('CSBS_EXPIRED_TOKEN')));
sayError('expired token', fn () => $expired->countBackups($project));
sayError('unknown backup', fn () => $backups->getBackup($project, getenv('CSBS_UNKNOWN_BACKUP_ID')));

function configurationWith(string $token): Configuration
{
    return (new Configuration())->setHost(getenv('CSBS_ENDPOINT'))->setApiKey('X-Auth-Token', $token);
}

function say(string $exchange, array $read): void
{
    echo json_encode(['exchange' => $exchange, ...$read], JSON_THROW_ON_ERROR), "\n";
}

function sayError(string $exchange, callable $call): void
{
    try {
        $call();
    } catch (ApiException $error) {
        $body = $error->getResponseObject();
        assert($body instanceof Model\ErrorBody);
        say($exchange, ['status' => $error->getCode(), 'code' => $body->getErrorCode()]);
        return;
    }
    throw new RuntimeException('this should have been refused');
}
