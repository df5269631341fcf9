import { InvalidArgumentError } from "commander";
import type { Backup, components } from "../../index.ts";
import { UsageError } from "../exit.ts";
import { isSame } from "../lookup/identify.ts";
import { countOf } from "./each.ts";

type VolumeBackup = components["schemas"]["VolumeBackup"];
type VolumeMapping = components["schemas"]["VolumeMapping"];

/** One value of --disk. */
export interface DiskMapping {
  source: string;
  volume: string;
}

/** @throws InvalidArgumentError for text without two sides. */
export function readMapping(text: string): DiskMapping {
  const [source = "", volume = "", ...others] = text.split("=").map((part) => part.trim());
  if (source !== "" && volume !== "" && others.length === 0) return { source, volume };
  throw new InvalidArgumentError("it must be a disk backup and the ID of a disk with = between them");
}

/**
 * Where each disk backup goes. Without a mapping of its own, it goes to the disk that it was made of; that works on
 * the original server only.
 *
 * @throws UsageError for a mapping of no disk backup, and where one has no target; Error for a backup without disks.
 */
export function mapDisks(
  backup: Backup,
  given: readonly DiskMapping[],
  isOriginal: boolean,
): VolumeMapping[] {
  const disks = backup.extend_info.volume_backups ?? [];
  if (disks.length === 0) throw new Error(`the backup ${backup.id} has no disk backups to restore`);
  const targets = new Map<VolumeBackup, string>();
  for (const { source, volume } of given) {
    const matching = disks.filter((disk) => hasName(disk, source));
    const [disk, ...others] = matching;
    if (disk === undefined || others.length > 0) {
      const known = disks.map(diskName).join(", ");
      const problem = disk === undefined ? "no disk backup" : `${matching.length} disk backups`;
      throw new UsageError(
        `--disk: ${problem} of ${backup.id} match ${JSON.stringify(source)}; expected one of ${known}`,
      );
    }
    if (targets.has(disk))
      throw new UsageError(`--disk names the disk backup ${disk.id} twice; give it once`);
    targets.set(disk, volume);
  }
  const mapped = disks.map((disk) => {
    const volume = targets.get(disk) ?? (isOriginal ? disk.source_volume_id : undefined);
    return { disk, volume };
  });
  const missing = mapped.filter(({ volume }) => !volume).map(({ disk }) => diskName(disk));
  if (missing.length > 0) {
    throw new UsageError(
      isOriginal
        ? `the backup does not say which disk it was made of; give --disk for ${missing.join(", ")}`
        : `another server needs --disk for each disk backup; missing: ${missing.join(", ")}`,
    );
  }
  return mapped.map(({ disk, volume = "" }) => ({ backup_id: disk.id, volume_id: volume }));
}

export function diskWords(volumes: readonly VolumeMapping[]): string {
  return `${countOf(volumes.length, "disk")} (${volumes.map(({ volume_id }) => volume_id).join(", ")})`;
}

function hasName(disk: VolumeBackup, text: string): boolean {
  return isSame(disk.id, text) || isSame(disk.source_volume_id, text) || disk.source_volume_name === text;
}

function diskName({
  id,
  source_volume_name: name,
  bootable,
  source_volume_size: size,
}: VolumeBackup): string {
  const words = [
    name,
    bootable === true ? "system disk" : undefined,
    size === undefined ? undefined : `${size} GB`,
  ];
  return `${id} (${words.filter(Boolean).join(", ")})`;
}
