// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

/** An error code that the service or its gateway is known to send. */
export type ErrorCode =
  | "CSBS.0001"
  | "CSBS.0002"
  | "CSBS.6000"
  | "CSBS.6001"
  | "CSBS.6003"
  | "CSBS.6005"
  | "CSBS.6006"
  | "CSBS.6007"
  | "CSBS.6010"
  | "CSBS.6013"
  | "CSBS.6014"
  | "CSBS.6015"
  | "CSBS.9001"
  | "CSBS.9009"
  | "CSBS.9998"
  | "CSBS.9999"
  | "CSBS.1001"
  | "CSBS.1002"
  | "CSBS.2001"
  | "CSBS.2003"
  | "CSBS.2004"
  | "CSBS.3001"
  | "CSBS.6027"
  | "CSBS.6030"
  | "CSBS.6031"
  | "CSBS.6032"
  | "CSBS.6033"
  | "CSBS.6061"
  | "CSBS.8001"
  | "CSBS.8007"
  | "CSBS.8008"
  | "CSBS.8009"
  | "CSBS.9006"
  | "CSBS.3000"
  | "CSBS.5001"
  | "CSBS.6004"
  | "CSBS.9007"
  | "CSBS.7000"
  | "CSBS.7001"
  | "CSBS.4000"
  | "CSBS.6016"
  | "CSBS.6017"
  | "CSBS.6018"
  | "CSBS.6019"
  | "CSBS.6020"
  | "CSBS.6021"
  | "CSBS.6023"
  | "CSBS.6024"
  | "CSBS.6025"
  | "CSBS.9008"
  | "CSBS.6040"
  | "BackupService.4008"
  | "APIGW.0101"
  | "APIGW.0103"
  | "APIGW.0104"
  | "APIGW.0105"
  | "APIGW.0106"
  | "APIGW.0201"
  | "APIGW.0301"
  | "APIGW.0302"
  | "APIGW.0303"
  | "APIGW.0308";

/** What is known of an error code. A few codes stand for several things, told apart by the status or the text. */
export interface ErrorCodeEntry {
  /** The code, such as `CSBS.3001`. */
  readonly code: ErrorCode;
  /** HTTP status that the code comes with. */
  readonly status: number;
  /** The service's own text, with its placeholders. */
  readonly message: string;
  /** What it means. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
  /** The clouds that document it, where not all do. */
  readonly clouds?: readonly string[];
}

/** Every error code that is known, in the order of the vendor's table. */
export const errorCatalogue: readonly ErrorCodeEntry[] = [
  {"code":"CSBS.0001","status":400,"message":"Service over limit","meaning":"The project has as many policies as its quota allows.","remedy":"Delete a policy, or request a higher quota."},
  {"code":"CSBS.0002","status":400,"message":"Volume of services from different storagetype","meaning":"The server's disks are on different kinds of storage. The vendor marks the code as no longer used.","remedy":"Back up servers whose disks are of one kind."},
  {"code":"CSBS.6000","status":400,"message":"server do not exist","meaning":"There is no server with this ID in the project.","remedy":"Check the server's ID and the project."},
  {"code":"CSBS.6001","status":400,"message":"The server has stopped.","meaning":"The server is deleted.","remedy":"Check the state of the server."},
  {"code":"CSBS.6003","status":400,"message":"Resource (%s) type (%s) is not support protection.","meaning":"Objects of this type cannot be backed up.","remedy":"Name a server."},
  {"code":"CSBS.6005","status":400,"message":"Server (%s) is already in service.","meaning":"The state of the server does not allow a backup.","remedy":"Retry when the state of the server has changed."},
  {"code":"CSBS.6006","status":400,"message":"Server (%s) status (%s) is not allowed to protect.","meaning":"A server of this kind or in this state cannot be backed up.","remedy":"Choose another server."},
  {"code":"CSBS.6007","status":400,"message":"No volume attached to the server (%s) for protect.","meaning":"The server has no disk, so there is nothing to back up.","remedy":"Attach a disk to the server."},
  {"code":"CSBS.6010","status":400,"message":"Volume (%s) attached to server (%s) is shareable volume.","meaning":"One of the server's disks is shared with other servers. CSBS.6021 has the same text.","remedy":"Detach the shared disk."},
  {"code":"CSBS.6013","status":400,"message":"Resource (%s) type (%s) is not support restoration.","meaning":"Objects of this type cannot be restored.","remedy":"Name a server as the target."},
  {"code":"CSBS.6014","status":400,"message":"Volume(s) (%s) not found in target server.","meaning":"A disk in the mapping is not attached to the target server.","remedy":"Map to disks of the target server only."},
  {"code":"CSBS.6015","status":400,"message":"The server is restoring.","meaning":"The state of the server does not allow a restore, for example because one is running.","remedy":"Retry when the state of the server has changed."},
  {"code":"CSBS.9001","status":400,"message":"provider invalid","meaning":"A parameter is not valid. The text varies with the parameter.","remedy":"Correct the parameter."},
  {"code":"CSBS.9009","status":403,"message":"User is unverified.","meaning":"The account has not passed real-name verification.","remedy":"Verify the account in the console."},
  {"code":"CSBS.9009","status":400,"message":"The backup or replication space after reduction cannot be less than the used space.","meaning":"The requested space is smaller than the used space.","remedy":"Request more than is in use."},
  {"code":"CSBS.9998","status":500,"message":"System not support","meaning":"The service is not available.","remedy":"Retry later. Contact the vendor's support if the error persists."},
  {"code":"CSBS.9999","status":500,"message":"%s failed","meaning":"Internal failure of the service.","remedy":"Retry later. Contact the vendor's support if the error persists."},
  {"code":"CSBS.1001","status":500,"message":"The policy is executing backup.","meaning":"A manual run is still in progress.","remedy":"Retry when it has ended."},
  {"code":"CSBS.1002","status":500,"message":"resource_in_protecting","meaning":"The server is being backed up. The vendor marks the code as no longer used.","remedy":"Retry when the backup has ended."},
  {"code":"CSBS.2001","status":500,"message":"item in plan is executing","meaning":"The policy is in use. The vendor marks the code as no longer used.","remedy":"Retry when its task has ended."},
  {"code":"CSBS.2003","status":400,"message":"item in executing","meaning":"The backup is being made, restored or deleted.","remedy":"Retry when that has ended."},
  {"code":"CSBS.2004","status":400,"message":"item in plan executing","meaning":"The policy is running.","remedy":"Retry when the run has ended."},
  {"code":"CSBS.3001","status":404,"message":"Checkpoint_item (%s) is not found.","meaning":"There is no backup with this ID in the project; it may have been deleted.","remedy":"Check the backup's ID."},
  {"code":"CSBS.6027","status":400,"message":"The AZ where the resource (%s) is located does not support backup.","meaning":"Backups are not available in the server's availability zone.","remedy":"Contact the vendor's support."},
  {"code":"CSBS.6030","status":500,"message":"auto plan executing","meaning":"A scheduled run is still in progress.","remedy":"Retry when it has ended."},
  {"code":"CSBS.6031","status":400,"message":"manual copy executing","meaning":"A manual copy to another region is still in progress.","remedy":"Retry when it has ended."},
  {"code":"CSBS.6032","status":500,"message":"plan has no resource backup","meaning":"No server of the policy can be backed up now.","remedy":"Bind servers to the policy, or wait until they can be backed up."},
  {"code":"CSBS.6033","status":400,"message":"Service type of volume %s(belong to server %s) is dss.","meaning":"One of the server's disks is on dedicated storage, which cannot be backed up.","remedy":"Leave out servers with such disks."},
  {"code":"CSBS.6061","status":400,"message":"volume of server in this pod does not support backup","meaning":"One of the server's disks cannot be backed up or restored.","remedy":"Leave out the disk."},
  {"code":"CSBS.8001","status":500,"message":"The backup status is not allowed to create image","meaning":"No image can be made of the backup in its state.","remedy":"Wait until the backup is available."},
  {"code":"CSBS.8007","status":400,"message":"The backup {checkpoint_item_id} has register to image, can't be delete","meaning":"An image has been made of the backup and needs it.","remedy":"Delete the image first."},
  {"code":"CSBS.8008","status":500,"message":"The backup {checkpoint_item_id}'s status is not allowed query","meaning":"The backup cannot be read in its state.","remedy":"Check that the backup still exists."},
  {"code":"CSBS.8009","status":500,"message":"The backup has not system disk backup is not allowed to create image","meaning":"The backup holds no system disk, so no image can be made of it.","remedy":"Use a backup that holds the system disk."},
  {"code":"CSBS.9006","status":400,"message":"Quota exceeded for resources: %s","meaning":"The project has as many backups, or as much backup space, as its quota allows.","remedy":"Delete backups, or request a higher quota."},
  {"code":"CSBS.3000","status":404,"message":"plan not found","meaning":"There is no policy with this ID in the project.","remedy":"Check the policy's ID."},
  {"code":"CSBS.5001","status":500,"message":"Scheduel operation status can't be set unable","meaning":"The schedule of the policy could not be disabled. The spelling of the text is the service's own.","remedy":"Check the state of the policy, and retry."},
  {"code":"CSBS.6004","status":400,"message":"Server (%s) is already in service.","meaning":"The server is already bound to another policy; a server has at most one. CSBS.6005 has the same text.","remedy":"Remove the server from its policy first."},
  {"code":"CSBS.9007","status":400,"message":"duplicate service name","meaning":"Another policy has this name.","remedy":"Choose another name."},
  {"code":"CSBS.7000","status":400,"message":"request tags exceed the max allowed count: %s.","meaning":"The resource would have more than 10 tags.","remedy":"Remove tags first."},
  {"code":"CSBS.7001","status":404,"message":"The backup tag does not exist.","meaning":"The resource has no tag with this key.","remedy":"List its tags again."},
  {"code":"CSBS.4000","status":400,"message":"checkpoint item not available","meaning":"The state of the backup does not allow a restore.","remedy":"Wait until the backup is available."},
  {"code":"CSBS.6016","status":400,"message":"can not restore server type is not allow","meaning":"Servers of this kind cannot be restored.","remedy":"Choose another target."},
  {"code":"CSBS.6017","status":400,"message":"Can not find backup(s) (%s) in checkpoint item (%s).","meaning":"A disk backup in the mapping is not part of the backup.","remedy":"Map the disk backups that the backup lists."},
  {"code":"CSBS.6018","status":400,"message":"Not assign backup(s) (%s) to volume(s), partial restore is not supported.","meaning":"Some disk backups of the backup are missing from the mapping.","remedy":"Map every one of them."},
  {"code":"CSBS.6019","status":500,"message":"The source server (%s) type (%s) is not the same as the target server (%s) type (%s).","meaning":"The backed-up server and the target are of different kinds.","remedy":"Choose a target of the same kind."},
  {"code":"CSBS.6020","status":400,"message":"No volume attached to the server (%s) for restore.","meaning":"The target server has no disk to restore to.","remedy":"Attach a disk to the target."},
  {"code":"CSBS.6021","status":400,"message":"Volume (%s) attached to server (%s) is shareable volume.","meaning":"A disk in the mapping is shared with other servers. CSBS.6010 has the same text.","remedy":"Map to a disk that is not shared."},
  {"code":"CSBS.6023","status":500,"message":"Can not restore data volume to system volume. server id is (%s).","meaning":"The backup of a data disk is mapped to a system disk.","remedy":"Map it to a data disk."},
  {"code":"CSBS.6024","status":400,"message":"Target volume (%s) size (%s) small than volume backup (%s) size (%s).","meaning":"A disk in the mapping is smaller than its disk backup.","remedy":"Enlarge the disk, or map to a larger one."},
  {"code":"CSBS.6025","status":400,"message":"The AZ of local checkpoint item (%s) is not support to restore the resource (%s).","meaning":"A backup of this zone cannot be restored to a server of the target's zone.","remedy":"Choose a target in the backup's zone, or ask the vendor's support."},
  {"code":"CSBS.9008","status":400,"message":"Checkpoint Item Status Not Support Create VM","meaning":"No server can be made of the backup in its state.","remedy":"Wait until the backup is available."},
  {"code":"CSBS.6040","status":404,"message":"task not found","meaning":"There is no task with this ID.","remedy":"Check the task's ID."},
  {"code":"BackupService.4008","status":400,"message":"New project are not allowed to use old services.","meaning":"The project is too new: CSBS takes no new projects on Open Telekom Cloud since July 2025.","remedy":"Use Cloud Backup and Recovery (CBR), the successor.","clouds":["otc"]},
  {"code":"APIGW.0101","status":404,"message":"The API does not exist or has not been published in the environment.","meaning":"Unknown host, path or method at the gateway.","remedy":"Check endpoint, region and path."},
  {"code":"APIGW.0101","status":404,"message":"The API does not exist","meaning":"The gateway knows the path, but not with this method.","remedy":"Check the method."},
  {"code":"APIGW.0103","status":404,"message":"The backend does not exist.","meaning":"No backend for this path at the gateway.","remedy":"Ask the vendor's support."},
  {"code":"APIGW.0104","status":400,"message":"The plug-ins do not exist.","meaning":"The gateway is not set up for this path.","remedy":"Ask the vendor's support."},
  {"code":"APIGW.0105","status":400,"message":"The backend configurations do not exist.","meaning":"The gateway is not set up for this path.","remedy":"Ask the vendor's support."},
  {"code":"APIGW.0106","status":400,"message":"Orchestration error.","meaning":"The gateway cannot pass the parameters on.","remedy":"Check the parameters; ask the vendor's support if they are right."},
  {"code":"APIGW.0201","status":400,"message":"API request error.","meaning":"The gateway cannot read the request.","remedy":"Check the form of the request."},
  {"code":"APIGW.0201","status":413,"message":"Request entity too large.","meaning":"The body has more than 12 MB.","remedy":"Send a smaller body."},
  {"code":"APIGW.0201","status":414,"message":"Request URI too large.","meaning":"The URI is too long.","remedy":"Send fewer or shorter parameters."},
  {"code":"APIGW.0201","status":494,"message":"Request headers too large.","meaning":"The headers are too long; 494 is a status of the gateway's own.","remedy":"Send fewer or shorter headers; check the length of the token."},
  {"code":"APIGW.0201","status":502,"message":"Backend unavailable.","meaning":"The service behind the gateway is down.","remedy":"Try again later."},
  {"code":"APIGW.0201","status":504,"message":"Backend timeout.","meaning":"The service behind the gateway was too slow.","remedy":"Try again later."},
  {"code":"APIGW.0301","status":401,"message":"Incorrect IAM authentication information.","meaning":"The token or signature was refused; what follows a colon says why.","remedy":"Get a new token, or check access key, clock and project."},
  {"code":"APIGW.0302","status":403,"message":"The IAM user is not authorized to access the API.","meaning":"The user may not call the service.","remedy":"Ask the administrator for the permission."},
  {"code":"APIGW.0303","status":401,"message":"Incorrect app authentication information.","meaning":"Credentials of an application were refused; CSBS does not use them.","remedy":"Authenticate by token or access key."},
  {"code":"APIGW.0308","status":429,"message":"The throttling threshold has been reached.","meaning":"Too many requests in the period that the text names after a colon.","remedy":"Wait, and send fewer requests at a time."},
];
